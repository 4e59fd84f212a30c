/// <reference types="vitest/config" />
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** A part of a folder is tested by the whole folder's tests. */
const [folder = ''] = (process.env['FOLDER'] ?? '{model,check,timeline}').split('/');

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: [`src/${folder}/**/*.test.ts`],
    // Hundreds of whole archives for each mutant: what they would notice, the tests beside the code notice first.
    exclude: ['src/check/{fuzz,altered,corruptions}.test.ts'],
    setupFiles: ['e2e/mutation/seed.ts'],
    testTimeout: 60_000,
  },
});
