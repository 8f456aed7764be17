// The highest number each tab's codes ever had, kept beside the workbook: a row may be deleted together with its code.
const KEY = 'ishc.highestCodes';

type Highest = { readonly [tab: string]: number };

/** What is remembered; nothing at first. */
export function rememberedCodes(): Highest {
  const text = PropertiesService.getDocumentProperties()?.getProperty(KEY) ?? '{}';
  try {
    const parsed: unknown = JSON.parse(text);
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    return Object.fromEntries(entries.filter(([, number]) => Number.isSafeInteger(number)));
  } catch {
    return {}; // the codes that stand in the sheet still count
  }
}

/** Remembers the numbers when one has grown. */
export function rememberCodes(before: Highest, now: Highest): void {
  const grown = Object.entries(now).some(([tab, number]) => number > (before[tab] ?? 0));
  if (grown) PropertiesService.getDocumentProperties()?.setProperty(KEY, JSON.stringify(now));
}
