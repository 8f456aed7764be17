// The page's own files: HTML, styles and the browser's code, bundled in memory when the workspace starts with a page.
import { readFileSync } from 'node:fs';
import type { PageAnswer, PageRoutes } from './routes.ts';

const FOLDER = new URL('browser/', import.meta.url);

const policy = (parts: Readonly<Record<string, string>>): string =>
  Object.entries({ 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", ...parts })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** Nothing leaves this machine. Styles may be inline because mails bring theirs, and a srcdoc frame inherits this policy. */
const PAGE_POLICY = policy({
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'frame-ancestors': "'none'",
});

/** The frame of a script's dialog: its scripts are inline, and reach nothing but the page that holds it. */
const FRAME_POLICY = policy({
  'script-src': "'unsafe-inline'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
  'frame-ancestors': "'self'",
});

async function bundled(entry: string): Promise<string> {
  const { build } = await import('esbuild'); // a workspace without a page does not pay for it
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, FOLDER).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

const file = (type: string, content: string, contentPolicy: string): PageAnswer => ({
  code: 200,
  type: `${type}; charset=UTF-8`,
  content,
  headers: {
    'content-security-policy': contentPolicy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
});

/** Adds the page itself. Rejects when its code cannot be bundled. */
export async function addStaticRoutes(pages: PageRoutes): Promise<void> {
  const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
  const [script, frameScript] = await Promise.all([bundled('main.ts'), bundled('dialog-frame/frame.ts')]);
  const frame = `<!doctype html><meta charset="utf-8"><script>${frameScript.replaceAll('</script', '<\\/script')}</script>`;
  pages.add('GET /', () => file('text/html', text('page.html'), PAGE_POLICY));
  pages.add('GET /_page/page.css', () => file('text/css', text('page.css'), PAGE_POLICY));
  pages.add('GET /_page/page.js', () => file('text/javascript', script, PAGE_POLICY));
  pages.add('GET /_page/frame', () => file('text/html', frame, FRAME_POLICY));
}
