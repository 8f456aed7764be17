// Runs alone in the sandboxed frame of a script's dialog: receives its HTML and gives it google.script, which speaks through the page.

interface Down {
  readonly ishc: 'html' | 'answer';
  readonly html?: string;
  readonly call?: number;
  readonly value?: unknown;
  readonly error?: string;
}

interface Call {
  readonly success: (value: unknown, user: unknown) => void;
  readonly failure: (error: Error, user: unknown) => void;
  readonly user: unknown;
}

const calls = new Map<number, Call>();
let count = 0;

const say = (message: unknown): void => window.parent.postMessage(message, '*');

const nothing = (): void => undefined;
const unheard = (error: Error): void => {
  throw error; // as on Google: it shows in the console only
};

/** google.script.run: every other name is a function of the script. */
function runner(handlers: Call): unknown {
  const own: Readonly<Record<string, (given: never) => unknown>> = {
    withSuccessHandler: (success: Call['success']) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Call['failure']) => runner({ ...handlers, failure }),
    withUserObject: (user: unknown) => runner({ ...handlers, user }),
  };
  return new Proxy(own, {
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      return target[name] ?? ((...args: readonly unknown[]) => call(name, args, handlers));
    },
  });
}

function call(name: string, args: readonly unknown[], handlers: Call): void {
  count += 1;
  calls.set(count, handlers);
  say({ ishc: 'run', call: count, function: name, args });
}

function answered({ call: number = 0, value, error }: Down): void {
  const handlers = calls.get(number);
  calls.delete(number);
  if (handlers === undefined) return;
  if (error === undefined) handlers.success(value, handlers.user);
  else handlers.failure(new Error(error), handlers.user);
}

/** Opening a document takes every listener away, so they are put on the new one. */
function show(html: string): void {
  document.open();
  listen();
  document.write(html);
  document.close();
}

function listen(): void {
  window.addEventListener('message', ({ source, data }: MessageEvent<Down>) => {
    if (source !== window.parent) return;
    if (data.ishc === 'html') show(data.html ?? '');
    if (data.ishc === 'answer') answered(data);
  });
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') say({ ishc: 'close' });
  });
}

const google = {
  script: {
    run: runner({ success: nothing, failure: unheard, user: undefined }),
    host: { close: () => say({ ishc: 'close' }), setHeight: nothing, setWidth: nothing, editor: { focus: nothing } },
  },
};
Object.assign(window, { google });
listen();
say({ ishc: 'ready' });
