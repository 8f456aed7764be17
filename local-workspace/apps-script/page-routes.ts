// The page's routes to the scripts of a workbook.
import type { Answer, Consent, Open, Run } from '../page/protocol.ts';
import { type PageAnswer, type PageRoutes, wishOf } from '../page/routes.ts';
import type { ScriptHost } from './script-host.ts';

const ok = (body: unknown): PageAnswer => ({ code: 200, body });

/** Adds run, open, answer, consent and runs. */
export function addScriptRoutes(routes: PageRoutes, scripts: ScriptHost): void {
  routes.add('POST /_workspace/page/run', async (request) => ok(await scripts.run(wishOf<Run>(request))));
  routes.add('POST /_workspace/page/open', async (request) => {
    await scripts.opened(wishOf<Open>(request));
    return ok({});
  });
  routes.add('POST /_workspace/page/answer', (request) => ok({ taken: scripts.answer(wishOf<Answer>(request)) }));
  routes.add('POST /_workspace/page/consent', (request) => {
    scripts.consent(wishOf<Consent>(request));
    return ok({});
  });
  routes.add('GET /_workspace/page/runs', () => ok(scripts.runs()));
}
