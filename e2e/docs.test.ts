/** The documents say what is so: every command in them runs, and every field of the schemas is in them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { actorSchema } from '../src/model/actor.ts';
import { eventSchema } from '../src/model/event.ts';
import { translationSchema } from '../src/model/quote.ts';
import { referenceSchema } from '../src/model/reference.ts';
import { siteSchema } from '../src/model/site.ts';
import { sourceSchema } from '../src/model/source.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, code]) => code ?? '',
  );

const work = mkdtempSync(join(tmpdir(), 'docs-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('docs/authoring.md', () => {
  it('has commands that all succeed, one after the other', () => {
    const script = blocks(read('authoring.md'), 'sh')
      .join('')
      .replaceAll(/\b(my-archive|storm\.txt|lamps\.csv|sheet\.xlsx)\b/g, (name) =>
        join(work, name),
      );
    const printed = execFileSync('sh', ['-e', '-c', script.replaceAll('npm run ', 'npm run -s ')], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(printed).toContain('1 event taken over, unsourced');
    expect(printed.trim().split('\n').at(-1)).toContain('all quotes verified');
    expect(existsSync(join(work, 'my-archive/events/storm-rises.mdx'))).toBe(true);
  }, 60_000);

  it('shows a translation as the schema has it', () => {
    const [yaml = ''] = blocks(read('authoring.md'), 'yaml');
    expect(translationSchema.safeParse(parse(yaml).translation).success).toBe(true);
  });
});

describe('docs/content.md', () => {
  const schemas = { siteSchema, actorSchema, referenceSchema, sourceSchema, eventSchema };
  it.each(Object.entries(schemas))('has every field of %s', (_, schema) => {
    const text = read('content.md');
    const missing = fieldsOf(
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ).filter((field) => !text.includes(`\`${field}\``));
    expect(missing).toEqual([]);
  });
});

describe.each(['authoring.md', 'content.md', 'architecture.md'])('docs/%s', (name) => {
  it('leads to files that are there', () => {
    const links = [...read(name).matchAll(/\]\((?!https?:|#|ref:)([^)#]+)/g)].map(
      ([, path]) => path ?? '',
    );
    const code = [...read(name).matchAll(/`((?:src|e2e)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(links.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
    expect(code.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** The names of all properties of a JSON Schema, at any depth. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value), ...Object.values(value).flatMap(fieldsOf)]
      : fieldsOf(value),
  );
}
