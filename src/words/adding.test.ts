/** Adding a language, as docs/architecture.md says: one file, which the types check. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

const folder = import.meta.dirname;

describe('a language added as docs/architecture.md says', () => {
  const copy = mkdtempSync(join(tmpdir(), 'words-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  const model = readFileSync(join(folder, 'en.ts'), 'utf8');
  const copied = model.replaceAll("'en'", "'qaa'").replaceAll('./en.ts', './qaa.ts');

  /** What the types say of a new file with this text. */
  const errorsOf = (source: string): string[] => {
    writeFileSync(join(copy, 'qaa.ts'), source);
    const program = ts.createProgram([join(copy, 'qaa.ts')], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };

  it('is complete as it is copied', () => {
    expect(errorsOf(copied)).toEqual([]);
  });

  it('is refused by the types where a word is missing, or is of another type', () => {
    expect(errorsOf(copied.replace('export const fit ', 'const fit '))).toEqual([
      expect.stringMatching(/'fit' is missing/),
    ]);
    expect(errorsOf(copied.replace("  direct: 'word for word',", ''))).toEqual([
      expect.stringMatching(/'direct' is missing/),
    ]);
    expect(
      errorsOf(copied.replace("{ one: '# day', other: '# days' }", "{ other: '# days' }")),
    ).toEqual([expect.stringMatching(/'one' is missing/)]);
    expect(
      errorsOf(copied.replace(/export const part = [^;]*;/, 'export const part = 7;')),
    ).toEqual([expect.stringMatching(/does not satisfy/)]);
  });

  it('makes no golden case wrong: what has no words there is of no real language', () => {
    const golden = join(folder, '../check/golden');
    const cases = readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('expected.txt'),
    );
    const said = cases.map((path) => readFileSync(join(golden, path), 'utf8')).join('');
    const unknown = [...said.matchAll(/src\/words\/(?!en)(\w+)\.ts/g)].map(([, name]) => name);
    // ISO 639 reserves qaa to qtz for local use.
    expect(unknown).toEqual(unknown.map(() => expect.stringMatching(/^q[a-t][a-z]$/)));
    expect(unknown).not.toEqual([]);
  });
});
