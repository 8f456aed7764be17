// The parts of a report that only people can write, and which of them nobody has written yet for a period.
import { labelOf, NARRATIVE_PARTS } from '../register/choice-lists.ts';
import type { Register } from '../register/read-register.ts';
import { isAbout } from './period-said.ts';
import type { ReportPeriod } from './report-content.ts';

/** I, III, IV, V: the second part is the figures. */
const WRITTEN_PARTS = ['leadership', 'assessment', 'nextSteps', 'proposals'] as const;

/** The titles of the parts that have no text for the period. Where the tab cannot be read, nothing is asked for. */
export function unwrittenParts({ narratives }: Pick<Register, 'narratives'>, period: ReportPeriod): string[] {
  if (narratives.state !== 'read') return [];
  const written = new Set(
    narratives.rows.flatMap(({ values: { part, text, period: said } }) =>
      part !== undefined && text !== undefined && said !== undefined && isAbout(said, period) ? [part] : [],
    ),
  );
  return WRITTEN_PARTS.filter((part) => !written.has(part)).map((part) => labelOf(NARRATIVE_PARTS, part));
}
