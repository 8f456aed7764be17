// Places in a grid: letters of columns, addresses, areas.

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** From one corner to the other, both within. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export const addressOf = ({ row, column }: Place): string => `${lettersOf(column)}${row + 1}`;

/** The first cell of "E12" or "E12:F20"; undefined when it names none. */
export function placeAt(address: string): Place | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)/.exec(address);
  if (match === null) return undefined;
  const column = [...(match[1] ?? '').toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

export const areaOf = (one: Place, other: Place): Area => ({
  top: Math.min(one.row, other.row),
  left: Math.min(one.column, other.column),
  bottom: Math.max(one.row, other.row),
  right: Math.max(one.column, other.column),
});

export const isWithin = ({ top, left, bottom, right }: Area, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
