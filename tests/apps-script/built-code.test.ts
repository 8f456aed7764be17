// Code.js as it is deployed: what is evaluated at every opening and edit, and the rest that stands in a comment until it is asked for.
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportsOf } from '../../scripts/apps-script-exports.ts';
import { ROOT } from '../../scripts/generators.ts';
import { sheetCode } from '../../scripts/sheet-bundle.ts';

const namesIn = (entry: string): string[] => exportsOf(readFileSync(`${ROOT}apps-script/${entry}`, 'utf8'));
const AT_ONCE = namesIn('entry.ts');
const LATER = namesIn('whole-script.ts');

let source = '';
beforeAll(async () => {
  ({ source } = await sheetCode());
});

/** A runtime in which the code was evaluated. */
function evaluated(): { readonly [name: string]: unknown } {
  const context = createContext({});
  new Script(source).runInContext(context);
  return context;
}

describe('the built Code.js', () => {
  it('makes every entry a function that Google can call, and no other that people or dialogs could', () => {
    const globals = evaluated();
    const functions = Object.keys(globals).filter((name) => typeof globals[name] === 'function' && !name.endsWith('_'));
    expect(functions.sort()).toEqual([...AT_ONCE, ...LATER].sort());
    expect(AT_ONCE).toEqual(['onOpen', 'onEdit']);
  });

  it('gives the whole script back as it was bundled: each of its entries is there', () => {
    const { ishc } = evaluated() as { ishc: { whole: () => { readonly [name: string]: unknown } } };
    const whole = ishc.whole();
    for (const name of LATER) expect(whole[name], name).toBeTypeOf('function');
    expect(ishc.whole()).toBe(whole);
  });

  it('holds of the whole script only a comment when it is evaluated', () => {
    const [before = '', comment = '', after = ''] = source.split(/(?<=function wholeScript_\(\) \{\/\*)([\s\S]*)(?=\*\/\}\n)/);
    expect(comment).not.toContain('*/');
    expect(comment.length).toBeGreaterThan(5 * (before.length + after.length));
    expect(before).not.toContain('BÁO CÁO');
  });
});
