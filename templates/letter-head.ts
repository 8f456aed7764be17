// How letters name things: the report, the unit at the start of a line, the offices they are addressed to.
import type { Office } from '../rules/reporting/report-content.ts';

/** "Báo cáo năm" and "năm 2024" are "Báo cáo năm 2024". */
export function reportName(title: string, label: string): string {
  const words = title.split(' ');
  const overlap = words.findIndex((_, at) => `${label} `.toLowerCase().startsWith(`${words.slice(at).join(' ')} `.toLowerCase()));
  return [...(overlap < 0 ? words : words.slice(0, overlap)), label].join(' ');
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whom a letter addresses, as official letters have it: one name as it is; more as a list, ";" after each and "." at the end. */
export function addressed(offices: readonly Office[]): string[] {
  const last = offices.length - 1;
  return last < 1 ? offices.map(({ name }) => name) : offices.map(({ name }, at) => `- ${name}${at === last ? '.' : ';'}`);
}
