// The entries by name: what functions-framework serves, in the cloud and on one's own machine alike.
import { http } from '@google-cloud/functions-framework';
import { handle } from './handle.ts';
import { ProcessRegister, processRegister } from './process-register.ts';
import { RollUp, rollUp } from './roll-up.ts';
import type { Setup } from './setup.ts';
import { Sweep, sweep } from './sweep.ts';

/** Registers every entry with the framework. */
export function registerEntries(setup: Setup): void {
  http(
    'sweep',
    handle('sweep', Sweep, (input) => sweep(input, setup), { subject: ({ superior }) => superior, log: setup.log }),
  );
  http(
    'processRegister',
    handle('processRegister', ProcessRegister, (input) => processRegister(input, setup), {
      subject: ({ register }) => register,
      log: setup.log,
    }),
  );
  http(
    'rollUp',
    handle('rollUp', RollUp, (input) => rollUp(input, setup), { subject: ({ superior }) => superior, log: setup.log }),
  );
}
