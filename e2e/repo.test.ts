/** Facts about the repository that no compiler checks: floors, the lock file, the README's links. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** One folder of design.md's table of floors, as imports that a file there may and may not have. */
interface Floor {
  file: string;
  says: RegExp;
  never: string[];
  may: string[];
}

const node = ['node:fs', 'node:fs/promises'];
const astro = ['astro:content', 'astro', 'astro/loaders'];
const floors: Floor[] = [
  {
    file: 'src/model/event.ts',
    says: /floor 0: src\/model/,
    never: [
      ...node,
      ...astro,
      'd3-selection',
      'linkedom',
      'edtf',
      'yaml',
      '../check/find.ts',
      '../timeline/scale.ts',
    ],
    may: ['./quote.ts', 'zod'],
  },
  {
    file: 'src/timeline/layout.ts',
    says: /floor 0: src\/timeline/,
    never: [
      ...node,
      ...astro,
      '../model/event.ts',
      '../model/date.ts',
      'zod',
      'edtf',
      'linkedom',
      '../client/zoom.ts',
    ],
    may: ['./scale.ts', 'd3-array', 'd3-selection'],
  },
  {
    file: 'src/check/rules.ts',
    says: /floor 1: src\/check/,
    never: [
      ...astro,
      'd3-selection',
      'linkedom',
      '../timeline/scale.ts',
      '../client/zoom.ts',
      '../exports/csv.ts',
      '../pages/index.astro',
    ],
    may: [...node, './find.ts', '../model/quote.ts', 'yaml', 'diff'],
  },
  {
    file: 'src/author/import/import.ts',
    says: /floor 1: src\/author/,
    never: [
      ...astro,
      'd3-selection',
      '../timeline/scale.ts',
      '../client/zoom.ts',
      '../exports/csv.ts',
      '../components/Quote.astro',
      '../pages/index.astro',
    ],
    may: [...node, './slug.ts', '../check/check.ts', '../model/date.ts', 'yaml', 'linkedom'],
  },
  {
    file: 'src/exports/csv.ts',
    says: /floor 1: src\/exports/,
    never: [
      ...node,
      ...astro,
      '../timeline/scale.ts',
      '../check/find.ts',
      '../client/zoom.ts',
      '../components/Quote.astro',
    ],
    may: ['./json.ts', '../model/event.ts'],
  },
  {
    file: 'src/client/zoom.ts',
    says: /floor 1: src\/client/,
    never: [...node, ...astro, '../model/event.ts', 'zod', '../check/find.ts', '../exports/csv.ts'],
    may: ['./keys.ts', '../timeline/scale.ts', '../model/address.ts', 'd3-selection', 'd3-zoom'],
  },
  {
    file: 'src/components/Story.astro',
    says: /floor 2: src\/components/,
    never: [...node, '../check/find.ts', '../exports/csv.ts', '../pages/index.astro'],
    may: [
      './Quote.astro',
      '../model/event.ts',
      '../timeline/layout.ts',
      'linkedom',
      'astro:assets',
    ],
  },
  {
    file: 'src/pages/events/[event].astro',
    says: /floor 3: src\/pages/,
    never: [...node, '../../check/find.ts', '../../client/zoom.ts'],
    may: [
      '../../components/Story.astro',
      '../../model/archive.ts',
      '../../exports/csv.ts',
      'astro:content',
    ],
  },
  {
    file: 'src/content.config.ts',
    says: /floor 3: src\/content\.config/,
    never: ['./client/zoom.ts', './components/Story.astro'],
    may: [...node, 'astro:content', 'astro/loaders', './check/read.ts', './model/event.ts'],
  },
  {
    file: 'src/cli.ts',
    says: /floor 3: src\/cli/,
    never: [...astro, './components/Story.astro', './pages/index.astro', './client/zoom.ts'],
    may: [...node, './check/check.ts', './exports/csv.ts', './model/archive.ts'],
  },
];

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string; start: { line: number } };
}

describe('the linter enforces the floors', () => {
  const temp = mkdtempSync(join(tmpdir(), 'floors-'));
  let found: Diagnostic[] = [];

  const linesOf = ({ never, may }: Floor): string[] =>
    [...never, ...may].map((path) => `import '${path}';`);
  /** Where in its file the n-th import stands: an .astro file has them in front matter and script. */
  const places = (floor: Floor, index: number): number[] =>
    floor.file.endsWith('.astro') ? [index + 2, index + linesOf(floor).length + 4] : [index + 1];

  beforeAll(() => {
    cpSync(join(root, 'biome.json'), join(temp, 'biome.json'));
    for (const floor of floors) {
      const imports = linesOf(floor).join('\n');
      const text = floor.file.endsWith('.astro')
        ? `---\n${imports}\n---\n<script>\n${imports}\n</script>\n`
        : `${imports}\n`;
      for (const file of [floor.file, floor.file.replace('.ts', '.test.ts')]) {
        mkdirSync(join(temp, dirname(file)), { recursive: true });
        writeFileSync(join(temp, file), text);
      }
    }
    writeFileSync(join(temp, 'src/model/dom.ts'), 'export const title = document.title;\n');
    writeFileSync(join(temp, 'src/timeline/dom.ts'), 'export const env = process.env;\n');
    found = lint(temp);
  });
  afterAll(() => rmSync(temp, { recursive: true }));

  describe.each(floors)('$file', (floor) => {
    const at = (file: string, line: number) =>
      found.filter(
        ({ category, location }) =>
          category === 'lint/style/noRestrictedImports' &&
          location.path === file &&
          location.start.line === line,
      );
    test.each(floor.never.map((path, index) => ({ path, index })))('never $path', ({ index }) => {
      for (const line of places(floor, index)) {
        const messages = at(floor.file, line).map(({ message }) => message);
        expect(messages).toEqual([expect.stringMatching(floor.says)]);
      }
    });
    test.each(floor.may.map((path, index) => ({ path, index })))('may $path', ({ index }) => {
      for (const line of places(floor, floor.never.length + index)) {
        expect(at(floor.file, line)).toEqual([]);
      }
    });
    if (floor.file.endsWith('.ts')) {
      test('a test beside it is free', () => {
        const file = floor.file.replace('.ts', '.test.ts');
        expect(found.filter(({ location }) => location.path === file)).toEqual([]);
      });
    }
  });

  test.each(['src/model/dom.ts', 'src/timeline/dom.ts'])(
    '%s may not use a global of one side',
    (file) => {
      const categories = found.filter(({ location }) => location.path === file);
      expect(categories.map(({ category }) => category)).toContain(
        'lint/style/noRestrictedGlobals',
      );
    },
  );
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

describe('package-lock.json', () => {
  interface Locked {
    version: string;
    integrity?: string;
    optionalDependencies?: Record<string, string>;
  }
  const text = read('package-lock.json');
  const packages = (JSON.parse(text) as { packages: Record<string, Locked> }).packages;
  const platform =
    /(^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|wasm32|win32|windows|win)(-|$)/;

  /** The entry that `name` resolves to from the package at `path`, as Node looks it up. */
  const resolve = (path: string, name: string): Locked | undefined => {
    for (
      let from = path;
      ;
      from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))
    ) {
      const entry = packages[`${from}${from === '' ? '' : '/'}node_modules/${name}`];
      if (entry || from === '') return entry;
    }
  };

  test('holds the binaries of every platform, not of this one alone', () => {
    const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => platform.test(name))
        .map((name) => ({ path, name })),
    );
    expect(wanted.length).toBeGreaterThan(50);
    const missing = wanted.filter(({ path, name }) => !resolve(path, name)?.integrity);
    expect(missing).toEqual([]);
  });

  test('names no registry, so that each machine uses its own', () => {
    expect(text).not.toMatch(/"resolved"|registry|\.tgz/);
  });
});

test('each package that runs a script when it is installed is allowed to by name', () => {
  interface Locked {
    hasInstallScript?: boolean;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, Locked>;
  };
  const running = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const { allowScripts } = JSON.parse(read('package.json')) as {
    allowScripts: Record<string, boolean>;
  };
  expect(allowScripts).toEqual(Object.fromEntries(running.map((name) => [name, true])));
});

test('nothing under src/ makes markup of text, but for what is listed here', () => {
  /** What a component puts in as markup, and why that is ours. `e2e/security.spec.ts` tries each with hostile text. */
  const listed = {
    // An <svg> that the drawing made node by node, texts and attributes as such, and linkedom wrote out.
    drawing: [
      'src/components/event/EmbedEvent.astro: set:html={drawStrip',
      'src/components/event/EventPlace.astro: set:html={drawStrip',
      'src/components/edition/ExplainerFigure.astro: set:html={drawings',
      'src/components/timeline/Timeline.astro: set:html={charts',
      'src/components/timeline/Timeline.astro: set:html={overviews',
    ],
    // JSON in a data block, which cannot end for want of a `<`.
    json: [
      'src/components/edition/Explainer.astro: set:html={facts',
      'src/components/frame/JsonLd.astro: set:html={text',
      'src/components/timeline/Timeline.astro: set:html={data',
    ],
    // A text's tree, written by components/body.ts, which escapes every word.
    texts: [
      'src/components/Body.astro: set:html={html',
      'src/components/about/Notes.astro: set:html={html',
    ],
    /** Markup that is read, never set; `src/author/import/html.ts` reads an imported page's to show it as text. */
    reading: [
      'src/drawings/markup.ts: .outerHTML',
      'src/drawings/markup.ts: .innerHTML',
      'src/author/import/html.ts: .outerHTML',
    ],
  };
  const risky =
    /set:html=\{\w+|set:html(?!=\{\w)|\.(?:inner|outer)HTML|\.html\(|(?:insertAdjacentHTML|setHTML\w*|parseHTMLUnsafe)\(|document\.write|createContextualFragment|parseFromString|srcdoc|\beval\(|\bFunction\(|set(?:Timeout|Interval)\(\s*['"`]|createPolicy|is:raw|define:vars/g;
  const files = globSync('src/**/*.{astro,ts,mjs}', { cwd: root }).filter(
    (path) => !path.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThan(150);
  const found = files.flatMap((path) =>
    [...read(path).matchAll(risky)].map(([text]) => `${path.replaceAll('\\', '/')}: ${text}`),
  );
  expect(found.sort()).toEqual(Object.values(listed).flat().sort());
});

test('package.json names exact versions', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const versions = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the links of README.md lead to files that exist', () => {
  const links = [...read('README.md').matchAll(/\]\(([^)\s#]+)[^)]*\)|(?:src|href)="([^"#]+)/g)];
  const paths = links.map(([, markdown, html]) => markdown ?? html ?? '');
  const relative = paths.filter((path) => !/^[a-z]+:/.test(path));
  expect(relative.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('no script goes on with the shell’s node after set-up has brought another', () => {
  // A shell remembers where it found a command; npm begins a new one for each script it runs.
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const after = Object.entries(scripts).filter(([, line]) => line.includes('setup.mjs'));
  expect(after.length).toBeGreaterThan(0);
  for (const [name, line] of after)
    expect(line.replace('node src/build/setup.mjs', ''), name).not.toMatch(/(^|[&;| ])node /);
});
