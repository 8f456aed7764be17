// The letterheads of a report's documents, one a chain: issuer, place, addressees, copies and signature as of a day.
import type { IsoDate } from '../calendar-date.ts';
import type { Chain, Level, Plan } from '../plan/schema.ts';
import { type Issuer, issuerOn, officeOn, unitOn } from '../plan/unit-names.ts';
import type { Identity, SignerFact } from '../register/identity.ts';
import type { Paper } from './document-content.ts';
import type { Reporter } from './letterhead.ts';
import { PAPER, spelledOut } from './paper-labels.ts';

/** Whose papers, on which day; `approver`: the leader who approved, if anybody has. */
export interface PaperQuestion {
  readonly plan: Plan;
  readonly level: Level;
  readonly reporter: Reporter;
  readonly identity: Identity;
  readonly day: IsoDate;
  readonly approver?: string | undefined;
}

/** One paper a chain, in the plan's order. */
export function papersOf(question: PaperQuestion): Paper[] {
  const { plan, level, reporter, day } = question;
  const reporting = plan.reporting.find((one) => one.level === level);
  const chains = reporting?.chains ?? [];
  const issuers = new Map(chains.map((chain) => [chain.id, issuerOn(chain, day, reporter)] as const));
  return chains.map((chain): Paper => {
    const issuer = issuerOn(chain, day, reporter);
    const addressees = [officeOn(plan, chain, day).name, ...committeeBeside(chain, issuers)];
    return {
      chain: chain.id,
      issuer: issuer.name,
      ...headOf(issuer),
      symbol: issuer.symbol,
      place: placeOf(unitOn(reporter, day).name),
      addressees: addressees.map(spelledOut),
      copies: copiesOf(chain, chains, reporting?.copies ?? [], question),
      signature: signatureOf(chain, issuer, question),
    };
  });
}

/** The association reports to the committee of its own level too (both plans: "báo cáo … Ủy ban nhân dân"). */
const committeeBeside = (chain: Chain, issuers: ReadonlyMap<Chain['id'], Issuer>): string[] => {
  const committee = chain.id === 'hoi' ? issuers.get('ubnd') : undefined;
  return committee === undefined ? [] : [committee.name];
};

/** Two lines that are one name are both the issuer; else the first is the agency above it (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2). */
function headOf({ name, head }: Issuer): Pick<Paper, 'head' | 'parent'> {
  const [first, ...rest] = head;
  const oneName = head.join(' ') === spelledOut(name).toUpperCase();
  return first === undefined || rest.length === 0 || oneName ? { head } : { parent: first, head: rest };
}

/** "xã An Bình" is dated from "An Bình". */
const placeOf = (unit: string): string => unit.replace(/^(?:xã|phường|thị trấn|thị xã|thành phố|huyện|quận|tỉnh) /i, '');

/** The plan's own list is the committee's; the other chain's office of the day stands for the one it names by its level. */
function copiesOf(chain: Chain, chains: readonly Chain[], listed: readonly string[], { plan, day }: PaperQuestion): string[] {
  if (chain.role !== 'to') return [PAPER.asAbove, PAPER.archived];
  const others = chains.filter((one) => one !== chain).map((one) => officeOn(plan, one, day).name);
  const archive = listed.find((copy) => copy.startsWith(PAPER.archive)) ?? PAPER.archived;
  const own = listed.filter((copy) => !copy.startsWith(PAPER.archive) && !PAPER.office.test(copy));
  return [PAPER.asAbove, ...others, ...own, archive];
}

function signatureOf(chain: Chain, issuer: Issuer, { identity, day, approver }: PaperQuestion): Paper['signature'] {
  const able = identity.signersOn(day).filter((signer) => signer.chain === undefined || signer.chain === chain.id);
  const signer = able.find(({ name }) => name === approver) ?? able[0];
  const name = signer?.name ?? issuer.signer ?? undefined;
  return { titles: titlesOf(issuer, signer), ...(name === undefined ? {} : { name }) };
}

/**
 * "KT. CHỦ TỊCH" is signed by the deputy, whose own title stands below; by order (TL., TUQ.) nobody signs for the whole committee
 * (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7).
 */
function titlesOf({ authority, position }: Issuer, signer: SignerFact | undefined): string[] {
  const written = (signer?.position ?? position)
    .split(/\s*[/\n;]\s*/)
    .map((line) => line.trim().toUpperCase())
    .filter((line) => line !== '');
  const [first = ''] = written;
  const own = /^KT\. ?\S/.test(first) && written.length === 1 ? [first, first.replace(/^KT\. ?/, PAPER.deputy)] : written;
  const byOrder = /^(?:TL|TUQ)\./.test(first);
  return /^TM\./.test(authority) && !byOrder && !own.includes(authority) ? [authority, ...own] : own;
}
