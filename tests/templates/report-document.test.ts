// The Word documents of a report, read back part by part: layout as NĐ 30/2020/NĐ-CP asks, sound XML whatever people typed.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { reportDocuments } from '../../templates/report-document/compose.ts';
import { boldWidth } from '../../templates/report-document/text-width.ts';
import type { Kind } from '../../templates/report-document/words.ts';
import { aDocumentContent, aPaper, demoContent, someFacts } from './document-content.ts';
import { misplaced } from './ooxml-order.ts';
import { all, type Element, only, readXml, textOf } from './xml-reader.ts';

const APPROVED = { on: '2024-12-18' as IsoDate, by: 'Hoàng Văn Minh' };
const KINDS: readonly Kind[] = ['draft', 'clean', 'soft'];

function partsOf(content: ReportContent, kind: Kind = 'draft', chain = 0): Map<string, Element> {
  const { bytes } = reportDocuments(content, kind)[chain] ?? { bytes: new Uint8Array() };
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, readXml(strFromU8(part))]));
}
function part(parts: ReadonlyMap<string, Element>, name: string): Element {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`no part ${name}`);
  return found;
}
const bodyOf = (content: ReportContent, kind: Kind = 'draft', chain = 0) =>
  only(part(partsOf(content, kind, chain), 'word/document.xml'), 'w:body');
const styleOf = (paragraph: Element): string =>
  paragraph.children.find(({ name }) => name === 'w:pPr')?.children.find(({ name }) => name === 'w:pStyle')?.attributes['w:val'] ?? '';
const inStyle = (body: Element, style: string): string[] =>
  all(body, 'w:p')
    .filter((paragraph) => styleOf(paragraph) === style)
    .map(textOf);
const number = (element: Element | undefined, attribute: string): number => Number(element?.attributes[`w:${attribute}`]);
const MM = 1440 / 25.4;

const demo = demoContent();
const demoParts = partsOf(demo);
const demoBody = only(part(demoParts, 'word/document.xml'), 'w:body');

describe('the package', () => {
  it('holds every part that a relationship or a content type names', () => {
    const parts = partsOf(demo);
    const types = all(part(parts, '[Content_Types].xml'), 'Override').map(({ attributes }) => attributes.PartName?.slice(1));
    const related = all(part(parts, 'word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => `word/${attributes.Target}`);
    for (const name of [...types, ...related, 'word/document.xml', '_rels/.rels']) expect([...parts.keys()]).toContain(name);
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
  });
  it('refers to no part that it lacks', () => {
    for (const kind of KINDS) {
      const parts = partsOf(demo, kind);
      const ids = all(part(parts, 'word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => attributes.Id);
      const document = part(parts, 'word/document.xml');
      for (const { attributes } of [...all(document, 'w:headerReference'), ...all(document, 'w:footerReference')])
        expect(ids).toContain(attributes['r:id']);
    }
  });
  it('names no author, and nobody who last changed it', () => {
    expect(part(demoParts, 'docProps/core.xml').children.map(({ name }) => name)).toEqual(['dc:title', 'dc:language']);
  });
  it('is the same bytes every time, from the frozen text alone too', () => {
    const again = JSON.parse(JSON.stringify(demo)) as ReportContent;
    for (const kind of KINDS) expect(reportDocuments(again, kind)).toEqual(reportDocuments(demo, kind));
  });
  it('is one document a chain, each with a short plain name of its own', () => {
    const names = KINDS.flatMap((kind) => reportDocuments(demo, kind)).map(({ name }) => name);
    expect(names[0]).toBe('bao-cao-nam-2024-xa-quy-ky-ubnd-du-thao.docx');
    expect(new Set(names).size).toBe(6);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]{1,45}\.docx$/);
  });
  it('does not exist for a report that was frozen without facts for it', () => {
    const { document: _none, ...before } = demo;
    expect(reportDocuments(before, 'soft')).toEqual([]);
  });
});

describe('the layout', () => {
  const styles = part(demoParts, 'word/styles.xml');
  const style = (id: string): Element => {
    const found = all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
    if (found === undefined) throw new Error(`no style ${id}`);
    return found;
  };
  const size = (id: string): number => {
    const own = all(style(id), 'w:sz')[0] ?? all(only(styles, 'w:docDefaults'), 'w:sz')[0];
    return number(own, 'val') / 2;
  };
  const has = (id: string, name: string): boolean => all(style(id), name).length > 0;

  it('is A4 with the margins of the decree, upright for the letter and lying for the appendices', () => {
    const pages = all(demoBody, 'w:sectPr').map((section) => {
      const [paper, margin] = [only(section, 'w:pgSz'), only(section, 'w:pgMar')];
      const mm = (side: string) => Math.round((number(margin, side) / MM) * 10) / 10;
      return { w: number(paper, 'w'), h: number(paper, 'h'), edges: ['top', 'bottom', 'left', 'right'].map(mm) };
    });
    expect(pages.map(({ w, h }) => [w, h])).toEqual([
      [11906, 16838],
      [16838, 11906],
      [16838, 11906],
    ]);
    for (const { edges } of pages) {
      const [top = 0, bottom = 0, left = 0, right = 0] = edges;
      expect(top).toBeGreaterThanOrEqual(20);
      expect(top).toBeLessThanOrEqual(25);
      expect(bottom).toBeGreaterThanOrEqual(20);
      expect(bottom).toBeLessThanOrEqual(25);
      expect(left).toBeGreaterThanOrEqual(30);
      expect(left).toBeLessThanOrEqual(35);
      expect(right).toBeGreaterThanOrEqual(15);
      expect(right).toBeLessThanOrEqual(20);
    }
  });
  it('is in Times New Roman, black, whatever the letter', () => {
    const fonts = all(styles, 'w:rFonts');
    expect(fonts.flatMap(({ attributes }) => Object.values(attributes))).toEqual(Array.from({ length: 4 }, () => 'Times New Roman'));
    expect(all(styles, 'w:color').map(({ attributes }) => attributes['w:val'])).toEqual(['000000']);
    expect(all(demoBody, 'w:rFonts')).toEqual([]);
  });
  it.each([
    ['NationalName', 13, true, false],
    ['Motto', 14, true, false],
    ['Parent', 13, false, false],
    ['Issuer', 13, true, false],
    ['Number', 13, false, false],
    ['PlaceDate', 14, false, true],
    ['DocumentType', 14, true, false],
    ['Subject', 14, true, false],
    ['Addressee', 14, false, false],
    ['Basis', 14, false, true],
    ['Body', 14, false, false],
    ['Part', 14, true, false],
    ['SignTitle', 14, true, false],
    ['SignName', 14, true, false],
    ['CopiesTitle', 12, true, true],
    ['Copies', 11, false, false],
    ['AppendixNumber', 14, true, false],
    ['AppendixTitle', 14, true, false],
    ['AppendixRef', 14, false, true],
    ['PageNumber', 13, false, false],
  ])('writes %s in %d points, bold %s, italic %s', (id, points, bold, italic) => {
    expect([size(id), has(id, 'w:b'), has(id, 'w:i')]).toEqual([points, bold, italic]);
  });
  it('justifies the text, indents its first line by 1 cm, and leaves 6 points between paragraphs', () => {
    const body = only(style('Body'), 'w:pPr');
    expect(only(body, 'w:jc').attributes['w:val']).toBe('both');
    expect(number(only(body, 'w:ind'), 'firstLine')).toBe(567);
    expect(number(only(body, 'w:spacing'), 'after')).toBeGreaterThanOrEqual(120);
    expect(number(only(body, 'w:spacing'), 'line')).toBeLessThanOrEqual(360);
  });
  it('numbers pages at the top in the middle, not on the first page, anew in each appendix', () => {
    const header = part(demoParts, 'word/header1.xml');
    expect(textOf(header)).toContain('PAGE');
    expect(only(only(style('PageNumber'), 'w:pPr'), 'w:jc').attributes['w:val']).toBe('center');
    for (const section of all(demoBody, 'w:sectPr')) {
      expect(only(section, 'w:pgNumType').attributes['w:start']).toBe('1');
      expect(section.children.some(({ name }) => name === 'w:titlePg')).toBe(true);
      expect(section.children.filter(({ name }) => name === 'w:headerReference').map(({ attributes }) => attributes['w:type'])).toEqual([
        'default',
      ]);
    }
  });
  it('draws the motto’s line as long as the motto, and the others from a third to a half of what stands above them', () => {
    const drawn = all(demoBody, 'w:p')
      .filter((paragraph) => styleOf(paragraph) === 'Rule')
      .map((paragraph) => all(paragraph, 'w:ind')[0]);
    const [left, right] = all(all(demoBody, 'w:tbl')[0] ?? demoBody, 'w:gridCol').map((column) => number(column, 'w'));
    const length = (column: number | undefined, at: number) => (column ?? 0) - number(drawn[at], 'left') - number(drawn[at], 'right');
    const ratio = (column: number | undefined, at: number, text: string, points: number) => length(column, at) / boldWidth(text, points);
    expect(ratio(right, 1, 'Độc lập - Tự do - Hạnh phúc', 14)).toBeCloseTo(1, 1);
    expect(ratio(left, 0, 'ỦY BAN NHÂN DÂN', 13)).toBeGreaterThan(1 / 3);
    expect(ratio(left, 0, 'ỦY BAN NHÂN DÂN', 13)).toBeLessThan(1 / 2);
    const width = 11906 - Math.round(45 * MM);
    expect(length(width, 2) / width).toBeGreaterThan(1 / 3);
    expect(length(width, 2) / width).toBeLessThan(1 / 2);
  });
  it('keeps the country’s name on one line', () => {
    const [, right] = all(all(demoBody, 'w:tbl')[0] ?? demoBody, 'w:gridCol').map((column) => number(column, 'w'));
    expect(right).toBeGreaterThan(boldWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13));
  });
  it('repeats the head of every ruled table and breaks no row', () => {
    const ruled = all(demoBody, 'w:tbl').filter((table) => all(table, 'w:tblStyle')[0]?.attributes['w:val'] === 'Ruled');
    expect(ruled.length).toBe(6);
    for (const table of ruled) {
      const rows = table.children.filter(({ name }) => name === 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...rows.slice(1).map(() => 0)]);
      expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    }
  });
  it('gives every row as many cells as its table has columns, and ends every cell with a paragraph', () => {
    for (const table of all(demoBody, 'w:tbl')) {
      const columns = all(only(table, 'w:tblGrid'), 'w:gridCol').map((column) => number(column, 'w'));
      for (const row of table.children.filter(({ name }) => name === 'w:tr')) {
        const cells = row.children.filter(({ name }) => name === 'w:tc');
        expect(cells.map((cell) => number(all(cell, 'w:tcW')[0], 'w'))).toEqual(columns);
        for (const cell of cells) expect(cell.children[cell.children.length - 1]?.name).toBe('w:p');
      }
    }
  });
  it('stands in the schema’s order everywhere, and names only styles that exist', () => {
    const known = all(styles, 'w:style').map(({ attributes }) => attributes['w:styleId']);
    for (const kind of KINDS) {
      const parts = partsOf(demo, kind);
      expect([...parts.values()].flatMap(misplaced)).toEqual([]);
      for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
        for (const { attributes } of all(part(parts, 'word/document.xml'), name)) expect(known).toContain(attributes['w:val']);
    }
  });
});

describe('what a document says', () => {
  it('begins as an official letter does, with number and day left blank', () => {
    const parts = { issuer: inStyle(demoBody, 'Issuer'), number: inStyle(demoBody, 'Number'), date: inStyle(demoBody, 'PlaceDate') };
    expect(parts.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ QUY KỲ']);
    expect(parts.number[0]).toMatch(/^Số:\u00a0+\/BC-UBND$/);
    expect(parts.date[0]).toMatch(/^Quy Kỳ, ngày\u00a0+tháng\u00a0+năm 2024$/);
    expect(inStyle(demoBody, 'Addressee')).toEqual(['Kính gửi: Ủy ban nhân dân huyện Định Hóa.']);
  });
  it('cites what it rests on in full, with days below 10 and months 1 and 2 in two digits', () => {
    const basis = inStyle(demoBody, 'Basis');
    expect(basis[2]).toContain('Kế hoạch số 170/KH-UBND ngày 03 tháng 7 năm 2023 của Ủy ban nhân dân huyện Định Hóa');
    expect(basis.map((line) => line.slice(-1))).toEqual([';', ';', ';', '.']);
    expect(basis[3]).toContain('Kế hoạch số ……/KH-UBND ngày …… tháng 3 năm 2024');
  });
  it('writes abbreviations in full where it uses them for the first time', () => {
    const [opening = ''] = inStyle(demoBody, 'Body');
    expect(opening).toMatch(/^Ủy ban nhân dân \(UBND\) xã Quy Kỳ báo cáo .*Câu lạc bộ \(CLB\).*người cao tuổi \(NCT\) năm 2024/);
    const before = textOf(demoBody).split('(CLB)')[0] ?? '';
    expect(before).not.toMatch(/CLB|NCT/);
  });
  it('has the five parts of the outline, closes with “./.” and is signed for the committee', () => {
    expect(inStyle(demoBody, 'Part').map((title) => title.split('.')[0])).toEqual(['I', 'II', 'III', 'IV', 'V']);
    expect(inStyle(demoBody, 'Closing')[0]).toMatch(/\.\/\.$/);
    expect(inStyle(demoBody, 'SignTitle')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    expect(inStyle(demoBody, 'Copies').slice(-1)[0]).toBe('- Lưu: VP, HNCT.');
  });
  it('leaves a part that nobody wrote to be filled in by hand, and writes no word into it', () => {
    const empty = { leadership: [], assessment: [], nextSteps: [], proposals: [] };
    const paragraphs = all(bodyOf(aDocumentContent({ document: someFacts({ narratives: empty }) })), 'w:p');
    const assessment = paragraphs.findIndex((one) => textOf(one).startsWith('III. '));
    expect(paragraphs.slice(assessment + 1, assessment + 5).map(styleOf)).toEqual(['Dotted', 'Dotted', 'Dotted', 'Part']);
    expect(inStyle(demoBody, 'Dotted')).toEqual(['', '', '']);
  });
  it('is the association’s own for its chain, addressed to its office and to the committee', () => {
    const body = bodyOf(demo, 'draft', 1);
    expect(inStyle(body, 'Issuer')).toEqual(['HỘI NGƯỜI CAO TUỔI', 'XÃ QUY KỲ']);
    expect(inStyle(body, 'Number')[0]).toMatch(/\/BC-HNCT$/);
    expect(inStyle(body, 'AddresseeLine')).toEqual(['- Ban đại diện Hội Người cao tuổi huyện Định Hóa;', '- Ủy ban nhân dân xã Quy Kỳ.']);
    expect(inStyle(body, 'SignTitle')).toEqual(['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH']);
  });
  it('is the successor’s after a merger', () => {
    const body = bodyOf(demoContent('2025-12-18', 'năm 2025'));
    expect(inStyle(body, 'Issuer')).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ KIM PHƯỢNG']);
    expect(inStyle(body, 'PlaceDate')[0]).toMatch(/^Kim Phượng, /);
    expect(inStyle(body, 'Addressee')).toEqual(['Kính gửi: Ủy ban nhân dân tỉnh Thái Nguyên.']);
    expect(inStyle(body, 'Copies')).not.toContain('- BĐD Hội NCT huyện;');
  });
  it('shows before an approval that it is a draft, on every page; a copy for signature shows nothing of the kind', () => {
    expect(inStyle(demoBody, 'Mark')).toEqual(['DỰ THẢO']);
    expect(textOf(part(demoParts, 'word/footer1.xml'))).toContain('Dự thảo');
    expect(all(demoBody, 'w:footerReference')).toHaveLength(6);
    const clean = partsOf(demo, 'clean');
    expect(clean.has('word/footer1.xml')).toBe(false);
    expect(textOf(part(clean, 'word/document.xml'))).not.toMatch(/dự thảo|bản mềm/i);
    expect(textOf(part(partsOf(demo, 'soft'), 'word/footer1.xml'))).toContain('Bản mềm – chưa ký, chưa cấp số');
  });
  it('tells no small count of what is sensitive', () => {
    const text = textOf(bodyOf(aDocumentContent()));
    expect(text).toContain('Người dân tộc thiểu số: dưới 5/174');
    expect(inStyle(bodyOf(aDocumentContent()), 'CellNumber')).toContain('dưới 5');
  });
  it('says which report it replaces and what it says otherwise, in an appendix of its own; number and date of another chain are dots', () => {
    const { clubs } = aDocumentContent();
    const issued = { number: '05/BC-UBND', date: '2024-12-19' as IsoDate };
    const replaces = {
      key: 'before',
      sentAt: demo.sentAt,
      issued,
      targets: [],
      clubs: clubs.slice(0, 1).map((one) => ({ ...one, women: { low: 1, high: 1 } })),
      newClubs: [],
    };
    const papers = [aPaper(), aPaper({ chain: 'hoi', symbol: 'BC-HNCT' })];
    const content = aDocumentContent({ replaces, document: someFacts({ papers }) });
    const [own = '', other = ''] = [0, 1].map((chain) => inStyle(bodyOf(content, 'draft', chain), 'Body')[0] ?? '');
    expect(own).toMatch(/^Báo cáo này thay thế Báo cáo số 05\/BC-UBND ngày 19 tháng 12 năm 2024;/);
    expect(other).toContain('Báo cáo số ……/BC-HNCT ngày …… tháng …… năm ……;');
    const body = bodyOf(content);
    expect(inStyle(body, 'AppendixNumber')).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III']);
    expect(inStyle(body, 'CellText').some((text) => text.includes('nữ 1;'))).toBe(true);
    expect(inStyle(bodyOf(aDocumentContent()), 'AppendixNumber')).toHaveLength(2);
  });
  it('names no member', () => {
    expect(textOf(demoBody)).not.toMatch(/TV\d{4} |Lường Thị Thắm/);
  });
  it('puts the line of totals below the clubs, with the figures of the report', () => {
    const table = all(bodyOf(aDocumentContent()), 'w:tbl').find((one) => textOf(one).includes('Tổng số'));
    const rows = table?.children.filter(({ name }) => name === 'w:tr').map((row) => row.children.slice(1).map(textOf)) ?? [];
    expect(rows[rows.length - 1]).toEqual(['', 'Tổng số', '', '', '174', 'từ 105 đến 109', '121', '83', '', '']);
    expect(rows).toHaveLength(5);
  });
});

describe('the signature', () => {
  it.each([
    [['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    [['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG']],
  ])('stands in as many lines as it has: %j', (titles) => {
    const body = bodyOf(aDocumentContent({ document: someFacts({ papers: [aPaper({ signature: { titles } })] }) }));
    expect(inStyle(body, 'SignTitle')).toEqual(titles);
    expect(inStyle(body, 'SignName')).toEqual(['']);
  });
});

describe('whatever people typed', () => {
  const HOSTILE = `<w:p>&amp;"'\u0000\u0007\u000b\u001f\ufffe\ud800 ]]> ${'dài'.repeat(400)}`;
  it('stays text, without what XML forbids', () => {
    const document = someFacts({
      papers: [aPaper({ issuer: HOSTILE, head: [HOSTILE, HOSTILE], place: HOSTILE, copies: [HOSTILE], addressees: [HOSTILE, HOSTILE] })],
      narratives: { leadership: [HOSTILE], assessment: [HOSTILE], nextSteps: [], proposals: [] },
    });
    const body = bodyOf(aDocumentContent({ document, title: HOSTILE, issuer: HOSTILE }));
    expect(inStyle(body, 'Body').some((line) => line.startsWith('<w:p>&amp;"\' ]]> dài'))).toBe(true);
  });
  it('fits 45 clubs and 200 addressees', () => {
    const { clubs } = aDocumentContent();
    const many = Array.from({ length: 45 }, (_, at) => ({ ...clubs[at % 3], code: `CLB${at}` }) as (typeof clubs)[number]);
    const papers = [aPaper({ addressees: Array.from({ length: 200 }, (_, at) => `Nơi nhận ${at}`) })];
    const [file] = reportDocuments(aDocumentContent({ clubs: many, document: someFacts({ papers }) }), 'draft');
    expect(file?.bytes.length).toBeLessThan(60_000);
  });
  it('gives sound XML in every part, in every kind', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }));
    fc.assert(
      fc.property(
        anything,
        fc.array(anything, { maxLength: 3 }),
        fc.constantFrom(...KINDS),
        fc.boolean(),
        (word, words, kind, approved) => {
          const document = someFacts({
            papers: [aPaper({ issuer: word, head: words, copies: words, addressees: words, signature: { titles: words, name: word } })],
            basis: words,
            subject: word,
            narratives: { leadership: words, assessment: words, nextSteps: words, proposals: words },
          });
          const content = aDocumentContent({
            document,
            title: word,
            notes: [{ severity: 'info', text: word }],
            ...(approved ? { approval: APPROVED } : {}),
          });
          const parts = partsOf(content, kind);
          expect([...parts.values()].flatMap(misplaced)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});
