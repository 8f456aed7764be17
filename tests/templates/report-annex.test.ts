// The annex of a report, read back cell by cell: real numbers and dates, the mail's figures, and how it prints.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type IsoDate, toSerial } from '../../rules/calendar-date.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { fileNameOf } from '../../templates/file-name.ts';
import { reportAnnex } from '../../templates/report-annex/compose.ts';
import { reportMailView } from '../../templates/report-mail/view.ts';
import { aDocumentContent, demoContent, someFacts } from './document-content.ts';
import { misplaced } from './ooxml-order.ts';
import { cityContent } from './sample-city.ts';
import { aProgress, aShare, aShareTarget, sampleContent } from './sample-content.ts';
import { all, type Element, only, readXml, textOf } from './xml-reader.ts';

function partsOf(content: ReportContent): Map<string, Element> {
  return new Map(Object.entries(unzipSync(reportAnnex(content).bytes)).map(([name, part]) => [name, readXml(strFromU8(part))]));
}
const root = (parts: ReadonlyMap<string, Element>, name: string): Element => {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`no part ${name}`);
  return found;
};
const sheetOf = (content: ReportContent, place: 1 | 2): Element => root(partsOf(content), `xl/worksheets/sheet${place}.xml`);

/** A number where the cell holds one, else its text; '' where it is empty. */
function contentOf(cell: Element): string | number {
  if (cell.attributes.t === 'inlineStr') return textOf(only(only(cell, 'is'), 't'));
  const [value] = all(cell, 'v');
  return value === undefined ? '' : Number(value.text);
}
const rowsOf = (sheet: Element): (string | number)[][] => all(sheet, 'row').map((row) => all(row, 'c').map(contentOf));
/** The rows below the heads, without notes. */
const tableOf = (sheet: Element): (string | number)[][] => rowsOf(sheet).filter((cells, at) => at > 2 && cells.length > 1);
const formatsOf = (content: ReportContent): string[] => {
  const styles = root(partsOf(content), 'xl/styles.xml');
  const own = new Map(all(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]));
  const builtIn = new Map([
    ['0', 'General'],
    ['3', '#,##0'],
    ['9', '0%'],
    ['10', '0.00%'],
  ]);
  return all(only(styles, 'cellXfs'), 'xf').map(({ attributes: { numFmtId = '' } }) => own.get(numFmtId) ?? builtIn.get(numFmtId) ?? '?');
};
const formatAt = (content: ReportContent, place: 1 | 2, ref: string): string => {
  const cell = all(sheetOf(content, place), 'c').find(({ attributes }) => attributes.r === ref);
  return formatsOf(content)[Number(cell?.attributes.s)] ?? '?';
};

const content = aDocumentContent();

describe('the package', () => {
  it('holds every part that is named, and nothing else', () => {
    const parts = partsOf(content);
    const types = all(root(parts, '[Content_Types].xml'), 'Override').map(({ attributes }) => attributes.PartName?.slice(1));
    const related = all(root(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => `xl/${attributes.Target}`);
    expect([...related].sort()).toEqual([...types].filter((name) => name !== 'xl/workbook.xml').sort());
    expect([...parts.keys()].sort()).toEqual(
      ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', ...related].sort(),
    );
  });
  it('is the same bytes every time', () => {
    expect(reportAnnex(JSON.parse(JSON.stringify(content)) as ReportContent)).toEqual(reportAnnex(content));
  });
  it('stands in the schema’s order', () => {
    expect([...partsOf(content).values()].flatMap(misplaced)).toEqual([]);
  });
  it('has a format for every index that a cell uses', () => {
    for (const place of [1, 2] as const)
      for (const { attributes } of all(sheetOf(content, place), 'c')) expect(formatsOf(content)[Number(attributes.s)]).not.toBe(undefined);
    expect(formatsOf(content)).not.toContain('?');
  });
});

describe('Phụ lục I', () => {
  it('has a line per club with real numbers and dates, and an empty cell where nothing is known', () => {
    const [first, , third] = tableOf(sheetOf(content, 1));
    expect(first).toEqual([
      1,
      'CLB01',
      expect.any(String),
      'xóm Thống Nhất 1',
      toSerial('2024-04-18' as IsoDate),
      62,
      'từ 38 đến 40',
      40,
      41,
      'có',
      'có',
    ]);
    expect(third?.slice(5)).toEqual([52, 'từ 31 đến 33', '', '', 'có', 'chưa rõ']);
    expect(formatAt(content, 1, 'E5')).toBe('dd/mm/yyyy');
    expect(formatAt(content, 1, 'F5')).toBe('#,##0');
  });
  it('ends with the report’s own totals', () => {
    const rows = tableOf(sheetOf(content, 1));
    expect(rows[rows.length - 1]).toEqual(['', '', 'Tổng số', '', '', 174, 'từ 105 đến 109', 121, 83, '', '']);
  });
  it('sums clubs only where every club knows its number, when the report was frozen without totals', () => {
    const rows = tableOf(sheetOf(sampleContent, 1));
    expect(rows[rows.length - 1]).toEqual(['', '', 'Tổng số', '', '', 174, 'từ 105 đến 109', '', '', '', '']);
  });
  it('has the totals of the targets in the mail', () => {
    const demo = demoContent();
    const rows = tableOf(sheetOf(demo, 1));
    const members = reportMailView(demo).targets.find(({ text }) => text === 'Số thành viên của các câu lạc bộ')?.figure;
    expect(members).toBe(`${rows[rows.length - 1]?.[5]} thành viên`);
  });
  it('is a line per unit in a superior’s report', () => {
    const rows = tableOf(sheetOf(cityContent, 1));
    expect(rows).toHaveLength((cityContent.units?.length ?? 0) + 1);
    expect(rows[rows.length - 1]?.[1]).toMatch(/^Cộng \d+\/\d+ đơn vị$/);
    expect(typeof rows[rows.length - 2]?.[3]).toBe('number');
  });
});

describe('Phụ lục II', () => {
  it('has every target with plan, figure, status and clause as in the mail', () => {
    const view = reportMailView(content);
    const rows = tableOf(sheetOf(content, 2));
    expect(rows.map((row) => [row[1], row[2], row[3], row[4], row[8]])).toEqual(
      view.targets.map(({ text, clause, plan, figure, status }) => [text, clause, plan, figure, status]),
    );
  });
  it.each([
    [123, 200, 61.5, '0.0%'],
    [4996, 10_000, 49.96, '0.0%'],
    [5996, 10_000, 59.96, '0.00%'],
  ])('writes %d of %d as numbers, and the share so that it does not look like the bar it misses', (part, of, share, format) => {
    const only2 = { ...content, targets: [aProgress(aShareTarget, 'notMet', aShare(part, of))] };
    const [row] = tableOf(sheetOf(only2, 2));
    expect(row?.slice(5, 8)).toEqual([part, of, share / 100]);
    expect(formatAt(only2, 2, 'H5')).toBe(format);
    expect(formatAt(only2, 2, 'J5')).toBe('dd/mm/yyyy');
  });
  it('gives no number of a figure between bounds', () => {
    const [row] = tableOf(sheetOf({ ...content, targets: [aProgress(aShareTarget, 'met', aShare(105, 174, { doubtful: 4 }))] }, 2));
    expect(row?.slice(5, 8)).toEqual(['', '', '']);
  });
  it('tells no small count of what is sensitive, in no cell', () => {
    const sensitive = { ...aShareTarget, part: { members: { ethnicMinority: true } } };
    const [row] = tableOf(sheetOf({ ...content, targets: [aProgress(sensitive, 'met', aShare(3, 61))] }, 2));
    expect(row?.slice(4, 8)).toEqual(['dưới 5/61', '', '', '']);
  });
});

describe('printing', () => {
  it.each([1, 2] as const)('puts sheet %d on A4 lying, fitted to the width, its heads on every page and in sight', (place) => {
    const sheet = sheetOf(content, place);
    expect(only(sheet, 'pageSetup').attributes).toEqual({ paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' });
    expect(only(only(sheet, 'sheetPr'), 'pageSetUpPr').attributes.fitToPage).toBe('1');
    expect(all(sheet, 'pane')[0]?.attributes.state).toBe('frozen');
    const titles = all(root(partsOf(content), 'xl/workbook.xml'), 'definedName');
    expect(titles.map(textOf)).toEqual(["'Phụ lục I'!$4:$4", "'Phụ lục II'!$4:$4"]);
  });
  it('gives each column a width and each row the height its longest cell needs', () => {
    const long = aDocumentContent({ clubs: content.clubs.map((club) => ({ ...club, name: 'Câu lạc bộ '.repeat(20) })) });
    const height = (of: ReportContent) => Number(all(sheetOf(of, 1), 'row')[3]?.attributes.ht);
    expect(height(long)).toBeGreaterThan(3 * height(content));
    expect(all(sheetOf(content, 1), 'col')).toHaveLength(11);
  });
});

describe('the file', () => {
  it('has a short plain name that says what it is', () => {
    expect(reportAnnex(content).name).toBe('bao-cao-nam-2024-xa-quy-ky-phu-luc.xlsx');
  });
  it.each([
    ['phường Ðặng Xá Ấp Ễnh Ương Ngõ Nghễnh Ngãng Quanh Co Khúc Khuỷu', /^bao-cao-nam-2024-phuong-dang-xa-a[a-z-]*-phu-luc\.xlsx$/],
    ['///', /^bao-cao-nam-2024-phu-luc\.xlsx$/],
  ])('is named so too for %s', (name, expected) => {
    const file = fileNameOf({ ...content, unit: { ...content.unit, name } }, 'phu luc', 'xlsx');
    expect(file).toMatch(expected);
    expect(file.length).toBeLessThanOrEqual(50);
  });
  it('is small: 45 clubs', () => {
    const clubs = Array.from({ length: 45 }, (_, at) => ({ ...content.clubs[at % 3], code: `CLB${at}` }) as (typeof content.clubs)[number]);
    expect(reportAnnex({ ...content, clubs }).bytes.length).toBeLessThan(40_000);
  });
  it('is sound XML whatever people typed, and no text becomes a formula', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constant('=1+1'), fc.constant('<&"\'\u0000\u001f'));
    fc.assert(
      fc.property(anything, (word) => {
        const clubs = content.clubs.map((club) => ({ ...club, name: word, location: word }));
        const parts = partsOf({ ...content, clubs, issuer: word, title: word, document: someFacts() });
        expect([...parts.values()].flatMap((part) => all(part, 'f'))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
