/// <reference types="vitest/config" />
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
    // For what hangs, not for what a busy machine does slowly.
    testTimeout: 60_000,
    globalSetup: 'e2e/temporary.ts',
    setupFiles: 'e2e/seed.ts',
    // Files share the modules that are loaded, or loading takes longer than testing. So no file changes what is global.
    isolate: false,
    // Vitest leaves one processor free unless told.
    maxWorkers: '100%',
    coverage: {
      include: ['src/{model,check,timeline,exports}/**/*.ts'],
      exclude: ['**/*.arbitrary.ts'],
      reporter: ['text', 'json', 'html'],
      // Of each folder by itself, so that none hides behind another; a run of some tests alone falls short.
      thresholds: {
        'src/model/**': { lines: 95, branches: 95 },
        'src/check/**': { lines: 95, branches: 95 },
        'src/timeline/**': { lines: 95, branches: 95 },
        'src/exports/**': { lines: 95, branches: 95 },
      },
    },
  },
});
