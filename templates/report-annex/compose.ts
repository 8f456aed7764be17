// A report's annex: SpreadsheetML from templates, zipped. The same content gives the same bytes.
import type { Attachment, ReportContent } from '../../rules/reporting/report-content.ts';
import { fileNameOf } from '../file-name.ts';
import * as compiled from '../generated/report-annex.ts';
import { template } from '../render.ts';
import { zipped } from '../zip.ts';
import { type AnnexView, annexView, type SheetView } from './view.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const contentTypes = template<AnnexView>(compiled.contentTypes);
const packageRels = template<AnnexView>(compiled.packageRels);
const workbook = template<AnnexView>(compiled.workbook);
const workbookRels = template<AnnexView>(compiled.workbookRels);
const styles = template<AnnexView>(compiled.styles);
const sheet = template<SheetView>(compiled.sheet);

/** Phụ lục I and II as one workbook. */
export function reportAnnex(content: ReportContent): Attachment {
  const view = annexView(content);
  return {
    name: fileNameOf(content, 'phu luc', 'xlsx'),
    type: XLSX,
    bytes: zipped([
      ['[Content_Types].xml', contentTypes(view)],
      ['_rels/.rels', packageRels(view)],
      ['xl/workbook.xml', workbook(view)],
      ['xl/_rels/workbook.xml.rels', workbookRels(view)],
      ['xl/styles.xml', styles(view)],
      ['xl/worksheets/sheet1.xml', sheet(view.clubs)],
      ['xl/worksheets/sheet2.xml', sheet(view.targets)],
    ]),
  };
}
