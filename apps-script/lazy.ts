// What is evaluated only when it is needed: mail, documents and their templates. The bundler turns `require` into a call that evaluates a module once;
// Apps Script evaluates the whole script for every tick, so what an edit does not need should cost it nothing.
declare function require(path: './mail-part.ts'): typeof import('./mail-part.ts');
declare function require(path: './document-part.ts'): typeof import('./document-part.ts');

/** Mails: composed, and written as MIME. */
export const mail = (): typeof import('./mail-part.ts') => require('./mail-part.ts');

/** Word documents and annexes of reports. */
export const documents = (): typeof import('./document-part.ts') => require('./document-part.ts');
