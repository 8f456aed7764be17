// How letters name things: the unit at the start of a line, the offices they are addressed to.
import type { Office } from '../rules/reporting/report-content.ts';

/** Whom a letter addresses, as official letters have it: one name as it is; more as a list, ";" after each and "." at the end. */
export function addressed(offices: readonly Office[]): string[] {
  const last = offices.length - 1;
  return last < 1 ? offices.map(({ name }) => name) : offices.map(({ name }, at) => `- ${name}${at === last ? '.' : ';'}`);
}

/** Names one after the other; apart by ";" where one of them has a comma of its own ("phường A, địa bàn phường B (cũ)"). */
export const listed = (names: readonly string[]): string => names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');

/** "Đơn vị chưa có sổ. Đề nghị tạo sổ." as what is the case and what is asked; either may be ''. */
export function partsOfRemark(remark: string): { readonly reason: string; readonly request: string } {
  const at = remark.search(/(?:^|\s)Đề nghị/);
  if (at < 0) return { reason: remark.trim(), request: '' };
  return { reason: remark.slice(0, at).trim(), request: remark.slice(at).trim() };
}
