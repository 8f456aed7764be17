// What a demo club does: on its monthly meeting day and between. Contents name no person and no illness.
import { addDays, type IsoDate } from '../../rules/calendar-date.ts';
import type { DemoClub, DemoMember } from './club.ts';
import { presentOn } from './club.ts';
import { monthly } from './months.ts';
import type { Random } from './random.ts';
import type { Entry } from './register.ts';

/** One area of the plan: how often, how many days after the meeting day, and what is done. */
export interface AreaHabit {
  /** the plan's key */
  readonly area: string;
  readonly everyMonths: number;
  readonly daysAfterMeeting: number;
  readonly contents: readonly [string, ...string[]];
  /** how many people are helped, where helping is what it is about */
  readonly helps?: readonly [least: number, most: number];
  /** share of the members who come, in percent; a few people when it is not a meeting */
  readonly attendance: readonly [least: number, most: number];
}

/** Every activity of a club up to a day, from its launch or from the day the register began. */
export function activitiesOf(
  club: DemoClub,
  habits: readonly AreaHabit[],
  until: IsoDate,
  members: readonly DemoMember[],
  random: Random,
  since: IsoDate = club.launched,
): Entry<'activities'>[] {
  return monthly(club.meetingDay, since, until).flatMap((meeting, month) =>
    habits
      .filter(({ everyMonths }, place) => (month + (everyMonths > 1 ? place : 0)) % everyMonths === 0)
      .map((habit) => entryOf(club, habit, meeting, members, random)),
  );
}

function entryOf(club: DemoClub, habit: AreaHabit, meeting: IsoDate, members: readonly DemoMember[], random: Random): Entry<'activities'> {
  const date = addDays(meeting, habit.daysAfterMeeting);
  const present = presentOn(members, club, date).length;
  const attendances = Math.round((present * random.int(...habit.attendance)) / 100);
  const content = random.pick(habit.contents);
  const helped = habit.helps === undefined ? null : random.int(...habit.helps);
  return { on: date, row: { date, club: club.code, area: habit.area, content, attendances, helped } };
}
