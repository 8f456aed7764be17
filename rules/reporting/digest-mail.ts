// The digest of a day as a mail that is due: its rows, whom it goes to, what it says.

import type { Instant, IsoDate } from '../calendar-date.ts';
import { localDate } from '../calendar-date.ts';
import { unitOn } from '../plan/unit-names.ts';
import { digestContent, digestPlace } from './digest.ts';
import type { ComposeDigest } from './digest-content.ts';
import type { Escalation } from './escalation.ts';
import type { Missing } from './owned-tabs.ts';
import { DIGESTS_A_PERIOD, scheduledPlaces } from './periods.ts';
import type { Office } from './report-content.ts';
import type { SuperiorReview } from './superior-review.ts';
import type { Composed, Due } from './undertaking.ts';

interface DigestSetting {
  readonly now: Instant;
  readonly composeDigest: ComposeDigest;
}

/** The mail of a digest's key. */
export function digestDue(found: SuperiorReview, key: string, late: readonly Escalation[], setting: DigestSetting): Due {
  const { plan, report, unitsDue } = found;
  const today = localDate(setting.now);
  const { kind: _kind, ...period } = report.period;
  const reports = scheduledPlaces(plan, 'superior'); // their rows come first
  return {
    key,
    place: reports + report.place * DIGESTS_A_PERIOD + digestPlace(key, today, unitsDue),
    item: { kind: 'digest', ...period },
    compose: () => composeDigest(found, key, late, setting),
  };
}

/** The superior's own offices, or its contact. */
export function ownAddresses({ identity }: SuperiorReview, today: IsoDate): readonly Office[] {
  const contact = identity.contactOn(today);
  const official = identity.officialAddresses(today);
  return official.length > 0 || contact === undefined ? official : [contact];
}

function composeDigest(
  found: SuperiorReview,
  key: string,
  late: readonly Escalation[],
  setting: DigestSetting,
): Composed | { readonly missing: Missing } {
  const { identity, superior } = found;
  const today = localDate(setting.now);
  const contact = identity.contactOn(today);
  const to = ownAddresses(found, today);
  if (to.length === 0) return { missing: 'contact' };
  return {
    from: unitOn(superior, today).name,
    to,
    cc: [],
    replyTo: contact === undefined ? to : [contact],
    text: setting.composeDigest(digestContent(found, key, setting.now, to, late)),
    daysLate: 0,
    parts: {},
  };
}
