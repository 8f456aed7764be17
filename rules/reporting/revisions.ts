// Revisions: a report that replaces one that was sent, of the same period and window, with its own approval and its own mail. Asked for by a
// person, numbered like the reports on directive, so that of two who ask at once the first counts.
import type { IsoDate } from '../calendar-date.ts';
import type { AdHocRequest } from './ad-hoc.ts';
import type { Ledger } from './ledger.ts';
import type { PlannedReport } from './periods.ts';

/** `…/2024/1` -> `…/2024/2` */
export const nextRevision = (key: string): string => key.replace(/\d+$/, (number) => String(Number(number) + 1));

/** 1 for the report itself, 2 for what first replaced it. */
export const revisionNumber = (key: string): number => Number(/\d+$/.exec(key)?.[0] ?? 1);

/** The reports with their revisions. A revision of what is no report of the register is none. */
export function withRevisions(reports: readonly PlannedReport[], requests: readonly AdHocRequest[]): PlannedReport[] {
  const all = [...reports];
  for (const { place, revises } of requests) {
    const replaced = all.find(({ key }) => key === revises);
    if (replaced === undefined || revises === undefined) continue;
    const key = nextRevision(revises);
    if (!all.some((one) => one.key === key)) all.push({ ...replaced, key, place, revises });
  }
  return all;
}

/** The revision that somebody asked for, sent or not. */
export const revisionOf = ({ requests }: Pick<Ledger, 'requests'>, key: string): (AdHocRequest & { readonly key: string }) | undefined => {
  const request = requests.find(({ revises }) => revises === key);
  return request === undefined ? undefined : { ...request, key: nextRevision(key) };
};

/** The revision that was sent in a report's place, the newest of them; `isSent` knows the lines. */
export function replacementOf(ledger: Pick<Ledger, 'requests'>, key: string, isSent: (key: string) => boolean): string | undefined {
  let newest: string | undefined;
  for (let one = revisionOf(ledger, key); one !== undefined; one = revisionOf(ledger, one.key)) if (isSent(one.key)) newest = one.key;
  return newest;
}

/** A request for a revision, as it is kept: the period stands beside it for whoever looks at the row. */
export const revisionRequest = (
  { period, key }: PlannedReport,
  more: Pick<AdHocRequest, 'number' | 'place' | 'asked' | 'at'>,
): AdHocRequest & { readonly from: IsoDate } => ({
  ...more,
  title: period.label,
  from: period.from,
  cutOff: period.cutOff,
  due: period.due,
  revises: key,
});
