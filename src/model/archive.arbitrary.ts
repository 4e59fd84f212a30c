/** Archives for tests: the records of a small one, to be varied, and generated ones for properties. */
import fc from 'fast-check';
import type { Archive } from './archive.ts';
import type { EventRecord } from './event.ts';
import { joinArchive, type Records } from './join.ts';
import type { QuoteRecord } from './quote.ts';
import { trackColours } from './site.ts';
import type { SourceRecord } from './source.ts';
import { isVisible } from './title.ts';

/**
 * How often a property is tried: `count` times, multiplied by the environment variable `FUZZ`, as in `FUZZ=20 npm run
 * unit -- fuzz any complete`.
 */
export const runs = (count: number): { numRuns: number } => ({
  numRuns: count * Number(process.env['FUZZ'] ?? 1),
});

export const actor = (name: string, kind = 'person'): Records['actors'][string] => ({
  name,
  names: [name],
  kind,
});

/** A quote of the source `log`, a report of the agency `wire` published by `press`. */
export const quote = (
  exact: QuoteRecord['exact'],
  over: Partial<QuoteRecord> = {},
): QuoteRecord => ({
  source: 'log',
  exact,
  speaker: 'orr',
  mode: 'narration',
  via: [],
  ...over,
});

export const event = (date: string, over: Partial<EventRecord> = {}): EventRecord => ({
  title: date,
  track: 'light',
  date,
  actors: [],
  quotes: { lit: quote('Orr lit the lamp.') },
  ...over,
});

export const sourceRecord = (over: Partial<SourceRecord> = {}): SourceRecord => ({
  title: 'Log',
  publisher: 'press',
  agency: 'wire',
  url: 'https://example.org/log',
  published: '1897',
  language: 'en',
  rights: 'Public domain',
  display: 'full',
  sha256: '0'.repeat(64),
  ...over,
});

/** The records of an archive with one source, two tracks and the given events. */
export const records = (
  events: Records['events'],
  {
    source = {},
    text = 'Orr lit the lamp. The office said all was well. The board agreed.',
  }: { source?: Partial<SourceRecord>; text?: string } = {},
): Records => ({
  site: {
    title: 'Skerry Rock',
    deck: 'A light',
    language: 'en',
    author: 'The editors',
    kinds: {
      events: { report: 'Report', storm: 'Storm' },
      actors: {
        person: { label: 'Person', is: 'person' },
        institution: { label: 'Institution' },
        agency: { label: 'Agency', is: 'medium' },
        publisher: { label: 'Publisher', is: 'medium' },
      },
    },
    tracks: [
      { id: 'light', label: 'The light', colour: 'ochre' },
      { id: 'shore', label: 'The shore', colour: 'blue' },
    ],
    view: { spacing: 0.5 },
  },
  actors: {
    orr: actor('Orr'),
    office: actor('Office'),
    wire: actor('Wire', 'agency'),
    press: actor('Press', 'publisher'),
  },
  references: {
    tides: {
      title: 'Tides',
      publisher: 'H',
      url: 'https://example.org',
      language: 'en',
      seen: '2024',
    },
  },
  sources: { log: { record: sourceRecord(source), text } },
  events,
});

/** Plain ids, and ids that have a meaning to a disk, a server or JavaScript. */
export const ids = fc.oneof(
  fc.constantFrom('index', 'con', 'nul', 'constructor', '0', '1', '2011', 'og', 'a-b', 'events'),
  fc.constantFrom('한국', '北京-2008', 'ومضى', 'กำแพง', 'दिल्ली-a'),
  fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}$/),
);

/** Texts of one line: any characters that a page can show, and characters with a meaning in some format. */
export const words: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...'<>&\'"\\;:,=+-@|{}[]()#%\t\n é漢ש\u202E👩🚀'),
      maxLength: 20,
    }),
    fc.constantFrom('</script>', ']]>', '=1+1', 'BEGIN:VEVENT', '<!--', '\u200F', 'x'.repeat(500)),
  )
  .map((text) => (isVisible(text) ? text : `${text}.`));

const day = fc
  .date({ min: new Date('-002000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) =>
    date
      .toISOString()
      .slice(0, -14)
      .replace(/^([+-])00/, '$1')
      .replace('+', ''),
  );
const part = fc.oneof(
  { weight: 3, arbitrary: day },
  fc.constantFrom('2011', '2019-02', '2019-04-25', '199X', '18XX', '1850~', '1900?', '-0043'),
  fc.constantFrom('Y123456', 'Y-400000000', 'Y12023-02', '-0043-03-15', '01XX', '-0001-12-31'),
  fc.constantFrom('2019-04-25T09:30+09:00', '2019-04-25T23:59:59Z', '2019-04-25T09:30+09:00?'),
  fc.constantFrom('2019-04-25T00:15-0330%', '9999-12-31T23:30-05:00', '0000-01-01T00:30+14'),
);

/** Dates in EDTF. */
export const dates: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: part },
  part.map((date) => `${date}/..`),
  part.map((date) => `../${date}`),
  part.map((date) => `[..${date}]`),
  fc
    .tuple(day, day)
    .map((ends) => ends.sort((a, b) => Date.parse(iso(a)) - Date.parse(iso(b))))
    .chain(([a, b]) => fc.constantFrom(`${a}/${b}`, `[${a}..${b}]`)),
);
const iso = (date: string): string => date.replace(/^-/, '-00');

/** Latitude and longitude, in whole degrees. */
export const points: fc.Arbitrary<[number, number]> = fc.tuple(
  fc.integer({ min: -90, max: 90 }),
  fc.integer({ min: -180, max: 180 }),
);

/** The records of archives of `min` to `max` events with up to three quotes each, in the order of generation. */
export const anyRecords = (max: number, min = 0): fc.Arbitrary<Records> =>
  fc
    .record({
      site: fc.record({ title: words, deck: words, author: words }),
      language: fc.constantFrom('en', 'en-GB', 'ar', 'tr', 'ko', 'de'),
      labels: fc.tuple(words, words),
      display: fc.constantFrom('full' as const, 'excerpts' as const),
      sentences: fc.array(words, { minLength: 1, maxLength: 6 }),
      events: fc.uniqueArray(
        fc.record({
          id: ids,
          title: words,
          kind: fc.option(fc.constantFrom('report', 'storm'), { nil: undefined }),
          date: dates,
          refined: fc.option(dates, { freq: 4 }),
          place: fc.option(fc.record({ name: words, point: fc.option(points) }), { freq: 3 }),
          order: fc.option(fc.integer({ min: -5, max: 5 }), { freq: 4 }),
          track: fc.constantFrom('light', 'shore'),
          actors: fc.uniqueArray(fc.constantFrom('orr', 'office', 'wire', 'press')),
          // The numbers of the sentences that each quotes.
          quotes: fc.dictionary(ids, fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), {
            maxKeys: 3,
          }),
          speaker: fc.constantFrom('orr', 'wire', 'press'),
          media: fc.array(
            fc.record({ ending: fc.constantFrom('jpg', 'wav', 'mp4'), alt: words, credit: words }),
            { maxLength: 2 },
          ),
          was: fc.option(fc.tuple(fc.constantFrom('2026-11-24', '2025-02', '2024'), words, words), {
            freq: 5,
          }),
        }),
        { minLength: min, maxLength: max, selector: ({ id }) => id },
      ),
    })
    .map(({ site, language, labels, display, sentences, events }): Records => {
      // Numbered, so that each is unique; folded, because they may contain line ends.
      const said = sentences.map((sentence, i) => `${i}: ${sentence.trim()} :${i}.`);
      const given = records(
        Object.fromEntries(
          events.map(({ id, refined, place, order, quotes, speaker, was, media, ...rest }) => [
            id,
            {
              ...rest,
              ...(refined !== null && { refined: { date: refined, reference: ['tides'] } }),
              ...(place !== null && {
                place: {
                  name: place.name,
                  ...(place.point && { at: place.point, inferred: 'By the log.' }),
                },
              }),
              ...(order !== null && { order }),
              ...(media.length > 0 && {
                media: media.map(({ ending, alt, credit }, i) => ({
                  file: `${id}-${i}.${ending}`,
                  alt,
                  credit,
                  rights: 'Public domain',
                  sha256: '0'.repeat(64),
                })),
              }),
              ...(was && { corrections: [{ date: was[0], was: was[1], now: was[2] }] }),
              quotes: Object.fromEntries(
                Object.entries(quotes).map(([quoteId, numbers]) => [
                  quoteId,
                  quote(passagesOf(said, numbers), { speaker }),
                ]),
              ),
            },
          ]),
        ),
        { source: { display, language }, text: `${said.join('\n')}\n` },
      );
      return {
        ...given,
        site: {
          ...given.site,
          ...site,
          language,
          tracks: given.site.tracks.map((track, i) => ({
            ...track,
            label: labels[i] ?? '',
            colour: trackColours[i] ?? 'red',
          })),
        },
      };
    });

/** Some of the sentences in their order, none of them next to another: a text if it is one alone. */
function passagesOf(said: readonly string[], numbers: readonly number[]): QuoteRecord['exact'] {
  const taken = [...new Set(numbers.map((n) => n % said.length))].sort((a, b) => a - b);
  const apart: number[] = [];
  for (const n of taken) if (n > (apart.at(-1) ?? -2) + 1) apart.push(n);
  const [first = '', ...others] = apart.map((n) => said[n] ?? '');
  return others.length === 0 ? first : [first, ...others];
}

/** Joined archives. */
export const archives = (max: number): fc.Arbitrary<Archive> => anyRecords(max).map(joinArchive);
