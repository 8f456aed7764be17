import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'], // npm run test:browser
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000, // a guard against what hangs; a machine with other work takes its time
    isolate: false, // no test leaves anything behind; loading every module once saves a third of the time
    maxWorkers: 2, // by itself vitest takes one on two cores
  },
});
