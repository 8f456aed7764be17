// Small makers of elements. Text goes in as text, never as HTML: nothing that stands in a register can become markup.

type Child = Node | string | undefined;
type Listener = (event: Event) => void;
type Props = { readonly [name: string]: string | boolean | number | Listener | undefined };

/** An element with its attributes and children; `onclick` and the like listen, `true` sets an attribute, `false` and undefined leave it out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  put(made, ...children);
  return made;
}

/** Appends children, leaving out what is undefined. */
export function put(parent: Element, ...children: readonly (Child | readonly Child[])[]): void {
  for (const child of flat(children)) parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
}

/** Puts these children in the place of all that was there. */
export function fill(parent: Element, ...children: readonly (Child | readonly Child[])[]): void {
  parent.textContent = '';
  put(parent, ...children);
}

const flat = (children: readonly (Child | readonly Child[])[]): (Node | string)[] =>
  children
    .flatMap((child) => (Array.isArray(child) ? (child as readonly Child[]) : [child as Child]))
    .filter((child) => child !== undefined);

/** A button that does nothing but what it says. */
export const button = (text: string, onclick: Listener, props: Props = {}): HTMLButtonElement =>
  el('button', { type: 'button', ...props, onclick }, text);

/** A status in its colour; the word itself says it too. */
export const chip = (text: string, key: string): HTMLElement => el('span', { class: `chip chip-${key}` }, text);

/** The part of the page where a dialog draws itself. */
export function stage(): HTMLElement {
  const found = document.getElementById('stage');
  if (found === null) throw new Error('the page has no stage');
  return found;
}

/** A list of terms and what they are; those without a value are left out. */
export const terms = (entries: readonly (readonly [string, Child | readonly Child[]])[]): HTMLElement =>
  el(
    'dl',
    { class: 'terms' },
    entries.flatMap(([term, value]) => (value === undefined ? [] : [el('dt', {}, term), el('dd', {}, value)])),
  );
