// The scripts of all workbooks: run from menus and dialogs, on opening, on edits and by time, each with the authority Google gives it.
import type { PageBus } from '../page/bus.ts';
import type { Answer, Consent, Menu, Open, Run, RunAnswer, RunRecord, WorkbookView } from '../page/protocol.ts';
import type { Store } from '../store.ts';
import { Audience } from './audience.ts';
import type { EditEvent, Ended, Job } from './calls.ts';
import { askAgain, authorityOf, storeConsent } from './consents.ts';
import { GoogleClient } from './google-client.ts';
import type { Identity } from './identity.ts';
import { LockTable } from './locks.ts';
import { declares, type Runnable, runnable } from './manifest.ts';
import { boundProject, mayEditFile, projectOf } from './projects.ts';
import { TriggerQueue } from './queue.ts';
import { RunLog } from './run-log.ts';
import type { PersonsEdit, ScriptHost } from './script-host.ts';
import { type Parts, servicesFor } from './services.ts';
import { takeDue } from './time-triggers.ts';
import { WorkerPool } from './worker-pool.ts';

/** Google's limits in milliseconds of the machine's own clock. */
export interface ScriptLimits {
  readonly run: number;
  readonly simpleTrigger: number;
}
const GOOGLES_LIMITS: ScriptLimits = { run: 6 * 60_000, simpleTrigger: 30_000 };
const AT_ONCE = 3;
const UNAUTHORISED = 'Authorization is required to perform that action.';
const NO_SCRIPT = 'The caller does not have permission';

export interface HostParts {
  readonly store: Store;
  readonly bus: PageBus;
  readonly clock: { readonly now: () => number; readonly isMovable: boolean };
  /** the workspace's own address, known once it listens */
  readonly url: () => string;
  readonly identity: Identity;
  readonly limits?: ScriptLimits | undefined;
}

type Wish = Pick<Job, 'spreadsheet' | 'as' | 'window' | 'trigger' | 'function' | 'args' | 'event'>;

export class Scripts implements ScriptHost {
  readonly #parts: Parts & Pick<HostParts, 'clock'>;
  readonly #limits: ScriptLimits;
  readonly #pool = new WorkerPool();
  readonly #queue = new TriggerQueue(AT_ONCE);
  readonly #log: RunLog;
  readonly #underway = new Set<Promise<unknown>>();

  constructor({ store, bus, clock, url, identity, limits = GOOGLES_LIMITS }: HostParts) {
    const audience = new Audience(bus);
    this.#parts = { store, bus, clock, now: clock.now, audience, locks: new LockTable(), client: new GoogleClient(url), identity };
    this.#limits = limits;
    this.#log = new RunLog(bus);
  }

  menusOf = (spreadsheet: string, as: string): readonly Menu[] => this.#parts.audience.menusOf({ spreadsheet, as });
  sidebarOf = (spreadsheet: string, as: string): WorkbookView['sidebar'] => this.#parts.audience.sidebarOf({ spreadsheet, as });
  answer = (answer: Answer): boolean => this.#parts.audience.answer(answer);
  runs = (): readonly RunRecord[] => this.#log.all();

  async close(): Promise<void> {
    await this.#pool.close();
    this.#parts.client.close();
  }

  /** The workspace is as new: nobody has a token, a menu or a sidebar. */
  forget(): void {
    this.#parts.client.forget();
    this.#parts.audience.forgetAll();
  }

  /** A worker waits before anybody opens a workbook. */
  warm(): void {
    this.#pool.warm();
  }

  async opened({ spreadsheet, as }: Open): Promise<void> {
    this.#parts.audience.forget({ spreadsheet, as });
    const project = this.#projectFor(spreadsheet, as);
    if (project !== undefined) askAgain(this.#parts.store, project.scriptId, as);
    await this.#simple({ spreadsheet, as, trigger: 'open', function: 'onOpen', args: [], event: {} });
  }

  edited({ spreadsheet, as, window, ...event }: PersonsEdit): void {
    this.#parts.audience.stands({ spreadsheet, as }, event);
    void this.#simple({ spreadsheet, as, window, trigger: 'edit', function: 'onEdit', args: [], event });
  }

  run({ spreadsheet, as, window, function: name, args }: Run): Promise<RunAnswer> {
    return this.#tracked(
      this.#authorised({
        spreadsheet,
        as,
        window,
        trigger: args === undefined ? 'menu' : 'dialog',
        function: name,
        args: args ?? [],
        event: undefined,
      }),
    );
  }

  consent({ spreadsheet, as, allow }: Consent): void {
    const project = this.#projectFor(spreadsheet, as);
    if (project === undefined) throw new Error(NO_SCRIPT);
    storeConsent(this.#parts.store, project.scriptId, as, allow, project.manifestScopes);
  }

  async runTimeTriggers(): Promise<void> {
    const { store, now } = this.#parts;
    const due = takeDue(store, now());
    await Promise.all(
      due.map((trigger) => {
        const spreadsheet = projectOf(store, trigger.scriptId)?.parentId ?? '';
        const event = { authMode: 'FULL', triggerUid: trigger.id };
        const wish: Wish = { spreadsheet, as: trigger.email, trigger: 'time', function: trigger.handler, args: [], event };
        return this.#tracked(this.#queue.add(`time\n${trigger.id}`, async () => void (await this.#authorised(wish))));
      }),
    );
  }

  async idle(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway);
  }

  /** The bound script, for those who may edit the workbook: Google shows nobody else any of it. */
  #projectFor(spreadsheet: string, as: string): Runnable | undefined {
    const { store } = this.#parts;
    const project = boundProject(store, spreadsheet);
    return project !== undefined && mayEditFile(store, spreadsheet, as) ? runnable(store, project) : undefined;
  }

  #simple(wish: Wish): Promise<void> {
    const project = this.#projectFor(wish.spreadsheet, wish.as);
    if (project === undefined || !declares(project, wish.function)) return Promise.resolve();
    const key = `${wish.spreadsheet}\n${wish.as}`;
    return this.#tracked(this.#queue.add(key, async () => void (await this.#carryOut(project, wish, []))));
  }

  async #authorised(wish: Wish): Promise<RunAnswer> {
    const project = this.#projectFor(wish.spreadsheet, wish.as);
    if (project === undefined) return this.#refused(wish, NO_SCRIPT);
    // A name that ends in an underscore is private to the script.
    if (!/^[A-Za-z_$][\w$]*$/.test(wish.function) || wish.function.endsWith('_'))
      return this.#refused(wish, `Script function not found: ${wish.function}`);
    const { manifestScopes, scriptId } = project;
    const { granted, unasked } = authorityOf(this.#parts.store, scriptId, wish.as, manifestScopes);
    if (unasked.length > 0) {
      const { spreadsheet, as, window, function: name } = wish;
      if (wish.trigger !== 'time')
        this.#parts.bus.publish({ kind: 'consent', spreadsheet, as, window, function: name, scopes: manifestScopes });
      return this.#refused(wish, UNAUTHORISED);
    }
    const ended = await this.#carryOut(project, wish, granted);
    return 'error' in ended ? ended : { value: ended.value ?? null };
  }

  #refused(wish: Wish, error: string): RunAnswer {
    const { id } = this.#begin(wish);
    this.#log.end(id, { state: 'refused', error, calls: 0, took: 0 });
    return { error };
  }

  #begin({ spreadsheet, as, trigger, function: name }: Wish): RunRecord {
    return this.#log.begin({ at: this.#parts.now(), spreadsheet, function: name, trigger, as });
  }

  async #carryOut(project: Runnable, wish: Wish, granted: readonly string[]): Promise<Ended> {
    const { audience, locks, clock } = this.#parts;
    const selection = wish.trigger === 'edit' ? (wish.event as EditEvent) : audience.selectionOf(wish); // later edits may have moved it
    const job: Job = { ...project, ...wish, granted, clock: { now: clock.now(), runs: clock.isMovable }, selection };
    const { id } = this.#begin(wish);
    const began = performance.now();
    const isSimple = wish.trigger === 'open' || wish.trigger === 'edit';
    const limit = isSimple ? this.#limits.simpleTrigger : this.#limits.run;
    const handle = this.#pool.run(job, limit, servicesFor(this.#parts, id, job), (line) => this.#log.addLine(id, line));
    const ended = await handle.ended;
    locks.releaseAll(id);
    audience.drop(id);
    const outcome = 'error' in ended ? ({ state: 'failed', error: ended.error } as const) : ({ state: 'done' } as const);
    this.#log.end(id, { ...outcome, calls: handle.calls(), took: Math.round(performance.now() - began) });
    return ended;
  }

  #tracked<T>(work: Promise<T>): Promise<T> {
    this.#underway.add(work);
    return work.finally(() => this.#underway.delete(work));
  }
}
