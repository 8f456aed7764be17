// A small strict XML reader for tests: it throws on whatever an XML processor has to refuse (https://www.w3.org/TR/xml/).

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/;
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The root element. Throws where the text is no well-formed XML. */
export function readXml(source: string): Element {
  const bad = FORBIDDEN.exec(source);
  if (bad) throw new Error(`forbidden character at ${bad.index}`);
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"(?: standalone="yes")?\?>\s*/.exec(source);
  if (!declaration) throw new Error('no declaration');
  const open: Element[] = [];
  let root: Element | undefined;
  let at = declaration[0].length;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = unescaped(source.slice(at, next < 0 ? undefined : next));
    const within = open[open.length - 1];
    if (within) within.text += text;
    else if (text.trim() !== '') throw new Error(`text outside the root: ${text}`);
    if (next < 0) break;
    const end = source.indexOf('>', next);
    if (end < 0) throw new Error('an unfinished tag');
    const tag = source.slice(next + 1, end);
    at = end + 1;
    if (tag.startsWith('/')) {
      const closed = open.pop();
      if (closed?.name !== tag.slice(1).trim()) throw new Error(`</${tag.slice(1)}> closes <${closed?.name}>`);
      continue;
    }
    const element = elementOf(tag.replace(/\/$/, ''));
    if (within) within.children.push(element);
    else if (root) throw new Error('a second root');
    else root = element;
    if (!tag.endsWith('/')) open.push(element);
  }
  if (open.length > 0 || !root) throw new Error('an element that is not closed, or none at all');
  return root;
}

function elementOf(tag: string): Element {
  const name = NAME.exec(tag)?.[0];
  if (name === undefined) throw new Error(`no name: <${tag}>`);
  const attributes: Record<string, string> = {};
  let rest = tag.slice(name.length);
  while (rest.trim() !== '') {
    const match = /^\s+([\w:.-]+)="([^"<]*)"/.exec(rest);
    if (!match?.[1] || match[2] === undefined) throw new Error(`no attribute: ${rest}`);
    if (match[1] in attributes) throw new Error(`twice: ${match[1]}`);
    attributes[match[1]] = unescaped(match[2]);
    rest = rest.slice(match[0].length);
  }
  return { name, attributes, children: [], text: '' };
}

function unescaped(text: string): string {
  return text.replace(/&([^;&]*;?)/g, (_, entity: string) => {
    const name = entity.replace(/;$/, '');
    const code = /^#x([0-9a-f]+)$/i.exec(name)?.[1];
    const said = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number.parseInt(code, 16));
    if (said === undefined || !entity.endsWith(';')) throw new Error(`unknown entity &${entity}`);
    return said;
  });
}

/** Every element of a name below one, in reading order. */
export const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The child of a name, of which there is exactly one. */
export function only(element: Element, name: string): Element {
  const [found, ...more] = element.children.filter((child) => child.name === name);
  if (found === undefined || more.length > 0) throw new Error(`${element.name} has not one ${name}`);
  return found;
}

/** The text of an element and all below it. */
export const textOf = (element: Element): string => element.text + element.children.map(textOf).join('');
