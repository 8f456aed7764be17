// A1 addresses, as links, formulas and ranges in answers spell them.

/** A -> 0, AA -> 26. */
export const columnIndex = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A tab's title as formulas quote it: `'Quỹ CLB'`. */
export const quoted = (title: string): string => `'${title.replace(/'/g, "''")}'`;

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** The size of a grid from the whole range that an answer names, `'Vay vốn'!A1:R1000`; undefined when it is no such range. */
export function sizeOfRange(range: string): GridSize | undefined {
  const [, , letters, rows] = /^(?:.*!)?A1(:([A-Z]+)(\d+))?$/.exec(range) ?? [undefined, undefined, '', ''];
  if (letters === '') return undefined;
  return letters === undefined ? { rows: 1, columns: 1 } : { rows: Number(rows), columns: columnIndex(letters) + 1 };
}
