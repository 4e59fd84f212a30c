/**
 * The site's typefaces, from Fontsource. A build cuts each file down to the characters that the archive and the
 * interface show, and caches the result under `node_modules/.cache`. `npm run dev` uses the whole files, so that a
 * new word has all its letters. Latin has both weights in one variable font, which is smaller than two static ones; print
 * has the static ones, because Chromium cannot embed a variable font in a PDF.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fontProviders } from 'astro/config';
import type subsetFont from 'subset-font';
import { findKept, keep } from '../files/cache.ts';
import type { Archive } from '../model/archive.ts';
import { once as onceOf } from '../model/once.ts';
import { fontFile, slugOf, typefacesOf } from '../model/typefaces.ts';
import * as signs from '../words/signs.ts';
import { wordsFile } from './language.ts';

/** A variable font's weight is the range that is kept of it. */
type Style = [weight: number | '400 600', style: 'normal' | 'italic'];

/** The scripts the fonts ship, with the characters each file is fetched for. */
const SCRIPTS = {
  latin: ['U+0-24F', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2190-2199', 'U+2212'],
  cyrillic: ['U+301', 'U+400-45F', 'U+490-491', 'U+4B0-4B1', 'U+2116'],
  arabic: ['U+600-6FF', 'U+750-77F', 'U+8A0-8FF', 'U+200C-200F', 'U+FB50-FDFF', 'U+FE70-FEFC'],
  korean: ['U+1100-11FF', 'U+3130-318F', 'U+A960-A97F', 'U+AC00-D7FF'],
} as const;

interface Family {
  name: string;
  script: keyof typeof SCRIPTS;
  /** Distinguishes two families of one script, in place of the script's name. */
  part?: 'static';
  fallbacks: string[];
  styles: Style[];
}

const BOTH: Style = ['400 600', 'normal'];
const REGULAR: Style = [400, 'normal'];
const ITALIC: Style = [400, 'italic'];
const BOLD: Style = [600, 'normal'];
const SERIF = { name: 'Source Serif 4', fallbacks: ['Georgia', 'serif'] };
const SANS = { name: 'Source Sans 3', fallbacks: ['Arial', 'sans-serif'] };

const FAMILIES: Family[] = [
  { ...SERIF, script: 'latin', styles: [BOTH, ITALIC] },
  { ...SERIF, script: 'latin', part: 'static', fallbacks: [], styles: [REGULAR, ITALIC, BOLD] },
  { ...SERIF, script: 'cyrillic', fallbacks: [], styles: [REGULAR, ITALIC, BOLD] },
  { ...SANS, script: 'latin', styles: [BOTH] },
  { ...SANS, script: 'latin', part: 'static', fallbacks: [], styles: [REGULAR, BOLD] },
  { ...SANS, script: 'cyrillic', fallbacks: [], styles: [REGULAR, BOLD] },
];

/**
 * OpenType features that the styles use or that Arabic needs to join letters; other features only add glyphs that are
 * never shown.
 */
const FEATURES = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk'];
const JOINING = ['calt', 'curs', 'fina', 'init', 'isol', 'medi', 'rlig'];
/** Tables to drop. `gasp` and `prep` stay: without them FreeType hints by itself and spaces letters by whole pixels. */
const TABLES = ['BASE', 'STAT'];
/** Characters of prose, with the spaces that code writes as escapes. */
const PROSE =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !"%&\'()+,-./:;?[]\u00A0\u2009\u2011\u202F';
/**
 * Not shown to readers in a language's file: ASCII (covered by PROSE), and combining marks in regex ranges, whose
 * anchors would add 2 kB.
 */
const CODE = /[\p{ASCII}\p{M}]/gu;
/** What {@link PROSE} may lack. */
const FURTHER = /[^A-Za-z0-9\s]/gu;
/** Signs of the interface that stand in its sans-serif alone. A serif has those that the archive has. */
const SANS_ONLY = /[§‹›×←→−½]/gu;

/**
 * Astro's font families, one per script of a typeface, so that a page preloads only the script it needs, and the static
 * one; `styles/tokens.css` combines them.
 * @param archive its characters and the scripts they are of are kept; `null` keeps all
 */
export async function families(language: string, archive: Archive | null) {
  const ofScript = typefacesOf(language).map(
    ({ family, subset, weights }): Family => ({
      name: family,
      script: subset,
      fallbacks: [],
      styles: weights.map((weight) => [weight, 'normal']),
    }),
  );
  const wanted = new Map<string, string | null>();
  const all = [...FAMILIES, ...ofScript].filter((family) => {
    const text = archive && charactersOf(language, archive, family.name);
    const isShown = text === null || hasAny(text, SCRIPTS[family.script]);
    if (isShown) for (const style of family.styles) wanted.set(fileOf(family, style), text);
    return isShown;
  });
  const cut = await cutAll(wanted);
  return all.map((family) => {
    const { name, script, part = script, fallbacks, styles } = family;
    const [first, ...rest] = SCRIPTS[script];
    const unicodeRange: [string, ...string[]] = [first, ...rest];
    const [one, ...others] = styles.map((kind) => {
      const [weight, style] = kind;
      const src: [string] = [`./${cut.get(fileOf(family, kind))}`];
      return { weight, style, unicodeRange, src };
    });
    if (!one) throw new Error(`no styles for ${name}`);
    const options: { variants: [typeof one, ...typeof others] } = { variants: [one, ...others] };
    return {
      provider: fontProviders.local(),
      name: `${name} ${part}`,
      cssVariable: `--${slugOf(name)}-${part}` as const,
      fallbacks,
      optimizedFallbacks: fallbacks.length > 0,
      options,
    };
  });
}

/** @param ranges as in the CSS descriptor `unicode-range` */
function hasAny(text: string, ranges: readonly string[]): boolean {
  const codes = ranges.map((range) => range.slice(2).replace(/[^-]+/g, '\\u{$&}'));
  return new RegExp(`[${codes.join('')}]`, 'u').test(text);
}

function fileOf({ name, script }: Family, [weight, style]: Style): string {
  const slug = slugOf(name);
  return typeof weight === 'string'
    ? `node_modules/@fontsource-variable/${slug}/files/${slug}-${script}-wght-${style}.woff2`
    : `node_modules/${fontFile(name, script, weight, style)}`;
}

/**
 * Every character that the archive or the interface can show, sorted: letters, digits, punctuation, and the others
 * that occur.
 * @param family the typeface that is to show them
 */
export function charactersOf(language: string, archive: Archive, family: string): string {
  const all = new Set(PROSE);
  const ofInterface = (text: string): string =>
    /serif/i.test(family) ? text.replace(SANS_ONLY, '') : text;
  const add = (text: string): void => addFurther(text, all);
  for (const text of platformWords(language, archive)) add(text);
  // The same for every typeface.
  for (const character of onceOf(archive, 'characters', () => charactersIn(archive)))
    all.add(character);
  for (const character of charactersIn({ ...signs })) add(ofInterface(character));
  // The whole source text, with its comments: what its functions return is known only when they are called.
  add(ofInterface(readFileSync(wordsFile(language), 'utf8').replace(CODE, '')));
  return [...all].sort().join('');
}

/** Adds a text's characters, composed, but for white space and what {@link PROSE} has anyway: most of a long text. */
function addFurther(text: string, all: Set<string>): void {
  for (const character of text.normalize('NFC').match(FURTHER) ?? []) all.add(character);
}

/** The characters of every text in a value, however deep, but for letters and digits of ASCII and white space. */
function charactersIn(value: object): Set<string> {
  const all = new Set<string>();
  // Each object once, because events link to each other in circles.
  const seen = new Set<unknown>();
  // Worked off in a loop: a call for each event of a long chain would be too many.
  const left: unknown[] = [value];
  while (left.length > 0) {
    const inner = left.pop();
    if (typeof inner === 'string') addFurther(inner, all);
    if (typeof inner !== 'object' || inner === null || seen.has(inner)) continue;
    seen.add(inner);
    for (const one of inner instanceof Map ? inner.values() : Object.values(inner)) left.push(one);
  }
  return all;
}

/** The words that `Intl` writes in dates, durations, lists and names of languages, in the archive's language. */
function platformWords(language: string, { actors }: Archive): string[] {
  const dates = Array.from({ length: 12 }, (_, month) =>
    (['long', 'short'] as const).map((width) =>
      new Intl.DateTimeFormat(language, {
        year: 'numeric',
        month: width,
        day: 'numeric',
        weekday: width,
        era: 'short',
        hour: 'numeric',
        minute: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(Date.UTC(2001, month, 1 + month, 6 + month))),
    ),
  ).flat();
  const units = ['year', 'month', 'day', 'hour', 'minute'].flatMap((unit) =>
    // At least one number of each plural category.
    [0, 1, 2, 3, 7.5, 11, 100].map((count) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    ),
  );
  const lists = [2, 3, 4].map((length) =>
    new Intl.ListFormat(language).format(Array.from({ length }, () => '')),
  );
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const languages = [...actors.values()].flatMap(({ native }) =>
    Object.keys(native ?? {}).map((tag) => names.of(tag) ?? ''),
  );
  return [...dates, ...units, ...lists, ...languages];
}

/** What a worker cuts: a font file, the characters to keep, and what else of it is kept. */
export interface Cut {
  font: Uint8Array;
  text: string;
  options: NonNullable<Parameters<typeof subsetFont>[2]>;
}

/**
 * Font files cut down to some characters: from the cache, or cut by as many workers as there are processors.
 * @param wanted of each file the characters, or `null` for the whole file
 * @returns the path of each file's cut one
 * @throws what a worker throws at a file that is no font
 */
async function cutAll(wanted: ReadonlyMap<string, string | null>): Promise<Map<string, string>> {
  const paths = new Map([...wanted.keys()].map((file) => [file, file]));
  const place = (file: string, path: string): unknown =>
    paths.set(file, relative('', path).replaceAll('\\', '/'));
  const { version } = JSON.parse(readFileSync('node_modules/subset-font/package.json', 'utf8')) as {
    version: string;
  };
  const missing = [...wanted].flatMap(([file, text]) => {
    if (text === null) return [];
    const font = readFileSync(file);
    const options = {
      targetFormat: 'woff2' as const,
      keepFeatures: [...FEATURES, ...JOINING],
      dropTables: TABLES,
      ...(file.includes('-wght-') && { variationAxes: { wght: { min: 400, max: 600 } } }),
    };
    const inputs = [font, JSON.stringify([text, options, version])];
    const found = findKept('fonts', inputs, '.woff2');
    if (found) place(file, found.path);
    return found ? [] : [{ file, inputs, cut: { font, text, options } satisfies Cut }];
  });
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./cut-font.ts', import.meta.url), { execArgv: [] });
    try {
      for (let next = missing.pop(); next; next = missing.pop()) {
        worker.postMessage(next.cut);
        const [made] = (await once(worker, 'message')) as [Uint8Array];
        place(next.file, keep('fonts', next.inputs, '.woff2', made).path);
      }
    } finally {
      await worker.terminate();
    }
  };
  const workers = Math.min(availableParallelism(), missing.length);
  await Promise.all(Array.from({ length: workers }, work));
  return paths;
}
