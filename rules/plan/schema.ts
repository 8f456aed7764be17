// A committee's plan as data. One JSON file under templates/plans/ is one plan; unknown keys are refused by name.
// Only commands and functions parse plans: the register holds a plan already parsed, so the sheet's bundle needs the types alone.
import * as z from 'zod';
import { Schedule } from './schedule-schema.ts';
import { dateText, id, sentence, unitId, valid } from './schema-parts.ts';
import { Target } from './target-schema.ts';

const Level = z.enum(['commune', 'superior']);

/** Number and day are null where the original leaves them blank: they are never invented. */
const DocumentHead = z.strictObject({
  kind: sentence, // "Kế hoạch"
  symbol: sentence, // "KH-UBND"
  number: z.string().nullable(),
  place: sentence.nullable(),
  date: z.strictObject({ year: z.int().nullable(), month: z.int().min(1).max(12).nullable(), day: z.int().min(1).max(31).nullable() }),
  issuer: sentence,
  title: sentence,
});

const Basis = z.strictObject({ document: sentence, number: sentence, date: dateText, issuer: sentence, title: sentence });

/** One name of a unit, and the days it bore it (communes merge and codes are reused: key on code AND date). */
const UnitName = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  name: sentence, // "xã An Bình", as it stands inside a sentence
  /** when the unit was merged: how its area is called inside the successor, "địa bàn xã An Bình (cũ)" */
  formerArea: sentence.optional(),
  source: sentence.optional(),
  ...valid,
});
const Unit = z.strictObject({
  id: unitId,
  class: id.optional(),
  /** id of the group it belongs to: the level between it and the plan's own, such as a province's districts */
  group: id.optional(),
  locationWord: sentence, // "xóm"
  /** the names of its places, where the plan or an official source gives them */
  locations: z.array(sentence),
  names: z.array(UnitName).nonempty(),
});

const Office = z.strictObject({ id, name: sentence, ...valid });

/** A line of authority that reports travel: the committee's, the association's. */
const Chain = z.strictObject({
  id: z.enum(['ubnd', 'hoi']),
  title: sentence,
  /** how the one e-mail addresses this chain's office */
  role: z.enum(['to', 'cc']),
  /**
   * issuers by date: name as in the document's head, authority line and title of the signer. Where the plan has many units,
   * "{unit}" stands for the unit's name of the day ("xã An Bình") and "{UNIT}" for the same in capitals; `issuerOn` fills them.
   */
  issuers: z
    .array(
      z.strictObject({
        name: sentence,
        head: z.array(sentence).nonempty(),
        symbol: sentence,
        authority: sentence,
        position: sentence,
        signer: sentence.nullable(),
        ...valid,
      }),
    )
    .nonempty(),
  /** ids of offices; the one valid on the day of sending counts */
  recipients: z.array(id).nonempty(),
});

/** How one level reports: a commune to its superior, a superior to its own. */
const Reporting = z.strictObject({
  level: Level,
  chains: z.array(Chain).nonempty(),
  schedule: z.array(Schedule).nonempty(),
  /** the list under "Nơi nhận" of the plan itself, without its leading hyphens */
  copies: z.array(sentence),
});

const Task = z.strictObject({
  id,
  clause: sentence,
  inCharge: id,
  with: z.array(sentence),
  level: Level,
  recurrence: z.enum(['yearly', 'once', 'continuous']),
  text: sentence,
});

/** The plan does not say what "fully active" and "well managed" mean; the rule is named, versioned and printed. */
const QualityRule = z.strictObject({
  id,
  version: z.int().positive(),
  title: sentence,
  /** each of the plan's areas has at least so many activities within the window */
  allActivities: z.strictObject({ perArea: z.int().positive() }),
  /** evidence and conditions for "được quản lý tốt" */
  wellManaged: z.strictObject({
    has: z.array(z.enum(['foundingDecision', 'launch', 'regulation', 'board', 'incomeFund', 'operatingFund'])).nonempty(),
    boardAtLeast: z.int().positive().optional(),
    /** an event of each of these kinds is recorded for the club */
    event: z
      .array(z.enum(['trained', 'supervised']))
      .nonempty()
      .optional(),
  }),
  definition: sentence,
});
export type QualityRule = z.infer<typeof QualityRule>;

const Named = z.strictObject({ id, clause: sentence, title: sentence, text: sentence.optional() });
/** A clause in the plan's own words: its heading and its bullets, or its one paragraph. */
const Section = z.strictObject({ clause: sentence, title: sentence, bullets: z.array(sentence).nonempty() });

export const Plan = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.int().positive(),
  /** short, for lists and subjects: "Kế hoạch nhân rộng CLB Liên thế hệ tự giúp nhau xã An Bình" */
  title: sentence,
  document: DocumentHead,
  basis: z.array(Basis).nonempty(),
  /** the days the plan covers */
  period: z.strictObject({ from: dateText, to: dateText }),
  units: z.array(Unit).nonempty(),
  /** groups of units by which a target may count: "at least 2 clubs in at least 3 districts" */
  groups: z
    .array(z.strictObject({ id, name: sentence }))
    .nonempty()
    .optional(),
  /** the level above the communes that this plan itself steers; null when the plan is one commune's own */
  superior: z
    .strictObject({ id, names: z.array(UnitName.omit({ code: true }).extend({ code: z.string().regex(/^\d{2,5}$/) })).nonempty() })
    .nullable(),
  offices: z.array(Office).nonempty(),
  reporting: z.array(Reporting).nonempty(),
  signature: z.strictObject({ authority: z.array(sentence).nonempty(), signer: sentence }),
  targets: z.array(Target).nonempty(),
  /** the rule every verdict rests on */
  qualityRule: QualityRule,
  /** other rules, or other versions of it: printed beside, club by club, and they decide nothing */
  otherQualityRules: z.array(QualityRule).nonempty().optional(),
  areas: z.array(Named).nonempty(),
  fundingSources: z.array(Named.extend({ bullets: z.array(sentence).nonempty().optional() })).nonempty(),
  beneficiaries: sentence,
  solutions: z.array(Section).nonempty(),
  /** what else the document says: purposes, scope, closing words; kept so that the file holds the whole text */
  otherClauses: z.array(Section).optional(),
  chargeUnits: z.array(z.strictObject({ id, clause: sentence, title: sentence, level: Level })).nonempty(),
  tasks: z.array(Task).nonempty(),
  /** loan purposes; `production` ones make a member a borrower in the sense of the targets */
  loanPurposes: z.array(z.strictObject({ id, title: sentence, production: z.boolean() })).nonempty(),
  /** optional columns of the register that this plan switches on: "members.ethnicGroup" */
  optionalColumns: z.array(z.string()),
  definitions: z.array(z.strictObject({ term: sentence, text: sentence, source: sentence })).nonempty(),
  /** decimals of a printed percentage; half up */
  rounding: z.strictObject({ percentDecimals: z.int().min(0).max(2) }),
  /** misprints corrected, words restored, choices made: original -> as read here, and why */
  notes: z.array(z.strictObject({ clause: sentence, original: sentence, read: sentence, why: sentence })),
  assumptions: z.array(sentence),
});
export type Plan = z.infer<typeof Plan>;
export type Unit = Plan['units'][number];
export type Chain = Plan['reporting'][number]['chains'][number];
export type Task = Plan['tasks'][number];
export type Level = z.infer<typeof Level>;
