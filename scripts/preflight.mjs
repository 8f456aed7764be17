// Says in one sentence what is wrong with the Node in use, before anything newer than Node 20 is parsed.
import { readFileSync } from 'node:fs';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  const wanted = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).optionalDependencies.node;
  process.stderr.write(
    `ishc-register: this is Node ${process.versions.node}, and the scripts need Node 24; ` +
      `"npm ci" installs node@${wanted} into node_modules (optional dependency), so please run "npm ci" ` +
      `without --omit=optional and without --ignore-scripts.\n`,
  );
  process.exit(1);
}
