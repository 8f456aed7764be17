// The words after a command's name.
import { Problem } from '../../rules/problem.ts';

/** Exactly one operand; throws WRONG_USE that names what is wanted. */
export function oneOperand(positionals: readonly string[], wanted: string): string {
  const [operand, ...more] = positionals;
  if (operand === undefined || more.length > 0) throw new Problem('WRONG_USE', { wanted });
  return operand;
}
