/// <reference types="vitest/config" />
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
    coverage: { include: ['src/**/*.ts'], reporter: ['text', 'html'] },
  },
});
