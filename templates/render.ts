// The typed face of handlebars/runtime, the only part of Handlebars that is shipped. Templates are compiled at build.
import runtime from 'handlebars/runtime.js';
import { helpers } from './helpers.ts';

/** A value a helper is called with; the last one is Handlebars' own options object. */
export type Helper = (this: unknown, ...input: readonly unknown[]) => string;
export interface Helpers {
  readonly helpers: 'of Handlebars';
}
/** The part of Handlebars' runtime that compiled templates call. */
export interface Container {
  readonly escapeExpression: (value: unknown) => string;
  readonly lambda: (value: unknown, context: unknown) => string;
  readonly strict: (parent: unknown, name: string, place: unknown) => unknown;
  readonly lookupProperty: { (parent: Helpers, name: string): Helper; (parent: unknown, name: string): unknown };
  readonly program: (index: number, data: unknown, size?: number, blockParams?: unknown, depths?: unknown) => unknown;
  readonly data: (data: unknown, depth: number) => unknown;
  readonly nullContext?: object;
  readonly noop: unknown;
}
type Program = (container: Container, depth0: unknown, helpers: Helpers, partials: unknown, data: unknown) => string;
/** What `scripts/compile-templates.ts` writes for one .hbs file. */
export interface TemplateSpec {
  readonly [program: number]: Program;
  readonly compiler: readonly [number, string];
  readonly main: Program;
  readonly useData?: boolean;
}

interface Runtime {
  create(): Runtime;
  registerHelper(helpers: Readonly<Record<string, (...input: readonly unknown[]) => string>>): void;
  template(spec: TemplateSpec): (view: unknown) => string;
}
const environment = (runtime as unknown as Runtime).create(); // its own types are empty (handlebars 4.7)
environment.registerHelper(helpers);

/** A compiled template as a function of its view. It throws where the template prints something the view does not have. */
export function template<View>(spec: TemplateSpec): (view: View) => string {
  return environment.template(spec);
}
