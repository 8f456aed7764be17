// How wide a bold line is, for the lines that are drawn below it: Times Bold by Adobe's metrics, which Times New Roman keeps.
// A mark above or below a letter does not widen it.

const WIDTHS: Readonly<Record<string, number>> = widthsOf(
  'A722 B667 C722 D722 E667 F611 G778 H778 I389 J500 K778 L667 M944 N722 O778 P611 Q778 R722 S556 T667 U722 V722 W1000 X722 Y722 Z667 ' +
    'a500 b556 c444 d556 e444 f333 g500 h556 i278 j333 k556 l278 m833 n556 o500 p556 q556 r444 s389 t333 u556 v500 w722 x500 y500 z444 ' +
    '-333 .250 ,250 /278 (333 )333 :333 ;333',
);
const USUAL = 500; // digits, and what is not in the list
const SPACE = 250;

function widthsOf(list: string): Record<string, number> {
  return Object.fromEntries(list.split(' ').map((entry) => [entry.charAt(0), Number(entry.slice(1))]));
}

/** The width of a line of bold text in twentieths of a point, at a size in points. */
export function boldWidth(text: string, size: number): number {
  const letters = [
    ...text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/Đ/g, 'D')
      .replace(/đ/g, 'd'),
  ];
  const thousandths = letters.reduce((sum, letter) => sum + (letter === ' ' ? SPACE : (WIDTHS[letter] ?? USUAL)), 0);
  return Math.round((thousandths * size * 20) / 1000);
}
