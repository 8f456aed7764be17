// What the page asks of the workspace beside the scripts: setup, workbooks, grids, edits, mail, commands, and the page itself.
import type { ScriptHost } from '../apps-script/script-host.ts';
import type { Store } from '../store.ts';
import type { PageBus } from './bus.ts';
import { publishChanges } from './changes.ts';
import { gridView, workbookView } from './grid-view.ts';
import { attachmentOf, mailView } from './mail-view.ts';
import { personsEdit } from './person-edit.ts';
import type { CommandAnswer, CommandWish, Edit, PageHost, WorkbookView } from './protocol.ts';
import { type PageAnswer, type PageRequest, type PageRoutes, wishOf } from './routes.ts';
import { addStaticRoutes } from './static-routes.ts';

export interface PageParts {
  readonly store: Store;
  readonly now: () => number;
  readonly bus: PageBus;
  readonly pages: PageRoutes;
  readonly scripts: ScriptHost;
  readonly host: PageHost;
}

const ok = (body: unknown): PageAnswer => ({ code: 200, body });

const param = ({ url }: PageRequest, name: string): string => url.searchParams.get(name) ?? '';

/** Serves the page from now on. Rejects when the browser's code cannot be bundled. */
export async function servePage(parts: PageParts): Promise<void> {
  const { store, now, bus, pages, scripts, host } = parts;
  await addStaticRoutes(pages);
  publishChanges(store, bus);
  pages.add('GET /_workspace/page/setup', async () => ok(await host.setup()));
  pages.add('GET /_workspace/page/workbook', (request) => ok(workbookOf(parts, param(request, 'spreadsheet'), param(request, 'as'))));
  pages.add('GET /_workspace/page/grid', (request) =>
    ok(gridView(store, param(request, 'spreadsheet'), Number(param(request, 'sheet')), param(request, 'as'), now())),
  );
  pages.add('GET /_workspace/page/mail', (request) => ok(mailView(store, param(request, 'mailbox'))));
  pages.add('GET /_workspace/page/attachment', (request) => attachment(store, request));
  pages.add('POST /_workspace/page/edit', (request) => {
    const edit = wishOf<Edit>(request);
    const { answer, done } = personsEdit(store, edit, now());
    if (done !== undefined) scripts.edited({ ...done, window: edit.window });
    return ok(answer);
  });
  pages.add('POST /_workspace/page/command', async (request) => ok(await commanded(parts, wishOf<CommandWish>(request))));
}

function workbookOf({ store, scripts }: PageParts, id: string, as: string): WorkbookView {
  const view = workbookView(store, id, as);
  const sidebar = view.access === 'none' ? undefined : scripts.sidebarOf(id, as);
  return {
    ...view,
    menus: view.access === 'none' ? [] : scripts.menusOf(id, as),
    ...(sidebar === undefined ? {} : { sidebar }),
  };
}

async function commanded({ host, bus, now }: PageParts, { id, input }: CommandWish): Promise<CommandAnswer> {
  const began = now();
  let told = began;
  const tellClock = (): void => {
    if (now() !== told) bus.publish({ kind: 'clock', now: now() });
    told = now();
  };
  try {
    const said = await host.command(id, input, (text) => {
      bus.publish({ kind: 'progress', text });
      tellClock();
    });
    return { said };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    tellClock();
  }
}

function attachment(store: Store, request: PageRequest): PageAnswer {
  const found = attachmentOf(store, param(request, 'mailbox'), param(request, 'message'), Number(param(request, 'part')));
  if (found === undefined) return { code: 404, body: { error: 'no such attachment' } };
  const headers = {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { code: 200, type: found.type, content: found.content, headers };
}
