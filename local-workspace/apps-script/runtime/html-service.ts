// HtmlService: pages from the project's files or from text; templates are not served.
import { ScriptError } from './bridge.ts';
import type { Running } from './running.ts';

type Service = GoogleAppsScript.HTML.HtmlService;
type Output = GoogleAppsScript.HTML.HtmlOutput;

export interface HtmlFacts {
  content: string;
  title: string;
  width: number;
  height: number;
}

/** The service, and what a dialog is to show of an output. */
export function htmlService(running: Running): { readonly service: Service; readonly htmlOf: (output: Output) => HtmlFacts } {
  const { realm, job } = running;
  const known = new WeakMap<object, HtmlFacts>();
  const create = (content: string): Output => {
    const facts: HtmlFacts = { content, title: '', width: 600, height: 400 };
    const output = outputOf(running, facts);
    known.set(output, facts);
    return output;
  };
  const service = realm.served<Service>('HtmlService', {
    createHtmlOutput: (html: unknown = '') => create(String(html)),
    createHtmlOutputFromFile: (name: string) => {
      const page = job.pages[name.replace(/\.html$/, '')];
      if (page === undefined) throw new ScriptError(`No HTML file named ${name} was found.`);
      return create(page);
    },
  });
  return {
    service,
    htmlOf: (output) => {
      const facts = known.get(output);
      if (facts === undefined) throw new ScriptError("The parameters don't match the method signature for Ui.");
      return facts;
    },
  };
}

function outputOf({ realm }: Running, facts: HtmlFacts): Output {
  const change = (part: Partial<HtmlFacts>): Output => {
    Object.assign(facts, part);
    return itself;
  };
  const itself: Output = realm.served<Output>('HtmlOutput', {
    getContent: () => facts.content,
    setContent: (content: string) => change({ content: String(content) }),
    append: (added: string) => change({ content: facts.content + String(added) }),
    getTitle: () => facts.title,
    setTitle: (title: string) => change({ title: String(title) }),
    getWidth: () => facts.width,
    setWidth: (width: number) => change({ width: Number(width) }),
    getHeight: () => facts.height,
    setHeight: (height: number) => change({ height: Number(height) }),
  });
  return itself;
}
