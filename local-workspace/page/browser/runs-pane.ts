// What the scripts have done: newest first, with state, time taken and their own lines.
import type { RunRecord } from '../protocol.ts';
import { get } from './api.ts';
import { button, element, part, replace } from './dom.ts';
import { momentText, PAGE, RUNS } from './labels.ts';

export class RunsPane {
  #runs: readonly RunRecord[] = [];
  readonly #list = element('ol', { class: 'runs', 'aria-label': PAGE.runs });

  constructor(closed: () => void) {
    part('runs').setAttribute('aria-label', PAGE.runs);
    part('runs').append(
      element(
        'div',
        { class: 'side-head' },
        element('h2', { class: 'section-title' }, PAGE.runs),
        button('✕', closed, { class: 'icon', 'aria-label': PAGE.close }),
      ),
      this.#list,
    );
  }

  async refresh(): Promise<void> {
    this.#runs = await get<RunRecord[]>('runs').catch(() => []);
    this.#draw();
  }

  /** A run has begun or ended. */
  heard(run: RunRecord): void {
    const isKnown = this.#runs.some(({ id }) => id === run.id);
    this.#runs = isKnown ? this.#runs.map((one) => (one.id === run.id ? run : one)) : [run, ...this.#runs];
    this.#draw();
  }

  #draw(): void {
    if (part('runs').hidden) return;
    replace(
      this.#list,
      ...this.#runs.map(({ id, at, function: name, trigger, as, state, took, error, lines, calls }) =>
        element(
          'li',
          { class: `run ${state}`, 'data-run': id, 'data-state': state },
          element('p', {}, element('b', {}, name), ' ', element('span', { class: 'badge' }, RUNS.states[state])),
          element('p', { class: 'mail-line' }, `${momentText(at)} · ${RUNS.triggers[trigger]} · ${as}`),
          took !== undefined && element('p', { class: 'mail-line' }, RUNS.took(took, calls)),
          error !== undefined && element('p', { class: 'run-error' }, error),
          lines.length > 0 && element('pre', {}, lines.join('\n')),
        ),
      ),
      this.#runs.length === 0 && element('li', { class: 'empty' }, RUNS.none),
    );
  }
}
