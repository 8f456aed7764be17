// Cells as the clipboard carries them: tabs between cells, lines between rows, quotes around what holds either.

/** Texts as one piece that every spreadsheet understands. */
export function toClipboard(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t')).join('\n');
}

/** The texts of a pasted piece. A quote only opens a quoted cell at its beginning. */
export function fromClipboard(pasted: string): string[][] {
  const text = pasted.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const match = text[at] === '"' ? quoted.exec(text) : null;
    const end = match === null ? nextBreak(text, at) : quoted.lastIndex;
    row.push(match === null ? text.slice(at, end) : (match[1] ?? '').replaceAll('""', '"'));
    if (text[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    if (end >= text.length) return rows;
    at = end + 1;
  }
}

function nextBreak(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\n]/);
  return found === -1 ? text.length : from + found;
}
