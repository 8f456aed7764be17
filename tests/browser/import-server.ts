// What the script behind the sheet answers to the dialog of an import, by the real rules over a small register.
import type { DecisionsGiven, DefaultsGiven, ImportRequest, Mapping } from '../../rules/import/import-content.ts';
import { clubOptions, previewImport, targetOptions } from '../../rules/import/preview-import.ts';
import { QUY_KY, type RowCells } from '../findings/a-register.ts';
import { aBook, type Book, importInto } from '../import/a-book.ts';
import type { Server } from './dialog-page.ts';

export interface ImportServer {
  readonly server: Server;
  book(): Book;
  /** somebody else changes the register */
  put(members: readonly RowCells<'members'>[]): void;
}

/** Answers over a register with these members. */
export function importServer(members: readonly RowCells<'members'>[] = []): ImportServer {
  let book = aBook(members);
  const requestOf = (text: string, mapping: Mapping, defaults: DefaultsGiven, decisions: DecisionsGiven): ImportRequest => ({
    text,
    mapping,
    defaults,
    decisions,
  });
  const preview = (request: ImportRequest) => previewImport(book.register, QUY_KY, request).preview;
  return {
    book: () => book,
    put: (rows) => {
      book = aBook(rows);
    },
    server: {
      importStart: () => ({
        state: 'ready',
        clubs: clubOptions(book.register),
        targets: targetOptions(book.register, QUY_KY),
        today: '2024-12-10',
        notes: [],
      }),
      importPreview: (...asked: Parameters<typeof requestOf>) => preview(requestOf(...asked)),
      importConfirm: (text: string, mapping: Mapping, defaults: DefaultsGiven, decisions: DecisionsGiven, hash: string) => {
        const request = requestOf(text, mapping, defaults, decisions);
        const now = preview(request);
        if (now.hash !== hash) return { state: 'changed', preview: now };
        const { write, after } = importInto(book, text, request);
        book = after;
        const codes = now.lines.flatMap(({ line, title }) => {
          const code = write.codes.get(line);
          return code === undefined ? [] : [{ line, code, title }];
        });
        return { state: 'done', codes, counts: now.counts, notes: [] };
      },
    },
  };
}
