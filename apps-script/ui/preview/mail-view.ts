// The mail as it would be sent, in a frame that runs nothing and fetches nothing; or its plain text.
import { button, el } from '../elements.ts';
import { PREVIEW } from '../labels.ts';
import type { Previewed } from '../server.ts';

/** What is in the mail's own head is all it may use: no script, no picture or style from elsewhere. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

const sealed = (html: string): string =>
  /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + POLICY) : POLICY + html;

/** The mail, and a switch between its two shapes. */
export function mailView({ html, text }: Pick<Previewed, 'html' | 'text'>): HTMLElement {
  if (html === '' && text === '') return el('section', { class: 'mail' }, el('p', { class: 'empty' }, PREVIEW.noMail));
  const frame = el('iframe', { sandbox: '', title: PREVIEW.mail, srcdoc: sealed(html) });
  const plain = el('pre', { tabindex: 0, 'aria-label': PREVIEW.mail }, text);
  const shapes = [
    { name: PREVIEW.asMail, part: frame },
    { name: PREVIEW.asText, part: plain },
  ];
  const buttons = shapes.map(({ name, part }) => button(name, () => choose(part), { class: 'filter' }));
  const choose = (part: HTMLElement): void => {
    shapes.forEach((shape, place) => {
      shape.part.hidden = shape.part !== part;
      buttons[place]?.setAttribute('aria-pressed', String(shape.part === part));
    });
  };
  choose(frame);
  return el(
    'section',
    { class: 'mail' },
    el('div', { class: 'filters', role: 'group', 'aria-label': PREVIEW.shape }, buttons),
    frame,
    plain,
  );
}
