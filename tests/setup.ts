// Property tests draw the same examples at every run, so that a failure is of the change at hand. ISHC_SEED=random draws new ones.
import fc from 'fast-check';

const seed = process.env.ISHC_SEED ?? '20241220';
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
