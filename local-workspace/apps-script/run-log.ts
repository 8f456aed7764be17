// The executions as Google's own list shows them: newest first, the last few hundred.
import type { PageBus } from '../page/bus.ts';
import type { RunRecord } from '../page/protocol.ts';

const KEPT = 200;
const LINES = 500;

export class RunLog {
  readonly #bus: PageBus;
  #records: RunRecord[] = [];
  #last = 0;

  constructor(bus: PageBus) {
    this.#bus = bus;
  }

  all = (): readonly RunRecord[] => this.#records;

  begin(facts: Pick<RunRecord, 'at' | 'spreadsheet' | 'function' | 'trigger' | 'as'>): RunRecord {
    this.#last += 1;
    const record: RunRecord = { id: `run-${this.#last}`, ...facts, state: 'running', lines: [], calls: 0 };
    this.#records = [record, ...this.#records].slice(0, KEPT);
    this.#bus.publish({ kind: 'run', run: record });
    return record;
  }

  addLine(id: string, line: string): void {
    this.#change(id, (record) => ({ ...record, lines: [...record.lines, line].slice(-LINES) }));
  }

  end(id: string, outcome: Pick<RunRecord, 'state' | 'calls'> & Partial<Pick<RunRecord, 'took' | 'error'>>): void {
    const ended = this.#change(id, (record) => ({ ...record, ...outcome }));
    if (ended !== undefined) this.#bus.publish({ kind: 'run', run: ended });
  }

  #change(id: string, change: (record: RunRecord) => RunRecord): RunRecord | undefined {
    const index = this.#records.findIndex((record) => record.id === id);
    const before = this.#records[index];
    if (before === undefined) return undefined;
    const after = change(before);
    this.#records = this.#records.with(index, after);
    return after;
  }
}
