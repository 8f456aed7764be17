// A workbook and a mailbox that outlive turns, in which a turn may die after any of its calls: what was done before stays done.

import type { Instant } from '../../rules/calendar-date.ts';
import { type Call, carryOut, type Marker, type Shell } from '../../rules/conversation.ts';
import { type Decision, turn } from '../../rules/cycle.ts';
import type { Reading } from '../../rules/register/grid.ts';
import { apply, REGISTER, readingOf, type Workbook } from './a-workbook.ts';

export interface SentMail {
  readonly key: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
}

class Crash extends Error {}

export interface MailWorld {
  readonly sent: SentMail[];
  readonly markers: Map<string, Marker>;
  /** one turn; `diesAfter`: so many calls are carried out, and the answer of the last one is lost. False when it died. */
  turn(now: Instant, decision: (reading: Reading) => Decision, diesAfter?: number): boolean;
}

export function aMailWorld(workbook: Workbook): MailWorld {
  const sent: SentMail[] = [];
  const markers = new Map<string, Marker>();
  const drafts = new Map<string, { readonly thread: string; readonly mail: Omit<SentMail, 'at'> }>();
  const threads = new Map<string, string>();
  let made = 0;
  const world = (now: Instant): Shell => ({
    read: () => readingOf(workbook),
    write: ({ publish, drop, blocks }) => {
      const place = publish && `${publish.key} ${publish.attempt}`;
      if (place !== undefined && markers.has(place)) return 'taken';
      if (publish) markers.set(`${publish.key} ${publish.attempt}`, publish);
      for (const { key, attempt } of drop ?? []) markers.delete(`${key} ${attempt}`);
      apply(workbook, blocks);
      return 'written';
    },
    marker: ({ key, attempt }) => markers.get(`${key} ${attempt}`) ?? 'none',
    draft: ({ key, to, cc, subject, text }) => {
      made += 1;
      drafts.set(`r-${made}`, { thread: `t-${made}`, mail: { key, to: [...to, ...cc].map(({ email }) => email), subject, text } });
      return { draft: `r-${made}`, thread: `t-${made}` };
    },
    discard: (draft) => {
      drafts.delete(draft);
      return 'discarded';
    },
    send: (draft) => {
      const found = drafts.get(draft);
      if (found === undefined) return 'gone';
      drafts.delete(draft);
      threads.set(found.thread, `m-${draft}`);
      sent.push({ ...found.mail, at: now });
      return `m-${draft}`;
    },
    findSent: ({ thread }) => {
      const message = threads.get(thread);
      if (message !== undefined) return { sent: message };
      const held = [...drafts].find(([, draft]) => draft.thread === thread);
      return held === undefined ? 'none' : { draft: held[0] };
    },
  });
  return {
    sent,
    markers,
    turn(now, decision, diesAfter) {
      let calls = 0;
      const shell = Object.fromEntries(
        Object.entries(world(now)).map(([name, answer]) => [
          name,
          (input: Call['in']) => {
            const said = (answer as (input: unknown) => unknown)(input);
            calls += 1;
            if (calls === diesAfter) throw new Crash(name);
            return said;
          },
        ]),
      ) as unknown as Shell;
      try {
        carryOut(turn(REGISTER, decision, now), shell);
        return true;
      } catch (error) {
        if (error instanceof Crash) return false;
        throw error;
      }
    },
  };
}
