// Gives each register of the demo its bound script, as an administrator does through the Apps Script API.
import { script } from 'googleapis/build/src/apis/script/index.js';
import { troubleOf } from '../functions/google-trouble.ts';
import { Problem } from '../rules/problem.ts';
import { TRIAL } from './labels.ts';
import { LOCAL, localAccount } from './local-google.ts';

/** Creates what is missing and brings every script up to the present files. `known` remembers which script belongs to which register. */
export async function bindScripts(
  workspace: string,
  registers: readonly string[],
  known: Readonly<Record<string, string>>,
  tell: (line: string) => void,
): Promise<Readonly<Record<string, string>>> {
  if (registers.length === 0) return known;
  // esbuild is needed only here, and a run without a page does without it
  const { sheetFiles } = await import('../scripts/sheet-bundle.ts');
  const files = (await sheetFiles('connected')).map((file) => ({ ...file }));
  const { projects } = script({ version: 'v1', auth: localAccount(workspace, LOCAL.service) });
  tell(TRIAL.binding(registers.length));
  const bound: Record<string, string> = { ...known };
  for (const register of registers) {
    try {
      bound[register] ??= await created(projects, register);
      await projects.updateContent({ scriptId: bound[register], requestBody: { files } });
    } catch (error) {
      throw error instanceof Problem ? error : troubleOf(error, 'script.projects', register);
    }
  }
  return bound;
}

async function created(projects: Pick<ReturnType<typeof script>['projects'], 'create'>, parentId: string): Promise<string> {
  const { data } = await projects.create({ requestBody: { title: TRIAL.scriptTitle, parentId } });
  if (!data.scriptId) throw new Problem('GOOGLE_REFUSED', { what: 'script.projects.create', status: 200 });
  return data.scriptId;
}
