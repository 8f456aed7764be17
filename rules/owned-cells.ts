// Whether owned cells differ from what was read, so that a cycle writes only what changed and a quiet register stays untouched.
import type { Block, OwnedCell } from './conversation.ts';
import type { CellValue, Grid } from './register/grid.ts';

export const widthOf = (block: Block): number => Math.max(0, ...block.cells.map((row) => row.length));

/**
 * True when writing the block would change what people see. A link is compared by its label, the only part a reading holds:
 * a label should therefore name its place.
 */
export function changed(block: Block, grid: Grid): boolean {
  const { row, column, cells, rest } = block;
  const width = widthOf(block);
  const differs = cells.some((line, down) =>
    range(0, width).some((right) => !same(line[right] ?? null, grid[row + down]?.[column + right] ?? null)),
  );
  if (differs || !rest) return differs;
  const edge = cells.length === 0 ? Number.POSITIVE_INFINITY : column + Math.max(1, width);
  return grid.slice(row + cells.length).some((line) => line.slice(column, edge).some((cell) => !isBlank(cell)));
}

/** The blocks that a write needs, given the grid of each tab; a missing tab has none, and nothing can be written there. */
export function changedBlocks(blocks: readonly Block[], grids: ReadonlyMap<number, Grid | 'missing'>): readonly Block[] {
  return blocks.filter((block) => {
    const grid = grids.get(block.sheetId);
    return grid !== undefined && grid !== 'missing' && changed(block, grid);
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
const isBlank = (cell: CellValue): boolean => cell === null || cell === '';

function same(wanted: OwnedCell, found: CellValue): boolean {
  const value = typeof wanted === 'object' && wanted !== null ? wanted.label : wanted;
  if (isBlank(value) || isBlank(found)) return isBlank(value) && isBlank(found);
  if (typeof value === 'number' && typeof found === 'number')
    return Math.abs(value - found) <= 1e-12 * Math.max(Math.abs(value), Math.abs(found));
  if (typeof value === 'string' && typeof found === 'string') return value.replace(/\r\n?/g, '\n') === found.replace(/\r\n?/g, '\n');
  return value === found;
}
