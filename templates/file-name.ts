// Names of attached files: ASCII letters, digits and hyphens only, short enough for every mail program and file system.
import type { ReportContent } from '../rules/reporting/report-content.ts';
import { reportName } from '../rules/reporting/report-name.ts';
import { plainKey } from '../rules/text.ts';

const LONGEST = 50;

/** "bao-cao-nam-2024-xa-quy-ky-ubnd-ban-mem.docx". What is too long loses its middle, never its kind. */
export function fileNameOf(
  { title, period, unit }: Pick<ReportContent, 'title' | 'period' | 'unit'>,
  kind: string,
  ending: string,
): string {
  const tail = `-${plain(kind)}.${ending}`;
  const head = plain(`${reportName(title, period.label)} ${unit.name}`)
    .slice(0, LONGEST - tail.length)
    .replace(/-+$/, '');
  return `${head || 'bao-cao'}${tail}`;
}

const plain = (text: string): string =>
  plainKey(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
