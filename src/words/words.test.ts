/** What every language must have. A new file is tested by being there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as en from './en.ts';
import type { Words } from './words.ts';

const folder = import.meta.dirname;
const languages = readdirSync(folder)
  .filter((name) => /^[a-z]{2,3}\.ts$/.test(name))
  .map((name) => name.slice(0, -3));
const fileOf = (language: string): string => join(folder, `${language}.ts`);

/** Names of formats, standards and sizes, which are the same in every language. */
const NAMES = /SHA-256|PDF|A4|US Letter|W3C Web Annotations|UTC|QR/g;

/** For each function, what may be given to it; the types ask for every function and parameter. */
type Given<T> = T extends (...given: infer Parameters) => string
  ? { readonly [I in keyof Parameters]: fc.Arbitrary<Parameters[I]> }
  : T extends string | readonly string[]
    ? never
    : Calls<T>;
type Calls<T> = {
  readonly [Key in keyof T as [Given<T[Key]>] extends [never]
    ? never
    : Record<never, never> extends Given<T[Key]>
      ? never
      : Key]: Given<T[Key]>;
};

/** The plural categories of most languages turn about the small numbers, the tens and the hundreds. */
const count = fc.oneof(fc.nat(30), fc.nat(130), fc.nat(2_000_000));
const ordinal = count.map((at) => at + 1);
/** Of the private use area: letters of no language. */
const text = fc
  .array(fc.integer({ min: 0xe000, max: 0xf8ff }), { minLength: 3, maxLength: 3 })
  .map((codes) => String.fromCodePoint(...codes));
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const flag = fc.boolean();

const given: Calls<Words> = {
  number: [count],
  sentence: [text],
  quoted: [text],
  inBrackets: [text],
  year: [text],
  range: [text, text],
  numberRange: [text, text],
  years: [text, text],
  dateInYear: [text, text],
  aboutDate: [text],
  uncertainDate: [text],
  beforeCommonEra: [text],
  decade: [text, text],
  zone: [text],
  weekdayAndDate: [text, text],
  betweenDates: [text, text],
  fromDate: [text],
  untilDate: [text],
  onOrAfter: [text],
  onOrBefore: [text],
  oneEndOpen: [text],
  movedDescription: [text],
  withoutTimes: [texts, flag],
  dayOfEvents: [text, count],
  axisClock: [text],
  dayCount: [count],
  eventCount: [count],
  clusterName: [count, text],
  markName: [text, text, text],
  spacingName: [fc.double({ min: 0, max: 1, noNaN: true })],
  dateToDate: [text, text],
  noneBetween: [text, text],
  noneMatchesBetween: [text, text],
  eventsInView: [count, count],
  matchFilter: [count],
  eventsMatch: [count, count],
  eventsMatchHere: [count, count, count],
  andMore: [count],
  part: [ordinal],
  partOf: [ordinal, count, text],
  seen: [text],
  again: [count],
  narrowed: [text],
  confirmed: [text],
  inferredWhy: [text],
  correction: [text, text],
  correctionOn: [text, text, text],
  translation: [text],
  passage: [ordinal],
  anotherSitePassage: [text],
  stateMediaOf: [text],
  originCount: [count],
  quotesOf: [count],
  notesOf: [count],
  eventOf: [ordinal, count],
  eventOnTimeline: [ordinal, count],
  outOf: [ordinal, count],
  neighbourIs: [text, text, text],
  citation: [text, text, text, text],
  qrCode: [text],
  notInCalendar: [count, count],
  retractedOn: [text],
  retractedTitle: [text],
  actorDescription: [text],
  nameIn: [text],
  recordInferred: [text],
  paragraph: [ordinal],
  section: [texts],
  paragraphs: [count, count],
  paragraphContinued: [ordinal],
  wholeTextTitle: [text, ordinal],
  passageRunsOn: [text],
  passageOverlaps: [text],
  passageAsPrinted: [text],
  page: [text],
  pages: [text],
  filePage: [ordinal],
  locatedByEditors: [text],
  notJournalism: [text],
  eventsQuoting: [ordinal],
  backTo: [text, text],
  figures: { statements: [count], quotes: [count], origins: [count] },
  coverage: [count, count, count, text],
  sourceCoverage: [count, count, count, count],
  quotedInPart: [count, count],
  notJournalismEither: [text],
  edition: { description: [text], version: [text], changedVersion: [text] },
  editionHolds: [count, count, count],
  agencyInPublisher: [text, text],
  fieldInferred: { title: [text], publisher: [text], agency: [text], published: [text] },
  inSourceDate: [text],
  backToText: [text],
  wayOf: [text, text, ordinal],
  plateDay: [text, text, flag],
  map: { near: [text], note: [text] },
  plate: {
    events: [count],
    event: [ordinal, text, text],
    track: [text, texts],
    axisBreak: [text],
    axisBreakBetween: [text, ordinal, ordinal],
  },
};

/** Where not all that is given is said: a decade is named by its first year, and a figure stands over its word. */
const LESS = /^(?:decade|figures\.\w+|spacingName)$/;

type Say = (...given: unknown[]) => string;
interface Call {
  name: string;
  say: Say;
  given: fc.Arbitrary<unknown>[];
}

/** The functions of a module of words, each with what may be given to it. */
function callsOf(words: object, args: object, path = ''): Call[] {
  return Object.entries(args).flatMap(([key, arg]) => {
    const name = path + key;
    const own = words[key as keyof typeof words] as unknown;
    return Array.isArray(arg)
      ? [{ name, say: own as Say, given: arg as fc.Arbitrary<unknown>[] }]
      : callsOf(own as object, arg as object, `${name}.`);
  });
}

/** The strings of a module of words, by where they are; functions by their place alone. */
function sayingsOf(words: object, path = ''): [string, string | null][] {
  return Object.entries(words)
    .flatMap(([key, value]): [string, string | null][] =>
      typeof value === 'string'
        ? [[path + key, value]]
        : typeof value === 'function'
          ? [[path + key, null]]
          : sayingsOf(value as object, `${path + key}.`),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe.each(languages)('%s', async (language) => {
  const words = (await import(fileOf(language))) as Words;
  const foreign =
    new Intl.Locale(language).maximize().script === 'Latn' ? /(?!)/u : /\p{sc=Latin}/u;

  it('ends with the line by which the types check it', () => {
    expect(readFileSync(fileOf(language), 'utf8')).toMatch(
      new RegExp(`\nexport type Checked = Complete<typeof import\\('./${language}\\.ts'\\)>;\n$`),
    );
  });

  it('has what English has and no more, and says something each time in its own letters', () => {
    const sayings = sayingsOf(words);
    expect(sayings.map(([name]) => name)).toEqual(sayingsOf(en).map(([name]) => name));
    for (const [name, said] of sayings) {
      expect(said?.trim(), name).not.toBe('');
      expect(said?.replace(NAMES, '') ?? '', name).not.toMatch(foreign);
    }
  });

  it('counts by the plural rules of its language, with a form for each category', () => {
    const forms = new Map<string, Set<string>>();
    const rules = new Intl.PluralRules(language);
    for (let count = 0; count < 1200; count++) {
      const category = rules.select(count);
      expect(
        () => words.eventCount(count),
        `pluralsOf<…> in ${language}.ts has to name ${category}, the form for ${count}`,
      ).not.toThrow();
      const said = words.eventCount(count).replace(words.number(count), '#');
      forms.set(category, (forms.get(category) ?? new Set()).add(said));
    }
    for (const [category, said] of forms)
      expect([category, [...said]]).toEqual([category, [expect.any(String)]]);
  });

  it.each(callsOf(words, given))('$name says all that it is given', ({ name, say, given }) => {
    fc.assert(
      fc.property(fc.tuple(...given), (values) => {
        const said = say(...values);
        expect(said.trim()).not.toBe('');
        expect(said).not.toMatch(/undefined|NaN|null|\[object|#/);
        expect(said.replace(NAMES, '')).not.toMatch(foreign);
        if (LESS.test(name)) return;
        for (const value of values.flat()) {
          if (typeof value === 'string') expect(said).toContain(value);
          // Small ones may be words.
          if (typeof value === 'number' && value > 10) expect(said).toContain(words.number(value));
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('closes a sentence once', () => {
    expect(words.sentence('a')).toBe(`a${words.stop}`);
    expect(words.sentence('a.')).toBe('a. ');
    expect(words.sentence('a?').trim()).toMatch(/\?$/);
  });
});

it('says things in Russian by number', async () => {
  const { eventCount, sourceCoverage, editionHolds, notInCalendar } = await import('./ru.ts');
  expect([1, 2, 5, 11, 21, 22, 25, 101, 111].map(eventCount)).toEqual([
    '1 событие',
    '2 события',
    '5 событий',
    '11 событий',
    '21 событие',
    '22 события',
    '25 событий',
    '101 событие',
    '111 событий',
  ]);
  expect(sourceCoverage(1, 21, 2, 1)).toBe(
    ': процитировано 1 из 21 предложения; 2 цитаты, 1 событие.',
  );
  expect(editionHolds(4, 21, 1)).toContain('опирается на 21 цитату из 1 документа,');
  expect(notInCalendar(2, 21)).toMatch(/^2 из 21 события в календарь не вошли/);
});

it('says things in Korean with the particle that fits the word before it', async () => {
  const { actorDescription, movedDescription, inSourceDate } = await import('./ko.ts');
  expect(actorDescription('김정은')).toContain('김정은이 ');
  expect(actorDescription('푸틴 대통령 (러시아)')).toContain('(러시아)이 ');
  expect(actorDescription('트럼프')).toContain('트럼프가 ');
  expect(movedDescription('서울')).toMatch(/^“서울”은 /);
  expect(inSourceDate('2011년')).toBe('(출처에는 2011년으로만 나옴)');
  expect(inSourceDate('4월 1일')).toBe('(출처에는 4월 1일로만 나옴)');
});
