// What a script shows gets its client for google.script.run put in front of everything else.
import { readFileSync } from 'node:fs';

let client: string | undefined;

/** The page with the client's script at the earliest place where a script may stand. */
export function withClient(html: string): string {
  client ??= readFileSync(new URL('dialog-client.js', import.meta.url), 'utf8');
  const script = `<script>\n${client}</script>`;
  const at = /<head(\s[^>]*)?>/i.exec(html) ?? /<html(\s[^>]*)?>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const end = at === null ? 0 : at.index + at[0].length;
  return `${html.slice(0, end)}${script}${html.slice(end)}`;
}
