// The mistakes in the demo register of xã Quy Kỳ, as data: where each stands and what ought to be found.
import type { DemoMistake } from './mistakes.ts';

export const QUY_KY_MISTAKES: readonly DemoMistake[] = [];
