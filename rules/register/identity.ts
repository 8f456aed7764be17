// Who a register belongs to and whom it writes to: the tab Thông tin đơn vị as one value. Every fact may have days it holds.
import type { IsoDate } from '../calendar-date.ts';
import { textKey } from '../text.ts';
import { readDate } from './read-date.ts';
import type { Register } from './read-register.ts';

export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly email: string;
}
/** Who may sign, and so approve, on a day. */
export interface SignerFact {
  readonly name: string;
  /** "CHỦ TỊCH", "KT. CHỦ TỊCH" */
  readonly position: string | undefined;
  /** key of the chain; undefined: of both */
  readonly chain: string | undefined;
}
interface Fact {
  readonly item: string;
  readonly chain: string | undefined;
  readonly value: string | undefined;
  readonly detail: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
}

export interface Identity {
  /** the workbook's own id, as it was written at provisioning: a copy keeps the original's and so knows itself */
  readonly registerId: string | undefined;
  readonly unitId: string | undefined;
  readonly planId: string | undefined;
  readonly superiorId: string | undefined;
  /** the first day from which this register reports */
  readonly reportsFrom: IsoDate | undefined;
  contactOn(day: IsoDate): Contact | undefined;
  /** the address of an office of the plan, found by the office's name */
  addressOf(office: string, day: IsoDate): string | undefined;
  /** the unit's own official addresses, one a chain */
  officialAddresses(day: IsoDate): readonly { readonly name: string; readonly email: string }[];
  /** in the order of the tab */
  signersOn(day: IsoDate): readonly SignerFact[];
}

/** Reads the facts of Thông tin đơn vị. What is not there is undefined: the findings name it. */
export function identityOf(register: Pick<Register, 'unitInfo'>): Identity {
  const facts = register.unitInfo.rows.flatMap(({ values }): Fact[] => {
    const { item, chain, value, detail, phone, from, to } = values;
    const email = values.email !== undefined && isAddress(values.email) ? values.email : undefined;
    return item === undefined ? [] : [{ item, chain, value, detail, email, phone, from, to }];
  });
  const first = (item: string) => facts.find((fact) => fact.item === item)?.value;
  const on = (item: string, day: IsoDate) =>
    facts.filter(
      (fact) => fact.item === item && (fact.from === undefined || fact.from <= day) && (fact.to === undefined || day <= fact.to),
    );
  const from = facts.find((fact) => fact.item === 'reportsFrom');
  return {
    registerId: first('registerId'),
    unitId: first('unitId'),
    planId: first('planId'),
    superiorId: first('superiorId'),
    reportsFrom: from?.from ?? dateFromText(from?.value),
    contactOn(day) {
      const fact = on('contact', day).find(({ value, email }) => value !== undefined && email !== undefined);
      if (fact?.value === undefined || fact.email === undefined) return undefined;
      return { name: fact.value, email: fact.email, ...(fact.phone === undefined ? {} : { phone: fact.phone }) };
    },
    addressOf: (office, day) =>
      on('recipient', day).find(({ value, email }) => email !== undefined && value !== undefined && textKey(value) === textKey(office))
        ?.email,
    officialAddresses: (day) =>
      on('officialAddress', day).flatMap(({ value, email }) =>
        value === undefined || email === undefined ? [] : [{ name: value, email }],
      ),
    signersOn: (day) =>
      on('signer', day).flatMap(({ value, detail, chain }) => (value === undefined ? [] : [{ name: value, position: detail, chain }])),
  };
}

/** Whether a mail could be sent to it at all; one malformed address would stop the whole mail. */
export const isAddress = (text: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text);

/** The date may be typed into Giá trị, in any way a date is read, or stand under Từ ngày. */
function dateFromText(text: string | undefined): IsoDate | undefined {
  const read = readDate(/^\d+$/.test(text ?? '') ? Number(text) : (text ?? null), false);
  return read.kind === 'value' ? read.value : undefined;
}
