// The digest's words: who has sent, who has not and what keeps them, and what happens next. Pure.
import { daysBetween, type IsoDate, localDate, saidMoment, viDate } from '../../rules/calendar-date.ts';
import { numberText } from '../../rules/progress/labels.ts';
import type { DigestContent, DigestUnit } from '../../rules/reporting/digest-content.ts';
import { capital, lowered } from '../../rules/text.ts';
import { addressed, listed, partsOfRemark } from '../letter-head.ts';

export interface MissingRow {
  readonly name: string;
  /** what keeps the report, a whole sentence */
  readonly reason: string;
  /** begins "Đề nghị" */
  readonly request: string;
}
export interface SentRow {
  readonly name: string;
  readonly date: string;
  readonly timeliness: string;
  readonly color: string;
}
export interface DigestMailView {
  readonly heading: string;
  /** "18/21 đơn vị" */
  readonly count: string;
  readonly today: IsoDate;
  readonly superior: string;
  readonly planTitle: string;
  readonly time: string;
  readonly to: readonly string[];
  readonly summary: string;
  readonly missing: readonly MissingRow[];
  readonly missingTitle: string;
  /** other reports that units have not sent although they were reminded */
  readonly others: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly sent: readonly SentRow[];
  readonly sentTitle: string;
  readonly days: readonly { readonly label: string; readonly text: string }[];
  readonly next: readonly string[];
  readonly footer: readonly string[];
}

const IN_TIME = '#1a7340';
const LATE = '#9a5b00';

const isSent = ({ state }: DigestUnit): boolean => state === 'sent';

function summaryOf(units: readonly DigestUnit[], count: string): string {
  if (units.length === 0) return 'Kế hoạch chưa có đơn vị nào phải gửi báo cáo.';
  const missing = units.filter((unit) => !isSent(unit));
  return missing.length === 0
    ? `${count} đã gửi; tất cả các đơn vị đã gửi báo cáo.`
    : `${count} đã gửi; chưa gửi: ${listed(missing.map(({ name }) => name))}.`;
}

const REASONS: Readonly<Record<Exclude<DigestUnit['state'], 'sent'>, { readonly reason: string; readonly request: string }>> = {
  notSent: { reason: 'Chưa gửi báo cáo.', request: 'Đề nghị nhắc đơn vị hoàn thành số liệu và gửi báo cáo.' },
  noRegister: { reason: 'Đơn vị chưa có sổ.', request: 'Đề nghị tạo sổ cho đơn vị và ghi mã sổ vào trang Đơn vị.' },
  unreachable: { reason: 'Chưa đọc được sổ của đơn vị.', request: 'Đề nghị người quản trị kiểm tra mã sổ và quyền truy cập sổ.' },
};

const sentence = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? capital(text) : `${capital(text)}.`);

function missingRow({ name, state, remark = '' }: DigestUnit): MissingRow[] {
  if (state === 'sent') return [];
  const { reason, request } = partsOfRemark(remark);
  return [{ name, reason: sentence(reason || REASONS[state].reason), request: sentence(request || REASONS[state].request) }];
}

function sentRow({ name, sentOn, daysLate }: DigestUnit): SentRow {
  const late = daysLate !== undefined && daysLate > 0;
  return {
    name,
    date: sentOn ? viDate(sentOn) : '–',
    timeliness: daysLate === undefined ? 'đã gửi' : late ? `chậm ${numberText(daysLate)} ngày` : 'đúng hạn',
    color: late ? LATE : IN_TIME,
  };
}

function awayFrom(due: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'hôm nay';
  return days > 0 ? `còn ${numberText(days)} ngày` : `đã qua ${numberText(-days)} ngày`;
}

/** What comes after this mail: when the superior's own report goes, and whom it will count. */
function nextOf({ superior, ownDue, units }: DigestContent, today: IsoDate): string[] {
  const complete = units.every(isSent);
  const when = today <= ownDue ? `đến hạn ngày ${viDate(ownDue)}` : `đã đến hạn ngày ${viDate(ownDue)}`;
  if (complete) return [`Báo cáo tổng hợp của ${superior} ${when}, tính trên số liệu của tất cả các đơn vị.`];
  return [
    `Báo cáo tổng hợp của ${superior} ${when}, tính trên số liệu đã nhận được của các đơn vị đến lúc gửi; đơn vị chưa có số liệu được nêu tên trong báo cáo.`,
    ...(today < ownDue ? [`Thư này được gửi mỗi ngày một lần, đến khi tất cả các đơn vị đã gửi hoặc đến ngày ${viDate(ownDue)}.`] : []),
  ];
}

/** Everything the digest says, from its content. */
export function digestMailView(content: DigestContent): DigestMailView {
  const { units, superior, reportName, due, ownDue, now } = content;
  const today = localDate(now);
  const sent = units.filter(isSent);
  const count = `${numberText(sent.length)}/${numberText(units.length)} đơn vị`;
  return {
    heading: `Tình hình gửi ${lowered(reportName)}`,
    count,
    today,
    superior: capital(superior),
    planTitle: content.planTitle,
    time: saidMoment(now),
    to: addressed(content.to),
    summary: summaryOf(units, count),
    missing: units.flatMap(missingRow),
    missingTitle: `Chưa gửi (${numberText(units.length - sent.length)} đơn vị)`,
    others: (content.others ?? []).map(({ name, due: day, of, missing }) => ({
      title: `${name}, hạn gửi ${viDate(day)}: ${numberText(missing.length)}/${numberText(of)} đơn vị chưa gửi dù đã được nhắc`,
      lines: missing.map((unit) => `${unit.name}: ${unit.remark ?? REASONS.notSent.reason}`),
    })),
    sent: sent.map(sentRow),
    sentTitle: `Đã gửi (${numberText(sent.length)} đơn vị)`,
    days: [
      { label: 'Hạn gửi của các đơn vị', text: `ngày ${viDate(due)} (${awayFrom(due, today)})` },
      { label: 'Hạn gửi báo cáo tổng hợp', text: `ngày ${viDate(ownDue)} (${awayFrom(ownDue, today)})` },
    ],
    next: nextOf(content, today),
    footer: [`Mã thư: ${content.key}`, 'Thư tự động, không kèm tệp, không chứa dữ liệu cá nhân.'],
  };
}
