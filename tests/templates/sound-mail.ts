// What holds for every mail whatever it says: no gaps, sound HTML, the same numbers in both forms. And content with a part taken out.
import { expect, it } from 'vitest';
import type { MailText } from '../../rules/reporting/report-content.ts';
import { textOfHtml, unclosedTags } from './html.ts';

/** Without one field: what is undefined is spread over the required type, as a missing field of JSON would be. */
export function omit<T extends object, K extends keyof T>(from: T, field: K): T {
  const { [field]: _, ...rest } = from;
  return rest as T;
}

/** Registers the tests of one mail in the describe block it is called from; its code, printed for support, may hold a machine date. */
export function isSound(mail: MailText, code = ''): void {
  it('prints no gap, no type name and no machine date', () => {
    for (const part of [mail.subject, mail.text.replace(code, ''), textOfHtml(mail.html).replace(code, '')]) {
      expect(part).not.toMatch(/undefined|NaN|null|\[object|\d{4}-\d{2}-\d{2}|\btrue\b|\bfalse\b|Infinity/);
      expect(part).not.toMatch(/&amp;|&#|\(\)|: ;|, ,|– –|\.\.|;\./);
    }
  });
  it('is NFC and has a subject of one line', () => {
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).toBe(part.normalize('NFC'));
    expect(mail.subject).not.toMatch(/[\r\n\t]| {2}/);
  });
  it('is well-formed HTML without scripts, images or links out', () => {
    expect(unclosedTags(mail.html)).toEqual([]);
    expect(mail.html).not.toMatch(/<(script|img|iframe|link|form)|https?:|position:|display:\s*flex/);
    expect(mail.html).toContain('<html lang="vi">');
  });
  it('has bars whose parts add up to the whole width', () => {
    for (const [bar] of mail.html.matchAll(/<table role="presentation" aria-hidden.*?<\/table>/gs)) {
      const widths = [...bar.matchAll(/<td width="(\d+)%"/g)].map((match) => Number(match[1]));
      expect(widths.length).toBeGreaterThan(0);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
    }
  });
  it('says the same numbers in plain text as in HTML', () => {
    const numbers = (text: string) =>
      [...text.matchAll(/\d[\d.,/–:]*%?/g)].map(([number]) => number.replace(/[.,:–/]+$/, '')).filter((number) => number.length > 1);
    const inText = new Set(numbers(mail.text));
    const inHtml = new Set(numbers(textOfHtml(mail.html)));
    expect([...inHtml].filter((number) => !inText.has(number))).toEqual([]);
    expect([...inText].filter((number) => !inHtml.has(number))).toEqual([]);
  });
}
