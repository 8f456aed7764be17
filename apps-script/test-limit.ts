// Standalone: how many test mails the register had today, in the script's own properties.
import { type Instant, localDate } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import { TESTS_A_DAY } from '../rules/reporting/test-mail.ts';
import { locked } from './document-lock.ts';

const TESTS = 'ishc.tests';
const WAIT = 5000; // milliseconds

/** Counts one more, or throws TOO_MANY_TESTS. */
export function countTest(now: Instant): void {
  locked(WAIT, () => {
    const properties = PropertiesService.getDocumentProperties();
    const [day, count] = (properties.getProperty(TESTS) ?? '').split(' ');
    const today = localDate(now);
    const before = day === today ? Number(count) : 0;
    if (before >= TESTS_A_DAY) throw new Problem('TOO_MANY_TESTS', { register: SpreadsheetApp.getActive().getId(), most: TESTS_A_DAY });
    properties.setProperty(TESTS, `${today} ${before + 1}`);
  });
}
