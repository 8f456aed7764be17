// The trial that `npm start` keeps open: the demo, its clock and its schedule, and what the page can do with them.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../functions/log.ts';
import { clientIdOf } from '../local-workspace/apps-script/identity.ts';
import type { Workspace } from '../local-workspace/workspace.ts';
import { type Instant, type IsoDate, localDate, momentOf, viDate } from '../rules/calendar-date.ts';
import { bindScripts } from './bind-scripts.ts';
import { OPENS_AT, SLOT, type StoredClock } from './clock.ts';
import { connectRegister } from './connect-register.ts';
import { answerDemo } from './demo/answered.ts';
import { steeredPlans } from './demo/demo-plans.ts';
import { shareDemo } from './demo/page-roles.ts';
import { type DemoDistrict, demoDistrict } from './demo-district.ts';
import { TRIAL } from './labels.ts';
import { type LocalPublicFunctions, localPublicSetup, servePublicFunctions } from './local-functions.ts';
import { LOCAL, localClients } from './local-google.ts';
import { type Deadline, nextDeadline } from './next-deadline.ts';
import { type CycleOptions, cycleOn, type OnceResult } from './once.ts';
import { Refusal } from './reported.ts';
import { writeWhole } from './whole-file.ts';

type Tell = (line: string) => void;

/** What people are told is on the page; only a bug of ours has to be seen here too. */
const log = (entry: LogEntry): void => {
  if (entry.kind === 'bug') console.error(JSON.stringify(entry));
};

export interface TrialParts {
  readonly workspace: Workspace;
  readonly clock: StoredClock;
  /** where the clock stands when everything is made anew */
  readonly firstDay: IsoDate;
  readonly plans: readonly string[] | undefined;
  /** the folder of everything that outlives the process */
  readonly state: string;
}

export class Trial {
  readonly workspace: Workspace;
  readonly clock: StoredClock;
  readonly mails: string;
  readonly #parts: TrialParts;
  readonly #file: string;
  /** which script belongs to which register */
  readonly #scripts: string;
  #bound: Readonly<Record<string, string>> = {};
  #functions: LocalPublicFunctions | undefined;
  #district: DemoDistrict | undefined;

  #hasBegun: () => void = () => undefined;
  readonly #begun = new Promise<void>((resolve) => {
    this.#hasBegun = resolve;
  });

  constructor(parts: TrialParts) {
    this.workspace = parts.workspace;
    this.clock = parts.clock;
    this.mails = join(parts.state, 'mails');
    this.#parts = parts;
    this.#file = join(parts.state, 'demo.json');
    this.#scripts = join(parts.state, 'scripts.json');
  }

  get today(): IsoDate {
    return localDate(this.clock.now());
  }

  /** The demo as it was made or found. Throws before `begin` has ended. */
  get district(): DemoDistrict {
    if (this.#district === undefined) throw new Error('the trial has not begun');
    return this.#district;
  }

  get next(): Deadline | undefined {
    return nextDeadline(this.district, this.today);
  }

  /** Resolves when the trial has begun: what is asked of it before that waits. */
  get begun(): Promise<void> {
    return this.#begun;
  }

  /** Makes the demo or finds it, lets people in, gives each register its script, and runs the schedule once. */
  async begin(tell: Tell): Promise<OnceResult> {
    const { url } = this.workspace;
    this.#district = await demoDistrict(url, { date: this.today, plans: this.#parts.plans, file: this.#file, tell });
    await shareDemo(url, this.#district);
    await this.#bind(this.#district, tell);
    await this.#connect();
    const result = await this.#cycle(tell);
    this.#hasBegun();
    return result;
  }

  /** Runs the schedule now; a quarter of an hour later than the last time, for a sweep makes its tasks once in that time. */
  run(tell: Tell): Promise<OnceResult> {
    this.clock.advanceTo((this.clock.now() + SLOT) as Instant);
    return this.#cycle(tell);
  }

  /** On to 8:00 of a later day; the demo's officers type up to it. Throws a Refusal for a day that is past. */
  async moveTo(day: IsoDate, tell: Tell): Promise<void> {
    if (day < this.today) throw new Refusal(TRIAL.onlyForward(viDate(day), viDate(this.today)), 2);
    this.clock.advanceTo(momentOf(day, OPENS_AT));
    await demoDistrict(this.workspace.url, { date: this.today, plans: this.#parts.plans, file: this.#file, tell });
  }

  /** On to the next due day, and the schedule of that day. Throws a Refusal when no report is due any more. */
  async toNextDeadline(tell: Tell): Promise<OnceResult> {
    const { next } = this;
    if (next === undefined) throw new Refusal(TRIAL.noDeadline, 2);
    await this.moveTo(next.day, tell);
    return this.#cycle(tell);
  }

  /** Forgets everything and makes the demo anew on the day the trial began with. */
  async reset(tell: Tell): Promise<OnceResult> {
    await Promise.all([this.workspace.idle(), this.workspace.scripts.idle()]);
    this.workspace.clear();
    this.clock.restart(this.#parts.firstDay);
    for (const path of [this.#file, this.#scripts, this.mails]) if (existsSync(path)) rmSync(path, { recursive: true });
    return this.begin(tell);
  }

  async close(): Promise<void> {
    await this.#functions?.close();
  }

  /** The menu's calls go to functions that are served as long as the trial is open; their address is another at each start. */
  async #connect(): Promise<void> {
    const { url } = this.workspace;
    this.#functions ??= await servePublicFunctions(localPublicSetup({ workspace: url, now: () => this.clock.now(), log }), {
      port: Number(new URL(url).port) + 1,
      linkSecret: LOCAL.linkSecret,
    });
    const clients = localClients(url);
    for (const [register, scriptId] of Object.entries(this.#bound))
      await connectRegister(clients, register, this.#functions.address, clientIdOf(scriptId));
  }

  async #bind({ registers, superiors }: DemoDistrict, tell: Tell): Promise<void> {
    const known: Readonly<Record<string, string>> = existsSync(this.#scripts) ? JSON.parse(readFileSync(this.#scripts, 'utf8')) : {};
    const steered = steeredPlans();
    const steering = superiors.filter(({ plan }) => steered.includes(plan)).map(({ id }) => id);
    const ids = [...registers.flatMap(({ id }) => (id === undefined ? [] : [id])), ...steering];
    this.#bound = await bindScripts(this.workspace.url, ids, known, tell);
    writeWhole(this.#scripts, `${JSON.stringify(this.#bound, null, 2)}\n`);
  }

  async #cycle(tell: Tell): Promise<OnceResult> {
    const { clock, mails } = this;
    const options: CycleOptions = {
      date: this.today,
      plans: this.#parts.plans,
      clock,
      district: this.#file,
      mails,
      tell,
      links: this.#functions?.links,
    };
    const result = await cycleOn(this.workspace.url, options);
    await answerDemo(this.workspace.url, this.district, clock.now(), log);
    await this.workspace.scripts.runTimeTriggers();
    return result;
  }
}
