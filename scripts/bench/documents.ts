// How long one Word document and one annex take, beside the libraries docx and exceljs making the same of the same sections and cells.
// The aim is 0.3 of their time. They are no dependencies of the project: npm ci --prefix scripts/bench/peers puts them in place.
import { existsSync, readFileSync } from 'node:fs';
import { type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { Plan } from '../../rules/plan/schema.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { planToRows } from '../../rules/register/plan-text.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { frozenNow } from '../../rules/reporting/compose-report.ts';
import { scheduledReports } from '../../rules/reporting/periods.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { review } from '../../rules/reporting/review.ts';
import { reportAnnex } from '../../templates/report-annex/compose.ts';
import { annexView, type SheetView } from '../../templates/report-annex/view.ts';
import { reportDocuments } from '../../templates/report-document/compose.ts';
import { type DocumentView, documentView } from '../../templates/report-document/view.ts';
import { ROOT } from '../generators.ts';
import { largeGrids, UNIT } from './bench-registers.ts';
import { median, ms, ratio } from './medians.ts';

interface Peers {
  withDocx(view: DocumentView): Promise<Uint8Array>;
  withExceljs(sheets: readonly SheetView[]): Promise<Uint8Array>;
}

const RUNS = 15;
const WARM_UP = 3;

/** A report with one paper, so that one document is made as the libraries make one. */
function theContent(): ReportContent {
  const text = readFileSync(`${ROOT}templates/plans/quy-ky.json`, 'utf8');
  const plan = Plan.parse(JSON.parse(text));
  const grids = new Map<number, CellValue[][]>(largeGrids(plan));
  const headers = Object.values(TABS.plan.columns).map(({ header }) => header);
  grids.set(TABS.plan.sheetId, [headers, ...planToRows(text).map((row) => [...row])]);
  const [report] = scheduledReports(plan, 'commune', UNIT, plan.period.from);
  if (report === undefined) throw new Error('the plan has no report');
  const setting = {
    now: momentOf('2024-12-20' as IsoDate, 7),
    rulesVersion: 'bench',
    parsePlan: (json: string) => Plan.parse(JSON.parse(json)),
    compose: () => ({ subject: '', html: '', text: '' }),
    attach: () => [],
  };
  const frozen = frozenNow(review({ register: 'bench', grids }, setting), report, setting);
  if ('missing' in frozen) throw new Error(`the bench's register cannot send: ${frozen.missing}`);
  const { document } = frozen.content;
  if (document === undefined) throw new Error('the content has no facts for documents');
  return { ...frozen.content, document: { ...document, papers: document.papers.slice(0, 1) } };
}

/** Medians of work that may answer later. One after the other: what the libraries leave to the garbage collector is not ours to pay for. */
async function mediansOf(work: readonly (() => unknown)[]): Promise<number[]> {
  const medians: number[] = [];
  for (const one of work) {
    const times: number[] = [];
    for (let run = -WARM_UP; run < RUNS; run += 1) {
      const start = performance.now();
      await one();
      if (run >= 0) times.push(performance.now() - start);
    }
    medians.push(median(times));
  }
  return medians;
}

export async function benchDocuments(): Promise<void> {
  if (!existsSync(`${ROOT}scripts/bench/peers/node_modules`)) {
    console.log('documents: not measured; "npm ci --prefix scripts/bench/peers" installs the libraries they are measured beside');
    return;
  }
  const build = `${ROOT}scripts/bench/peers/build.mjs`; // a name, so that it is looked for only now
  const peers = (await import(build)) as Peers;
  const content = theContent();
  const { document } = content;
  const [paper] = document?.papers ?? [];
  if (document === undefined || paper === undefined) throw new Error('the content has no paper');
  // the views are made anew in each run, ours and theirs alike: what is compared is the writing
  const view = () => documentView(paper, content, document, 'clean');
  const sheets = () => {
    const { clubs, targets } = annexView(content);
    return [clubs, targets];
  };
  const [ours = 0, docx = 0, annex = 0, exceljs = 0] = await mediansOf([
    () => reportDocuments(content, 'clean'),
    () => peers.withDocx(view()),
    () => reportAnnex(content),
    () => peers.withExceljs(sheets()),
  ]);
  const kb = (bytes: Uint8Array | undefined): string => `${Math.round((bytes?.length ?? 0) / 1024)} KB`;
  const [word, sheet] = [reportDocuments(content, 'clean')[0]?.bytes, reportAnnex(content).bytes];
  const [theirWord, theirSheet] = [await peers.withDocx(view()), await peers.withExceljs(sheets())];
  console.log(`documents: ${content.clubs.length} clubs, ${content.targets.length} targets`);
  console.log(`  Word document ${ms(ours)} (${kb(word)}); by docx ${ms(docx)} (${kb(theirWord)})`);
  console.log(`  annex ${ms(annex)} (${kb(sheet)}); by exceljs ${ms(exceljs)} (${kb(theirSheet)})`);
  console.log(`  ratio Word document : docx = ${ratio(ours, docx)}, ratio annex : exceljs = ${ratio(annex, exceljs)}`);
}
