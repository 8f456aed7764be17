// google.script.run and google.script.host for a page that a script shows: they talk to the window around it by postMessage.
(() => {
  let last = 0;
  const waiting = new Map();
  const tell = (message) => window.parent.postMessage(message, '*');

  const runner = (handlers) =>
    new Proxy(
      {},
      {
        get(_target, name) {
          if (name === 'withSuccessHandler') return (success) => runner({ ...handlers, success });
          if (name === 'withFailureHandler') return (failure) => runner({ ...handlers, failure });
          if (name === 'withUserObject') return (user) => runner({ ...handlers, user });
          return (...args) => {
            last += 1;
            waiting.set(last, handlers);
            tell({ ishc: 'run', call: last, function: name, args });
          };
        },
      },
    );

  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent || data === null || typeof data !== 'object' || data.ishc !== 'answer') return;
    const handlers = waiting.get(data.call);
    if (handlers === undefined) return;
    waiting.delete(data.call);
    if (data.error === undefined) handlers.success?.(data.value, handlers.user);
    else if (handlers.failure === undefined) throw new Error(data.error);
    else handlers.failure(new Error(data.error), handlers.user);
  });

  const host = {
    close: () => tell({ ishc: 'close' }),
    setHeight: (height) => tell({ ishc: 'size', height }),
    setWidth: (width) => tell({ ishc: 'size', width }),
    editor: { focus: () => tell({ ishc: 'focus' }) },
    origin: window.location.origin,
  };
  window.google = { script: { run: runner({}), host } };
})();
