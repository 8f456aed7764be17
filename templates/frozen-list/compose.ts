// The list of frozen figures as a page to print.
import type { PrintList } from '../../rules/reporting/frozen-list.ts';
import * as compiled from '../generated/frozen-list.ts';
import { template } from '../render.ts';
import { type FrozenListView, frozenListView } from './view.ts';

const body = template<FrozenListView>(compiled.body);

/** The same content gives the same page, byte for byte. */
export const printFrozenList: PrintList = (content) => body(frozenListView(content)).normalize('NFC');
