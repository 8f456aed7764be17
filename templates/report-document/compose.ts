// A report's Word documents, one a chain: WordprocessingML from templates, zipped. The same content gives the same bytes.
import type { Attachment, ReportContent } from '../../rules/reporting/report-content.ts';
import { fileNameOf } from '../file-name.ts';
import * as compiled from '../generated/report-document.ts';
import { template } from '../render.ts';
import { zipped } from '../zip.ts';
import { type DocumentView, documentView } from './view.ts';
import type { Kind } from './words.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const PARTS = (
  [
    ['[Content_Types].xml', compiled.contentTypes],
    ['_rels/.rels', compiled.packageRels],
    ['word/document.xml', compiled.document],
    ['word/_rels/document.xml.rels', compiled.documentRels],
    ['word/styles.xml', compiled.styles],
    ['word/settings.xml', compiled.settings],
    ['word/header1.xml', compiled.header],
    ['word/footer1.xml', compiled.footer],
    ['docProps/core.xml', compiled.core],
  ] as const
).map(([name, spec]) => [name, template<DocumentView>(spec)] as const);

const FILE_KINDS: Readonly<Record<Kind, string>> = { draft: 'du thao', clean: 'de ky', soft: 'ban mem' };

/** One document a chain; none where the content holds no facts for documents (a superior's report, one frozen before there were any). */
export function reportDocuments(content: ReportContent, kind: Kind): Attachment[] {
  const { document } = content;
  if (document === undefined) return [];
  return document.papers.map((paper): Attachment => {
    const view = documentView(paper, content, document, kind);
    const parts = PARTS.filter(([name]) => view.mark !== '' || name !== 'word/footer1.xml');
    return {
      name: fileNameOf(content, `${paper.chain} ${FILE_KINDS[kind]}`, 'docx'),
      type: DOCX,
      bytes: zipped(parts.map(([name, render]) => [name, render(view)] as const)),
    };
  });
}
