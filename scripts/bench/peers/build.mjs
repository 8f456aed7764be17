// The same document by the library docx and the same sheets by exceljs, from the sections and cells that ours are made of. Plain
// JavaScript: these libraries are no dependencies of the project, and are there only where somebody installed them.
import { Document, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import exceljs from 'exceljs';

const LEFT_ALONE = { style: 'none', size: 0 };
const NONE = {
  top: LEFT_ALONE,
  bottom: LEFT_ALONE,
  left: LEFT_ALONE,
  right: LEFT_ALONE,
  insideHorizontal: LEFT_ALONE,
  insideVertical: LEFT_ALONE,
};

const paragraph = ({ style, runs }) => new Paragraph({ style, children: runs.map(({ text, look }) => new TextRun({ text, style: look })) });

const table = ({ style, width, grid, rows }) =>
  new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: grid.map((column) => column.width),
    layout: TableLayoutType.FIXED,
    ...(style === 'Bare' ? { borders: NONE } : {}),
    rows: rows.map(
      ({ header, cells }) =>
        new TableRow({
          cantSplit: true,
          tableHeader: header === true,
          children: cells.map(
            (cell) => new TableCell({ width: { size: cell.width, type: WidthType.DXA }, children: cell.paragraphs.map(paragraph) }),
          ),
        }),
    ),
  });

/** The bytes of a Word document of sections. */
export function withDocx({ title, sections }) {
  const styles = [...new Set(sections.flatMap(({ blocks }) => blocks.map(({ style }) => style)))];
  const document = new Document({
    title,
    styles: { paragraphStyles: styles.map((id) => ({ id, name: id, basedOn: 'Normal', run: { font: 'Times New Roman', size: 28 } })) },
    sections: sections.map(({ blocks, page }) => ({
      properties: { titlePage: true, page: { size: { width: page.width, height: page.height }, margin: page } },
      children: blocks.map((block) => ('rows' in block ? table(block) : paragraph(block))),
    })),
  });
  return Packer.toBuffer(document);
}

const FONT = { name: 'Times New Roman', size: 12 };
const LINE = { style: 'thin' };

/** The bytes of a workbook of sheets. */
export function withExceljs(sheets) {
  const workbook = new exceljs.Workbook();
  for (const { name, columns, rows, merges, headRow } of sheets) {
    const sheet = workbook.addWorksheet(name, { pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 } });
    sheet.views = [{ state: 'frozen', ySplit: headRow }];
    sheet.columns = columns.map(({ width }) => ({ width }));
    for (const { row, height, cells } of rows) {
      const line = sheet.getRow(row);
      line.height = height;
      cells.forEach(({ text, value }, at) => {
        const cell = line.getCell(at + 1);
        cell.value = text ?? (value === undefined ? null : Number(value));
        cell.font = FONT;
        cell.alignment = { wrapText: true, vertical: 'middle' };
        cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
      });
    }
    for (const { ref } of merges) sheet.mergeCells(ref);
  }
  return workbook.xlsx.writeBuffer();
}
