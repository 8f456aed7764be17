// A tab that Google closes to this person.
import { Problem } from '../rules/problem.ts';
import type { Tab } from '../rules/register/column.ts';

/** Google's own words are in the language of the account: that it refused is all there is to know. */
export const notWritable = (tab: Tab, cause: unknown): Problem => new Problem('TAB_NOT_WRITABLE', { title: tab.title }, { cause });
