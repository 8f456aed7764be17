// Runs in the sandboxed frame of a script's dialog: receives its HTML, which brings google.script with it, and lets Esc close it.

interface Down {
  readonly ishc: 'html' | 'answer';
  readonly html?: string;
}

/** Opening a document takes every listener away, so the key is heard on the new one. */
function show(html: string): void {
  document.open();
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') window.parent.postMessage({ ishc: 'close' }, '*');
  });
  document.write(html);
  document.close();
}

window.addEventListener('message', ({ source, data }: MessageEvent<Down>) => {
  if (source === window.parent && data.ishc === 'html') show(data.html ?? '');
});
window.parent.postMessage({ ishc: 'ready' }, '*');
