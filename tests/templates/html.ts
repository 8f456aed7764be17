// A strict little reader of HTML for tests: every tag closed in order, and the text a person sees.
const VOID = new Set(['meta', 'br', 'img', 'hr', 'col', 'input']);

/** Tags that are closed out of order or never; empty when the HTML is well-formed. */
export function unclosedTags(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = html.replace(/<style>.*?<\/style>/gs, '').replace(/<!DOCTYPE html>/, '');
  for (const [, close, name = '', rest = ''] of body.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/g)) {
    if (VOID.has(name)) continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name || rest !== '') wrong.push(name);
  }
  const leftover = body.replace(/<\/?[a-z0-9]+(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*>/g, '');
  if (/[<>]/.test(leftover)) wrong.push(leftover.slice(leftover.search(/[<>]/), leftover.search(/[<>]/) + 40));
  return [...wrong, ...open];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x60': '`',
  '#x3D': '=',
  '#160': ' ',
};

/** What a reader sees: the body's text, a space between cells. */
export function textOfHtml(html: string): string {
  const text = html
    .replace(/^.*<body/s, '<body')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&([#\w]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
  return text.replace(/[ \u00a0]+/g, ' ');
}
