#!/usr/bin/env node
// npx ishc: says in one sentence when the Node is too old, and hands over to the TypeScript that a newer one runs directly.
import '../scripts/preflight.mjs';

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
