// What the demo's receivers answered to reports that went out: most are received, one is returned with what is to be mended.

import { hearUnits } from '../../functions/hear-units.ts';
import type { LogEntry } from '../../functions/log.ts';
import { settingOf } from '../../functions/setup.ts';
import { takeSuperiorTurn } from '../../functions/superior-turn.ts';
import { takeTurn } from '../../functions/take-turn.ts';
import type { Instant } from '../../rules/calendar-date.ts';
import { SENT_STATES } from '../../rules/reporting/ledger.ts';
import { ANSWERED_BY } from '../../rules/reporting/life-labels.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import type { DemoDistrict } from '../demo-district.ts';
import { LOCAL, localClients } from '../local-google.ts';

/** By the place of a unit among those that have sent. */
const RETURNED_AT = 4;
const MOST_ANSWERED = 8;
const REASON = 'Đề nghị kiểm tra lại số thành viên được vay vốn trong kỳ (nội dung mẫu).';

/** Records the answers of one superior's reports, once: what is answered already stays as it is. */
export async function answerDemo(
  workspace: string,
  { superiors, registers }: DemoDistrict,
  now: Instant,
  log: (entry: LogEntry) => void,
): Promise<number> {
  const setup = { clients: localClients(workspace), mailbox: LOCAL.mailbox, now: () => now, log };
  let answered = 0;
  for (const { id, plan } of superiors) {
    const units = await hearUnits(id, setup, settingOf(setup, now));
    const sent = [...(units?.heard ?? [])].flatMap(([unit, heard]) => {
      const register = registers.find((one) => one.plan === plan && one.unit === unit)?.id;
      const reports = heard.kind === 'heard' ? [...heard.reports].filter(([, { status }]) => SENT_STATES.includes(status)) : [];
      return register === undefined ? [] : reports.slice(-1).map(([report, { status }]) => ({ register, report, status }));
    });
    const before = answered;
    for (const [place, { register, report, status }] of sent.slice(0, MOST_ANSWERED).entries()) {
      if (status !== 'sent') continue;
      const asked = { by: ANSWERED_BY.link, at: now };
      const wish: Wish =
        place === RETURNED_AT
          ? { kind: 'returned', report, reasons: [{ place: 'other', text: REASON }], asked }
          : { kind: 'received', report, asked };
      await takeTurn(register, setup, wish, { sends: false });
      answered += 1;
    }
    if (answered > before) await takeSuperiorTurn(id, setup);
  }
  return answered;
}
