// The two funds of a demo club: what it was given, then a line a month for fees, interest and spending, as clubs keep their books.
import type { IsoDate } from '../../rules/calendar-date.ts';
import { addDays, monthOf } from '../../rules/calendar-date.ts';
import type { DemoClub, DemoMember } from './club.ts';
import { presentOn } from './club.ts';
import { type DemoLoan, outstanding } from './loans.ts';
import { firstOfMonth, lastOfMonth, monthly } from './months.ts';
import type { Random } from './random.ts';
import type { DemoRow, Entry } from './register.ts';

export interface FundStart {
  readonly on: IsoDate;
  readonly fund: 'income' | 'operating';
  /** a source of the plan, or one of the register's own kinds */
  readonly kind: string;
  readonly amount: number;
  readonly inKind?: number;
  readonly note?: string;
}
export interface FundSpec {
  readonly club: DemoClub;
  readonly starts: readonly FundStart[];
  /** what each member pays a month, in đồng */
  readonly fee: number;
  /** months are written from this day on; from the month after the launch unless said */
  readonly from?: IsoDate;
  /** and up to this day */
  readonly until: IsoDate;
}

type Line = Entry<'funds'>;
const thousands = (amount: number): number => Math.round(amount / 1000) * 1000;

/** Every line of a club's funds. Lending and principal paid back stand with the loans, not here. */
export function fundLines(spec: FundSpec, members: readonly DemoMember[], loans: readonly DemoLoan[], random: Random): Line[] {
  const { club, starts, fee, until, from } = spec;
  const begun = starts.map(
    ({ on, fund, kind, amount, inKind, note }): Line => ({
      on,
      row: { club: club.code, fund, date: on, received: amount, kind, inKind: inKind ?? null, note: note ?? null },
    }),
  );
  const firstMonth = addDays(lastOfMonth(from ?? club.launched), 1);
  const months = monthly(1, firstMonth, until).filter((month) => lastOfMonth(month) <= until);
  return [...begun, ...months.flatMap((month) => monthLines(club, month, { members, loans, fee }, random))];
}

interface Books {
  readonly members: readonly DemoMember[];
  readonly loans: readonly DemoLoan[];
  readonly fee: number;
}

function monthLines(club: DemoClub, month: IsoDate, { members, loans, fee }: Books, random: Random): Line[] {
  const on = lastOfMonth(month);
  const line = (row: Partial<DemoRow<'funds'>>): Line => ({ on, row: { club: club.code, date: firstOfMonth(month), ...row } });
  const paying = presentOn(members, club, on).length - random.int(0, 4);
  const lent = outstanding(loans, month);
  const lines = [
    line({ fund: 'operating', received: paying * fee, kind: 'memberFees', note: 'Cộng cả tháng' }),
    line({ fund: 'operating', spent: random.int(8, 20) * 15_000, kind: 'other', note: 'Nước uống, thăm hỏi thành viên ốm' }),
  ];
  if (lent > 0) lines.push(line({ fund: 'income', received: thousands(lent * 0.01), kind: 'interest', note: 'Phí vay 1%/tháng' }));
  if (lent > 0 && monthOf(month) % 3 === 0) {
    lines.push(line({ fund: 'income', spent: 300_000, kind: 'transfer', note: 'Trích sang quỹ hoạt động' }));
    lines.push(line({ fund: 'operating', received: 300_000, kind: 'transfer', note: 'Nhận từ quỹ tăng thu nhập' }));
  }
  return lines;
}
