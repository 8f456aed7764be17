// The pages of the sidebar and the dialogs as they are built: whole, small, and with nothing that could run data or leave the machine.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialogHtml } from '../browser/dialog-page.ts';

const UI = new URL('../../apps-script/ui/', import.meta.url);
const NAMES = ['panel', 'preview', 'approve', 'ad-hoc', 'check', 'help'];

describe.each(NAMES)('the page %s', (name) => {
  it('is one file with its style and script inside', async () => {
    const html = await dialogHtml(name);
    expect(html).not.toMatch(/<!-- (style|script) -->/);
    expect(html).toMatch(/<style>[\s\S]+<\/style>/);
    expect(html.split('</script>')).toHaveLength(2);
    expect(html.length).toBeLessThan(60_000);
  });

  it('loads nothing from elsewhere', async () => {
    const html = await dialogHtml(name);
    expect(html).not.toMatch(/\b(?:src|href)="http|@import|url\(|fetch\(|XMLHttpRequest|WebSocket|sendBeacon/);
  });
});

describe('the sources of the pages', () => {
  const sources = (readdirSync(UI, { recursive: true }) as string[]).filter((path) => path.endsWith('.ts') && !path.includes('.types'));

  it('write what they show as text, never as HTML', () => {
    expect(sources.length).toBeGreaterThan(15);
    for (const path of sources)
      expect(readFileSync(new URL(path, UI), 'utf8'), path).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
  });
});
