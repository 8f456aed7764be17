// The few formulas the stand-in calculates: literals and HYPERLINK labels. All others show an error that says so.
import type { ExtendedValue } from './wire.ts';

const NOT_CALCULATED: ExtendedValue = { errorValue: { type: 'ERROR', message: 'The local workspace does not calculate this formula.' } };

/** The value a cell shows: its own, or what its formula gives. */
export function effectiveValue(value: ExtendedValue | undefined): ExtendedValue | undefined {
  if (value?.formulaValue === undefined) return value;
  const body = value.formulaValue.replace(/^=\+?/, '').trim();
  return literal(body) ?? hyperlink(body)?.label ?? NOT_CALCULATED;
}

/** The address of a cell whose formula is a HYPERLINK. */
export function hyperlinkOf(value: ExtendedValue | undefined): string | undefined {
  return value?.formulaValue === undefined ? undefined : hyperlink(value.formulaValue.slice(1).trim())?.address;
}

function literal(text: string): ExtendedValue | undefined {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted !== null) return { stringValue: (quoted[1] ?? '').replaceAll('""', '"') };
  if (/^-?\d+(\.\d+)?$/.test(text)) return { numberValue: Number(text) };
  if (/^(true|false)(\(\))?$/i.test(text)) return { boolValue: /^true/i.test(text) };
  return undefined;
}

function hyperlink(text: string): { address: string; label: ExtendedValue } | undefined {
  const match = /^HYPERLINK\(\s*("(?:[^"]|"")*")\s*(?:[;,]\s*("(?:[^"]|"")*"|-?[\d.]+)\s*)?\)$/i.exec(text);
  const address = literal(match?.[1] ?? '')?.stringValue;
  if (match === null || address === undefined) return undefined;
  const label = match[2] === undefined ? { stringValue: address } : literal(match[2]);
  return label === undefined ? undefined : { address, label };
}

/** A formula moved by rows and columns: relative references follow, absolute ones stay. */
export function shiftFormula(formula: string, rows: number, columns: number, shiftColumn: (letters: string, by: number) => string): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(])/g,
    (all: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return all;
      const column = fixedColumn === '$' ? letters : shiftColumn(letters, columns);
      const row = fixedRow === '$' ? digits : String(Number(digits) + rows);
      return `${fixedColumn ?? ''}${column}${fixedRow ?? ''}${row}`;
    },
  );
}
