// A project as it is run: its manifest read, its files sorted by kind.
import type { Store } from '../store.ts';
import type { Job } from './calls.ts';
import { type Project, sourceOf } from './projects.ts';

export type Runnable = Pick<Job, 'scriptId' | 'scripts' | 'pages' | 'timeZone' | 'advanced' | 'manifestScopes'>;

interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string; readonly serviceId: string }[];
  };
}

/** What is needed to run a project. */
export function runnable(store: Store, project: Project): Runnable {
  const manifest = JSON.parse(sources(store, project, 'JSON')[0]?.source ?? '{}') as Manifest;
  return {
    scriptId: project.scriptId,
    scripts: sources(store, project, 'SERVER_JS'),
    pages: Object.fromEntries(sources(store, project, 'HTML').map(({ name, source }) => [name, source])),
    timeZone: manifest.timeZone ?? 'Etc/GMT',
    advanced: (manifest.dependencies?.enabledAdvancedServices ?? []).map(({ userSymbol, serviceId }) => ({
      symbol: userSymbol,
      service: serviceId,
    })),
    manifestScopes: manifest.oauthScopes ?? [],
  };
}

const sources = (store: Store, { files }: Project, type: string): { name: string; source: string; hash: string }[] =>
  files.filter((file) => file.type === type).map((file) => ({ name: file.name, source: sourceOf(store, file), hash: file.hash }));

/** Whether a script declares a global function. Google looks at declarations as well, without running anything. */
export const declares = ({ scripts }: Runnable, name: string): boolean =>
  scripts.some(({ source }) => new RegExp(`(^|[\\s;}])(function\\s+${name}\\s*\\(|(var|let|const)\\s+${name}\\s*=)`).test(source));
