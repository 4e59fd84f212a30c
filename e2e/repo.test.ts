/** Facts about the repository that no compiler checks: the lock file, who makes markup, how long files are, the README's links. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const sourceFiles = globSync('src/**/*.{ts,astro,mjs}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.(test|arbitrary|fixture)\.ts$|\.d\.ts$/.test(path))
  .sort();
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

/** By which function markup may be made, and the components that may put it in; `security.spec.ts` tries hostile text. */
const MARKUP = [
  // An <svg> that the drawing made node by node, texts and attributes as such, and linkedom wrote out.
  {
    makers: ['drawStrip', 'drawPlate', 'keyedStrip', 'outerMarkup'],
    components: ['EmbedEvent', 'EventPosition', 'ExplainerFigure', 'Slides', 'Timeline'],
  },
  // An <svg> put together of numbers, and of names that are escaped; its own test has hostile ones.
  { makers: ['drawMap'], components: ['PlaceMap'] },
  // JSON in a data block, which cannot end for want of a `<`.
  { makers: ['jsonBlock', 'toJson'], components: ['Explainer', 'JsonLd', 'Timeline'] },
  // A text's tree, whose every word is escaped.
  { makers: ['bodyHtml', 'inlineHtml'], components: ['Body', 'Notes'] },
];

describe('nothing under src/ makes markup of text', () => {
  const named = (path: string): string => basename(path, '.astro');
  const setting = globSync('src/**/*.astro', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => read(path).includes('set:html'));

  test('but in the components listed here, each of which has it made by what is listed', () => {
    const listed = new Set(MARKUP.flatMap(({ components }) => components));
    expect(setting.map(named).filter((name) => !listed.has(name))).toEqual([]);
    expect([...listed].filter((name) => !setting.map(named).includes(name))).toEqual([]);
    for (const path of setting) {
      // With the file beside a component that does its work.
      const beside = [...read(path).matchAll(/from '(\.\/[\w-]+\.ts)'/g)].map(([, name = '']) =>
        read(join(dirname(path), name)),
      );
      const imports = [read(path), ...beside].join('\n').match(/^import [^;]*;/gm) ?? [];
      for (const { makers, components } of MARKUP)
        if (components.includes(named(path)))
          expect(
            makers.some((maker) => imports.some((line) => new RegExp(`\\b${maker}\\b`).test(line))),
            `${path} imports none of ${makers}`,
          ).toBe(true);
    }
  });

  test('and none of them puts it together of pieces of text', () => {
    for (const path of setting) {
      const values = [...read(path).matchAll(/set:html(=\S*)/g)].map(([, value = '']) => value);
      for (const value of values) {
        // A name, names joined by nothing, or a call of what makes markup.
        expect(value, path).toMatch(
          /^=\{(\w+\}|\w+\.join\(''\)\}|(drawStrip|drawPlate|drawMap)\()/,
        );
      }
    }
  });

  test('nor does any code but what reads markup', () => {
    const risky =
      /\.(?:inner|outer)HTML|\.html\(|(?:insertAdjacentHTML|setHTML\w*|parseHTMLUnsafe)\(|document\.write|createContextualFragment|parseFromString|srcdoc|\beval\(|\bFunction\(|set(?:Timeout|Interval)\(\s*['"`]|createPolicy|is:raw|define:vars/g;
    const found = sourceFiles.flatMap((path) =>
      [...read(path).matchAll(risky)].map(([text]) => `${basename(path)}: ${text}`),
    );
    // `markup.ts` and `figure.ts` write a drawing out; `html.ts` reads an imported page to show it as text.
    const reading = /^(figure|markup|html)\.ts: \.(?:inner|outer)HTML$/;
    expect(found.filter((text) => !reading.test(text))).toEqual([]);
    for (const path of sourceFiles.filter((name) => /\/(figure|markup|html)\.ts$/.test(name)))
      expect(read(path), path).not.toMatch(/\.(?:inner|outer)HTML\s*=[^=]/);
  });
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

test('the workflow checks out the whole history, by which the content is dated', () => {
  const steps = read('.github/workflows/site.yml').split(/\n(?= {6}- )/);
  const checkout = steps.filter((step) => step.includes('actions/checkout@'));
  expect(checkout).toHaveLength(1);
  expect(checkout[0]).toMatch(/^ {10}fetch-depth: 0$/m);
});

test('no script goes on with the shell’s node after set-up has brought another', () => {
  // A shell remembers where it found a command; npm begins a new one for each script it runs.
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const after = Object.entries(scripts).filter(([, line]) => line.includes('setup.mjs'));
  expect(after.length).toBeGreaterThan(0);
  for (const [name, line] of after)
    expect(line.replace('node src/build/setup.mjs', ''), name).not.toMatch(/(^|[&;| ])node /);
});

test('no file of code, style or tests has more than 300 lines, but languages and golden data', () => {
  const files = globSync('{src,e2e}/**/*.{ts,mjs,astro,css}', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/golden/**', '**/fixtures/**', 'src/words/??.ts'],
  }).map((path) => path.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(450);
  const linesOf = (path: string): number => read(path).trimEnd().split('\n').length;
  expect(files.filter((path) => linesOf(path) > 300)).toEqual([]);
});
