/** `docs/schemas/` is what editors read: generated from the model, and wired to the files it is about. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaFiles } from './schemas.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'schemas');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('schemaFiles()', () => {
  it.each(Object.entries(schemaFiles()))(
    '%s is the one that is kept; UPDATE=1 writes it anew',
    (name, text) => {
      const path = join(folder, name);
      if (process.env['UPDATE']) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, text);
      }
      expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
    },
  );

  it('is every file in the folder', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(schemaFiles()).sort());
  });

  it('is wired up for every file that has one', () => {
    const settings: unknown = JSON.parse(read('.vscode/settings.json'));
    const wired = Object.keys((settings as Record<string, object>)['yaml.schemas'] ?? {});
    expect(wired.sort()).toEqual(
      Object.keys(schemaFiles())
        .map((name) => `./docs/schemas/${name}`)
        .sort(),
    );
  });

  const validate = (name: string, value: unknown): boolean =>
    new Ajv({ strict: false, validateFormats: false }).validate(
      JSON.parse(schemaFiles()[name] ?? ''),
      value,
    );

  it('accepts what is right and refuses an unknown key', () => {
    const site: unknown = parse(read('e2e/archives/centuries/site.yaml'));
    expect(validate('site.json', site)).toBe(true);
    expect(validate('site.json', Object.assign({ titel: 'x' }, site))).toBe(false);
    expect(validate('source.json', parse(read('e2e/archives/one-day/sources/gazette.yaml')))).toBe(
      true,
    );
  });
});
