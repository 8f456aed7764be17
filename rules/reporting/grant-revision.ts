// Whether a report that was sent may be replaced: once, and only the newest of its revisions.
import { localDate } from '../calendar-date.ts';
import { Problem } from '../problem.ts';
import { nextNumber, placeFor, requestMarker } from './ad-hoc.ts';
import type { Grant, Scene } from './grant-scene.ts';
import { lateness } from './lateness.ts';
import type { Ledger } from './ledger.ts';
import { requestBlocks, rowsOf } from './ledger-rows.ts';
import { LIFE_SAID } from './life-labels.ts';
import { nextRevision, revisionOf, revisionRequest } from './revisions.ts';
import type { Wish } from './wish.ts';
import { SAID } from './wish-labels.ts';

/** Throws a Problem where there is nothing to replace, or something replaces it already. */
export function grantRevision(wish: Extract<Wish, { readonly kind: 'revise' }>, scene: Scene, ledger: Ledger): Grant {
  const { register, reports, found, setting } = scene;
  const report = reports.find(({ key }) => key === wish.report);
  if (report === undefined) throw new Problem('REPORT_UNKNOWN', { register, report: wish.report });
  if (ledger.entries.get(report.key)?.line.status !== 'sent') throw new Problem('NOT_SENT_YET', { report: report.key });
  const existing = revisionOf(ledger, report.key);
  if (existing !== undefined) throw new Problem('REVISION_EXISTS', { report: report.key, by: existing.key });
  const stands = lateness({ ...report, unit: found.unitId }, localDate(setting.now), ledger.extensions);
  if (stands.state === 'locked') throw new Problem('REVISION_LOCKED', { report: report.key, since: stands.since });
  const number = nextNumber(ledger.requests);
  const place = placeFor(found.plan, number, found.level);
  const request = revisionRequest(report, { number, place, asked: wish.asked.by, at: wish.asked.at });
  const key = nextRevision(report.key);
  return {
    first: {
      register,
      blocks: requestBlocks(rowsOf(place), key, request, report.period, 'awaitingApproval'),
      publish: requestMarker(found.plan, found.unitId, request),
    },
    request,
    said: () => ({ said: LIFE_SAID.revised(SAID.reportOf(report.schedule.title, report.period.label)) }),
  };
}
