// The fields of a report on directive: what they begin with, and what is wrong with them. Days are yyyy-mm-dd, whose text order is theirs.
import { AD_HOC } from '../labels.ts';

export interface Asked {
  readonly title: string;
  readonly from: string;
  readonly cutOff: string;
  readonly due: string;
}
export type Faults = { readonly [K in keyof Asked]?: string };

const LONGEST_TITLE = 120;
const DAYS_TO_PREPARE = 5;
const DAY = 86_400_000;

/** This year up to today, to be sent within a working week. */
export const beginning = (today: string): Asked => ({
  title: '',
  from: `${today.slice(0, 4)}-01-01`,
  cutOff: today,
  due: new Date(Date.parse(`${today}T00:00:00Z`) + DAYS_TO_PREPARE * DAY).toISOString().slice(0, 10),
});

/** What is wrong, field by field; nothing where it may be asked for. */
export function faultsOf({ title, from, cutOff, due }: Asked, today: string): Faults {
  const { faults } = AD_HOC;
  const name = title.trim();
  const day = (text: string): string | undefined => (isDay(text) ? undefined : faults.noDay);
  const titleFault = name === '' ? faults.noTitle : name.length > LONGEST_TITLE ? faults.longTitle(LONGEST_TITLE) : undefined;
  const cutOffFault = day(cutOff) ?? (isDay(from) && cutOff < from ? faults.cutOffBeforeFrom : undefined);
  const dueOrder = due < today ? faults.duePast(shown(today)) : isDay(cutOff) && due <= cutOff ? faults.dueBeforeCutOff : undefined;
  const found = { title: titleFault, from: day(from), cutOff: cutOffFault, due: day(due) ?? dueOrder };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined)) as Faults;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** `20/11/2024` */
export const shown = (day: string): string => day.split('-').reverse().join('/');
