/**
 * The documents are true: their commands run, every field of the schemas and every rule is in them, and check treats
 * each form of a body as they say.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseBody } from '../src/check/read/body.ts';
import { textFile } from '../src/check/read/file.ts';
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
  }, 180_000);

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

describe('docs/content.md, of the body', () => {
  const rows = rowsOf('| form |').map(([form = '', files = '', said = '']) => {
    const [, , text = ''] = /^(`+)(.*)\1$/.exec(form) ?? [];
    const written = text
      .replaceAll('\\|', '|')
      .replace(/\\(n|\\)/g, (_, escaped) => (escaped === 'n' ? '\n' : '\\'));
    const [, refusal = null] = /^refused: `(.*)`$/.exec(said) ?? [];
    return {
      form,
      text: written.trim(),
      files: files.split(', '),
      allowed: /^allowed\b/.test(said),
      refusal,
    };
  });

  it('says of every form that it is allowed, or how it is refused', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ allowed, refusal }) => allowed === (refusal !== null))).toEqual([]);
    expect(rows.flatMap(({ files }) => files).filter((name) => !/^\.mdx?$/.test(name))).toEqual([]);
  });

  it.each(rows.flatMap(({ files, ...row }) => files.map((extension) => ({ ...row, extension }))))(
    '$form in $extension is what check says of it',
    ({ text, extension, refusal }) => {
      const front = '---\ntitle: x\n---\n';
      const file = textFile(`e${extension}`, front + text, new Uint8Array());
      const { problems } = parseBody(file, front.length, true);
      const messages = [...new Set(problems.map(({ message }) => message))];
      if (refusal === null) expect(messages).toEqual([]);
      else expect(messages[0]).toBe(refusal);
    },
  );
});

describe('docs/content.md, of the rules', () => {
  it('has every number that a problem can have, once', () => {
    const numbers = globSync('src/check/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] })
      .flatMap((name) => [
        ...readFileSync(join(root, name), 'utf8').matchAll(/\berror\(\s*([1-9]\d*),/g),
      ])
      .map(([, number]) => Number(number));
    const named = rowsOf('| rule | name |').map(([number]) => Number(number));
    expect(named).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});

describe.each(['authoring.md', 'content.md', 'architecture.md'])('docs/%s', (name) => {
  it('leads to files that are there', () => {
    const links = [
      ...read(name)
        .replace(/(`+).*?\1/g, '')
        .matchAll(/\]\((?!https?:|#|ref:)([^)#]+)/g),
    ].map(([, path]) => path ?? '');
    const code = [...read(name).matchAll(/`((?:src|e2e)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(links.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
    expect(code.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** The cells of the tables of content.md with this head; escaped pipes belong to their cells. */
function rowsOf(head: string): string[][] {
  const lines = read('content.md').split('\n');
  return lines.flatMap((line, i) => {
    if (!line.startsWith(head)) return [];
    const length = lines.slice(i).findIndex((row) => !row.startsWith('|'));
    return lines.slice(i + 2, i + length).map((row) =>
      row
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  });
}

/** The names of all properties of a JSON Schema, at any depth. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value), ...Object.values(value).flatMap(fieldsOf)]
      : fieldsOf(value),
  );
}
