// The frame in which a dialog or a sidebar of a script lives: sandboxed, without a way out but messages to this page.
import type { RunAnswer } from '../protocol.ts';
import { element } from './dom.ts';

interface Up {
  readonly ishc: 'ready' | 'run' | 'close' | 'size' | 'focus';
  readonly call?: number;
  readonly function?: string;
  readonly args?: readonly unknown[];
  readonly width?: number;
  readonly height?: number;
}

export interface FrameParts {
  readonly title: string;
  readonly html: string;
  readonly run: (name: string, args: readonly unknown[]) => Promise<RunAnswer>;
  readonly close: () => void;
  /** the script wants another size */
  readonly size: (width: number | undefined, height: number | undefined) => void;
  /** the script hands the focus back to the grid */
  readonly leave: () => void;
}

/** The frame, which fills itself once it is in the document. */
export function scriptFrame({ title, html, run, close, size, leave }: FrameParts): HTMLIFrameElement {
  const frame = element('iframe', { class: 'script-frame', title, sandbox: 'allow-scripts allow-forms allow-modals', src: '/_page/frame' });
  const hear = ({ source, data }: MessageEvent<Up>): void => {
    if (!frame.isConnected) {
      window.removeEventListener('message', hear);
      return;
    }
    if (source !== frame.contentWindow) return;
    if (data.ishc === 'ready') frame.contentWindow?.postMessage({ ishc: 'html', html }, '*');
    if (data.ishc === 'close') close();
    if (data.ishc === 'size') size(data.width, data.height);
    if (data.ishc === 'focus') leave();
    if (data.ishc === 'run') void answer(data.call ?? 0, data.function ?? '', data.args ?? []);
  };
  const answer = async (call: number, name: string, args: readonly unknown[]): Promise<void> => {
    const given = await run(name, args).catch(
      (error: unknown): RunAnswer => ({ error: error instanceof Error ? error.message : String(error) }),
    );
    frame.contentWindow?.postMessage({ ishc: 'answer', call, ...given }, '*');
  };
  // by then it is in the document, and nothing it says is missed
  queueMicrotask(() => window.addEventListener('message', hear));
  return frame;
}
