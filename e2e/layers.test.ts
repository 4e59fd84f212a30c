/** The linter enforces the layers of `src/`. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A layer as `biome.json` has it: the files it is of, and what they may not import. */
interface Layer {
  includes: string[];
  patterns: { group: string[]; message: string }[];
}

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string; start: { line: number } };
}

const layers: Layer[] = JSON.parse(read('biome.json')).overrides.flatMap(
  ({ includes, linter }: { includes: string[]; linter: { rules: { style?: Style } } }) => {
    const patterns = linter.rules.style?.noRestrictedImports?.options.patterns;
    return patterns ? [{ includes, patterns }] : [];
  },
);
interface Style {
  noRestrictedImports?: { options: { patterns: Layer['patterns'] } };
}

const sourceFiles = globSync('src/**/*.{ts,astro,mjs}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.(test|arbitrary|fixture)\.ts$|\.d\.ts$/.test(path))
  .sort();
const filesOf = ({ includes }: Layer): string[] => {
  const [taken, left] = [false, true].map((not) =>
    includes.filter((glob) => glob.startsWith('!') === not).map((glob) => glob.replace('!', '')),
  );
  return sourceFiles.filter(
    (path) =>
      taken?.some((glob) => matchesGlob(path, glob)) &&
      !left?.some((glob) => matchesGlob(path, glob)),
  );
};

/** What stands for each kind of thing that can be imported: from outside, and a file of each folder under `src/`. */
const OUTSIDE = [
  'node:fs',
  'node:fs/promises',
  'astro',
  'astro/content/config',
  'astro/loaders',
].concat(['d3-array', 'linkedom', 'yaml', 'zod', 'sirv', '#words']);
const INSIDE = [...new Set(sourceFiles.map((path) => path.split('/').slice(0, 2).join('/')))].map(
  (folder) => sourceFiles.find((path) => path === folder || path.startsWith(`${folder}/`)) ?? '',
);

/** Whether a pattern's group, whose later entries with a `!` let in again, is about a specifier. */
const forbids = (group: string[], specifier: string): boolean =>
  group.reduce((found, glob) => {
    const not = glob.startsWith('!');
    const [plain, path] = [glob.replace('!', ''), specifier.replace(/^(\.\.?\/)+/, '')];
    const met =
      plain === '**' ||
      (plain === './**' && specifier.startsWith('./')) ||
      matchesGlob(specifier, plain) ||
      // A relative path, as seen from anywhere.
      (specifier.startsWith('.') && plain.startsWith('**/') && matchesGlob(path, plain)) ||
      (plain.startsWith('../') && specifier.startsWith('../') && matchesGlob(path, plain.slice(3)));
    return met ? !not : found;
  }, false);

describe('the linter enforces the layers', () => {
  const temp = mkdtempSync(join(tmpdir(), 'layers-'));
  let found: Diagnostic[] = [];
  /** Files of a layer, one of each kind, with every import there is. */
  const tries = layers.flatMap((layer) =>
    ['.ts', '.astro'].flatMap((kind) => {
      const file = filesOf(layer).find((path) => path.endsWith(kind));
      if (!file) return [];
      const imports = [...INSIDE, ...OUTSIDE].map((target) => {
        if (!target.startsWith('src/')) return target;
        const path = relative(dirname(file), target).replaceAll('\\', '/');
        return path.startsWith('.') ? path : `./${path}`;
      });
      return [{ layer, file, imports }];
    }),
  );

  beforeAll(() => {
    cpSync(join(root, 'biome.json'), join(temp, 'biome.json'));
    const write = (file: string, text: string): void => {
      mkdirSync(join(temp, dirname(file)), { recursive: true });
      writeFileSync(join(temp, file), text);
    };
    for (const { file, imports } of tries) {
      const lines = imports.map((path) => `import '${path}';`).join('\n');
      write(file, file.endsWith('.astro') ? `---\n${lines}\n---\n` : `${lines}\n`);
      if (file.endsWith('.ts')) write(file.replace('.ts', '.test.ts'), `${lines}\n`);
    }
    for (const folder of ['model', 'timeline'])
      write(`src/${folder}/global.ts`, 'export const all = [document.title, process.env];\n');
    found = lint(temp);
  });
  afterAll(() => rmSync(temp, { recursive: true }));

  test('every file under src/ is in a layer', () => {
    const all = new Set(layers.flatMap(filesOf));
    expect(sourceFiles.length).toBeGreaterThan(150);
    // What Astro asks for by name has its own entry; types alone have none.
    expect(sourceFiles.filter((path) => !all.has(path))).toEqual([]);
  });

  test.each(tries)(
    '$file may import what its layer says, and nothing else',
    ({ layer, file, imports }) => {
      const first = file.endsWith('.astro') ? 2 : 1;
      const refused = imports.filter((_, i) =>
        found.some(
          ({ category, location }) =>
            category === 'lint/style/noRestrictedImports' &&
            location.path === file &&
            location.start.line === i + first,
        ),
      );
      const forbidden = imports.filter((path) =>
        layer.patterns.some(({ group }) => forbids(group, path)),
      );
      expect(forbidden.length, 'kinds of import').toBeGreaterThan(0);
      expect(refused).toEqual(forbidden);
      // Each of its patterns stands for something there is.
      for (const { group } of layer.patterns)
        expect(
          imports.some((path) => forbids(group, path)),
          group.join(' '),
        ).toBe(true);
      // Files that hold every import make circles, too.
      for (const { category, message, location } of found)
        if (location.path === file && category !== 'lint/suspicious/noImportCycles')
          expect(message).toMatch(/^layer \d: src\//);
    },
  );

  test('tests are free', () => {
    expect(
      found.filter(
        ({ category, location }) =>
          location.path.endsWith('.test.ts') && category !== 'lint/suspicious/noImportCycles',
      ),
    ).toEqual([]);
  });

  test.each(['model', 'timeline'])('src/%s may use no global of one side', (folder) => {
    const globals = found.filter(
      ({ category, location }) =>
        category === 'lint/style/noRestrictedGlobals' &&
        location.path === `src/${folder}/global.ts`,
    );
    expect(globals).toHaveLength(2);
  });
});

/** What Biome finds under `folder`; it leaves with status 1 when it finds something. */
function lint(folder: string): Diagnostic[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [
    biome,
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    '--vcs-enabled=false',
    'src',
  ];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
}

// The linter sees a component's front matter and script as one file.
test('components import client code in <script> alone', () => {
  const frontMatter = (path: string) => /^---\n(.*?)\n---/s.exec(read(path))?.[1] ?? '';
  const wrong = globSync('src/components/**/*.astro', { cwd: root }).filter((path) =>
    /import\b[^;]*['"][^'"]*\/client\//.test(frontMatter(path)),
  );
  expect(wrong).toEqual([]);
});
