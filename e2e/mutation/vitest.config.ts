/// <reference types="vitest/config" />
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** A part of a folder is tested by the tests of the whole folder. */
const [folder = ''] = (process.env['FOLDER'] ?? '{model,check,timeline}').split('/');

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: [`src/${folder}/**/*.test.ts`],
    // Left out: hundreds of whole archives per mutant, which notice nothing that the tests beside the code do not
    // notice first.
    exclude: ['src/check/{fuzz,altered,corruptions}.test.ts'],
    setupFiles: ['e2e/mutation/seed.ts'],
    testTimeout: 60_000,
  },
});
