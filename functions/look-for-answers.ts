// Whether receivers have answered by a simple reply: looks into the threads of reports that wait for a word, at headers only, and records
// what it finds as a receipt. Reads mail, sends none; the protocol of sending knows nothing of it.
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import type { Instant } from '../rules/calendar-date.ts';
import { Problem, type ProblemCode } from '../rules/problem.ts';
import type { Reading } from '../rules/register/grid.ts';
import { ANSWERED_BY } from '../rules/reporting/life-labels.ts';
import { isReply, REPLY_HEADERS } from '../rules/reporting/reply.ts';
import { type Unanswered, unansweredIn } from '../rules/reporting/unanswered.ts';
import { statusOf, troubleOf } from './google-trouble.ts';
import type { Setup } from './setup.ts';
import { takeTurn } from './take-turn.ts';

/** Somebody was quicker: there is nothing left to record. */
const SETTLED: readonly ProblemCode[] = ['ALREADY_ANSWERED', 'REPORT_REPLACED', 'NOT_SENT_YET'];

/** Answers with how many receipts were recorded. What goes wrong is looked at again in an hour: it never fails the turn before it. */
export async function lookForAnswers(register: string, reading: Reading, setup: Setup): Promise<number> {
  let recorded = 0;
  for (const waiting of unansweredIn(reading, setup.now())) {
    if (waiting.mailbox !== setup.mailbox) continue; // nobody looks into another mailbox
    try {
      const at = await repliedAt(waiting, register, setup);
      if (at !== undefined && (await record(register, waiting.report, at, setup))) recorded += 1;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setup.log({ severity: 'WARNING', message: `looking for answers: ${error.message}`, register, key: waiting.report, code: error.code });
    }
  }
  return recorded;
}

async function record(register: string, report: string, at: Instant, setup: Setup): Promise<boolean> {
  try {
    const { overtaken } = await takeTurn(
      register,
      setup,
      { kind: 'received', report, asked: { by: ANSWERED_BY.reply, at } },
      { sends: false },
    );
    return overtaken !== true;
  } catch (error) {
    if (error instanceof Problem && SETTLED.includes(error.code)) return false;
    throw error;
  }
}

/** When the first reply came; undefined while there is none, and when the thread is gone. */
async function repliedAt({ thread, receivers }: Unanswered, register: string, { clients }: Setup): Promise<Instant | undefined> {
  try {
    await clients.signIn('mailbox');
    const { data } = await clients.gmail.users.threads.get({
      userId: 'me',
      id: thread,
      format: 'metadata',
      metadataHeaders: [...REPLY_HEADERS],
      fields: 'messages(labelIds,internalDate,payload/headers)',
    });
    const replies = (data.messages ?? []).filter((message) => isReply(headersOf(message), receivers));
    const times = replies.map(({ internalDate }) => Number(internalDate)).filter((time) => Number.isFinite(time) && time > 0);
    return times.length === 0 ? undefined : (Math.min(...times) as Instant);
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw troubleOf(error, 'threads.get', register);
  }
}

const headersOf = ({ labelIds, payload }: gmail_v1.Schema$Message) => ({ labelIds, headers: payload?.headers ?? [] });
