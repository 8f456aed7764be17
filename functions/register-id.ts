// A register's id as people give it: the id itself, or the address that somebody pasted.
const ID = /^[\w-]{10,100}$/;

/** The id in a cell's text; undefined for what is neither an id nor an address of a spreadsheet. */
export function registerIdIn(text: string): string | undefined {
  const id = /\/spreadsheets\/d\/([\w-]+)/.exec(text)?.[1] ?? text.trim();
  return ID.test(id) ? id : undefined;
}
