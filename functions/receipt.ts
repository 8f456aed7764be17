// The links of a report's mail. Looking at one does nothing but show a page: link scanners look too. Only what a person sends from that page is
// recorded, and from here no mail ever goes out.
import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import { grantedBy } from '../rules/cycle.ts';
import { Problem, type ProblemCode } from '../rules/problem.ts';
import { ANSWERABLE_TABS, type Answerable, answerable } from '../rules/reporting/answerable.ts';
import { ANSWERED_BY } from '../rules/reporting/life-labels.ts';
import { type LinkSetting, linkIn, type ReceiptLink } from '../rules/reporting/receipt-link.ts';
import type { ReportContent } from '../rules/reporting/report-content.ts';
import type { Wish } from '../rules/reporting/wish.ts';
import { composeReceiptPage } from '../templates/receipt-page/compose.ts';
import { askPage, type ReceiptPageView, reasonsIn, saidPage } from '../templates/receipt-page/view.ts';
import { takeAnyTurn } from './any-turn.ts';
import { callLimit } from './call-limit.ts';
import { readTabs } from './google-shell.ts';
import { statusFor } from './handle.ts';
import { RECEIPT } from './labels.ts';
import type { PublicSetup } from './public-setup.ts';

/** What the receiver may be told as it is; the rest is between the register and its people. */
const FOR_RECEIVERS: readonly ProblemCode[] = [
  'LINK_BROKEN',
  'NOT_SENT_YET',
  'REPORT_REPLACED',
  'ALREADY_ANSWERED',
  'RETURN_INVALID',
  'TOO_MANY_CALLS',
];
/** What a second press finds: all is well. */
const WAS_DONE: readonly ProblemCode[] = ['ALREADY_ANSWERED', 'REPORT_REPLACED'];

/** The entry: every answer is a page, also of what went wrong. */
export function receipt(setup: PublicSetup, links: LinkSetting): HttpFunction {
  const counted = callLimit(setup.ticks);
  return async (request, response) => {
    const link = linkIn(request.query, links);
    const seen: { content?: ReportContent | undefined } = {};
    try {
      if (!['GET', 'HEAD', 'POST'].includes(request.method)) throw new Problem('BAD_REQUEST', { faults: [`method ${request.method}`] });
      if (link === undefined) throw new Problem('LINK_BROKEN', {});
      counted(link.register);
      const page = await answerTo(request, link, setup, seen);
      setup.log({ severity: 'INFO', message: 'receipt done', subject: link.register, method: request.method, action: link.action });
      show(response, 200, page);
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('BUG', { where: 'receipt' }, { cause: error });
      setup.log({
        severity: FOR_RECEIVERS.includes(problem.code) ? 'WARNING' : 'ERROR',
        message: `receipt: ${problem.code}: ${problem.message}`,
        subject: link?.register,
        code: problem.code,
        kind: problem.kind,
      });
      show(response, WAS_DONE.includes(problem.code) ? 200 : statusFor(problem), saidPage(link?.action, seen.content, [saidOf(problem)]));
    }
  };
}

async function answerTo(
  { method, body }: Request,
  link: ReceiptLink,
  setup: PublicSetup,
  seen: { content?: ReportContent | undefined },
): Promise<ReceiptPageView> {
  const { register, report, action } = link;
  const { content, trouble } = await lookAt(link, setup);
  seen.content = content;
  if (trouble !== undefined) throw trouble;
  if (content === undefined) throw new Problem('NOT_SENT_YET', { report });
  if (method !== 'POST') return askPage(action, content);
  const asked = { by: ANSWERED_BY.link, at: setup.now() };
  const wish: Wish =
    action === 'received' ? { kind: action, report, asked } : { kind: action, report, reasons: reasonsIn(fieldsIn(body), content), asked };
  try {
    const { said } = grantedBy(await takeAnyTurn(register, setup, wish, { sends: false }), register);
    return saidPage(action, content, [said, RECEIPT.thanks]);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'REPORT_OVERTAKEN') throw error;
    throw (await lookAt(link, setup)).trouble ?? error; // somebody else's press, a moment before
  }
}

async function lookAt(link: ReceiptLink, { clients }: PublicSetup): Promise<Answerable> {
  const { reading } = await readTabs(clients.sheets, link.register, Object.values(ANSWERABLE_TABS));
  return answerable(reading, link);
}

const fieldsIn = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Readonly<Record<string, unknown>>) : {};

function saidOf(problem: Problem): string {
  if (FOR_RECEIVERS.includes(problem.code)) return problem.user;
  return problem.kind === 'upstream' ? RECEIPT.busy : RECEIPT.failed;
}

function show(response: Response, status: number, view: ReceiptPageView): void {
  const { html, policy } = composeReceiptPage(view);
  response
    .status(status)
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer', // the address holds the signature
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    })
    .send(html);
}
