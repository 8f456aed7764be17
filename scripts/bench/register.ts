// How long a large register takes, beside the least that anybody would have to do with it: parse its JSON and look at every cell once.
// The aim is 1.5; measured are about 6 (it was 15). What stands above the aim, and is not cheap to take away:
// - reading (1.5 of it) makes an object of every row and of every value, which rules and findings need; dates, codes, choices and
//   references are read once per spelling, texts are looked at once;
// - the facts of a day (about 0.7) are made once for the check and the measures together;
// - measuring asks every person of every target; the check measures each-club targets a second time for its own findings (0.5);
// - the check's rules each walk their rows (about 1.5 in all): one walk for all of them would be quicker, and nobody could read it.
import { readFileSync } from 'node:fs';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { checkRegister } from '../../rules/findings/check.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { measureRegister } from '../../rules/progress/evaluate.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { ROOT } from '../generators.ts';
import { ACTIVITIES, CLUBS, largeGrids, MEMBERS, UNIT } from './bench-registers.ts';
import { medians, ms, ratio } from './medians.ts';

const RUNS = 15;

/** Every cell, and one composed key for each text. */
function visitEveryCell(json: string): number {
  const grids = JSON.parse(json) as readonly (readonly (readonly CellValue[])[])[];
  let letters = 0;
  for (const grid of grids) {
    for (const row of grid) {
      for (const cell of row) if (typeof cell === 'string') letters += cell.normalize('NFC').trim().toLowerCase().length;
    }
  }
  return letters;
}

export function benchRegister(): void {
  const plan = Plan.parse(JSON.parse(readFileSync(`${ROOT}templates/plans/quy-ky.json`, 'utf8')));
  const grids = largeGrids(plan);
  const json = JSON.stringify([...grids.values()]);
  const reading = { register: 'bench', grids };
  const question = { plan, asOf: '2024-12-14' as IsoDate, unit: UNIT, windowFrom: '2023-12-15' as IsoDate };
  const asked = { ...question, level: 'commune' as const, cutOff: question.asOf };
  const register = readRegister(reading, plan);
  const findings = checkRegister(register, question);
  const times = medians(RUNS, {
    parse: () => JSON.parse(json),
    visit: () => visitEveryCell(json),
    read: () => readRegister(reading, plan),
    check: () => checkRegister({ ...register }, question), // a copy: what was read of a register is kept with it
    measure: () => measureRegister({ ...register }, asked),
    both: () => {
      const read = { ...register };
      return [checkRegister(read, question), measureRegister(read, asked)];
    },
    all: () => {
      const read = readRegister(reading, plan);
      return [checkRegister(read, question), measureRegister(read, asked)];
    },
  });
  const cells = [...grids.values()].reduce((sum, grid) => sum + grid.reduce((row, { length }) => row + length, 0), 0);
  console.log(`register: ${CLUBS} clubs, ${MEMBERS} members, ${ACTIVITIES} activities, ${cells} cells, ${findings.length} findings`);
  console.log(`  parse and visit ${ms(times.visit)} (parse ${ms(times.parse)})`);
  console.log(`  read ${ms(times.read)}, check ${ms(times.check)}, measure ${ms(times.measure)}; all ${ms(times.all)}`);
  console.log(`  ratio read + check + measure : parse and visit = ${ratio(times.all, times.visit)}`);
  console.log(`  ratio check + measure : parse and visit = ${ratio(times.both, times.visit)}`);
}
