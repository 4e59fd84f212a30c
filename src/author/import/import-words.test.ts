/**
 * Nothing is lost in parts: each field of each format holds a marked word, and every one of them is in the archive or
 * in the report. Words are counted, not events.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../model/archive.arbitrary.ts';
import { imported } from './import.fixture.ts';

/** All that a reader of the archive and of the report finds, once a text is imported into a new archive. */
function foundIn(text: string): string {
  const { report, seen } = imported(text, (folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
  return [report, ...seen].join('\n');
}

/** Hands out words that are nowhere else, and remembers them. */
class Words {
  readonly all: string[] = [];
  next = (): string => {
    const word = `Qx${this.all.length.toString().padStart(3, '0')}zq`;
    this.all.push(word);
    return word;
  };
  address = (): string => `https://example.org/${this.next()}`;
}

/** How an event comes: with or without a date that can be read, an end, a title; and what of markup is in its texts. */
interface Shape {
  date: 'good' | 'bad' | 'none';
  ends: boolean;
  titled: boolean;
  markup: number;
}
const shapes = fc.array(
  fc.record<Shape>({
    date: fc.constantFrom('good', 'good', 'good', 'bad', 'none'),
    ends: fc.boolean(),
    titled: fc.boolean(),
    markup: fc.nat(11),
  }),
  { minLength: 1, maxLength: 4 },
);

const dateOf = (shape: Shape, words: Words): string =>
  shape.date === 'good' ? '1901-02-03' : shape.date === 'bad' ? words.next() : '';

/** Texts as people write them in a field of HTML. */
function html({ markup }: Shape, w: Words): string {
  const kinds = [
    () => w.next(),
    () => `${w.next()} &amp; ${w.next()}`,
    () => `<p>${w.next()}</p><p>${w.next()} <b>${w.next()}</b></p>`,
    () => `<a href="${w.address()}">${w.next()}</a>!<a href="/${w.next()}">${w.next()}</a>`,
    () => `<ol><li>${w.next()}<ul><li>${w.next()}</li></ul></li><li>${w.next()}</li></ol>`,
    () =>
      `<table><tr><th>${w.next()}</th><td>${w.next()}</td></tr><caption>${w.next()}</caption></table>`,
    () => `<img src="${w.address()}" alt="${w.next()}"><q>${w.next()}</q><sub>${w.next()}</sub>`,
    () => `<script>${w.next()}</script><foo>${w.next()}</foo> <${w.next()}> ${w.next()}`,
    () => `${w.next()} < ${w.next()} <b ${w.next()}`,
    () => `<pre>${w.next()}\n${w.next()}</pre><font>${w.next()}<center>${w.next()}`,
    () => `<iframe src="${w.address()}">${w.next()}</iframe><svg><text>${w.next()}</text></svg>`,
    () => `${w.next()}\n\n${w.next()}\n- ${w.next()}`,
  ];
  return (kinds[markup] ?? w.next)();
}

const cells = (row: readonly string[]): string =>
  row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
const markup = (text: string): string =>
  text.replace(/[&<>"'\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const slide = (shape: Shape, w: Words): unknown => ({
  ...(shape.date === 'none'
    ? {}
    : {
        start_date: {
          year: shape.date === 'good' ? '1901' : w.next(),
          display_date: w.next(),
          format: w.next(),
        },
      }),
  end_date: shape.ends ? { year: '1902', month: '5', display_date: w.next() } : { month: w.next() },
  text: {
    headline: shape.titled ? `${w.next()} <a href="${w.address()}">${w.next()}</a>` : '',
    text: html(shape, w),
    more: w.next(),
  },
  media: {
    url: shape.ends ? w.address() : `pictures/${w.next()}.jpg`,
    caption: html(shape, w),
    credit: `<a href="${w.address()}">${w.next()}</a>`,
    link: w.address(),
    alt: w.next(),
    title: w.next(),
    thumbnail: w.address(),
    more: [w.next(), { deep: w.next() }],
  },
  group: w.next(),
  unique_id: w.next(),
  background: { url: w.address(), color: w.next() },
  more: { deep: [w.next()] },
});

const formats: Record<string, (given: readonly Shape[], w: Words) => string> = {
  'TimelineJS JSON': (given, w) =>
    JSON.stringify({
      scale: w.next(),
      more: { deep: w.next() },
      title: {
        text: { headline: w.next(), text: html({ ...(given[0] as Shape) }, w), more: w.next() },
        media: { url: w.address(), caption: w.next(), credit: w.next() },
        background: { url: w.address() },
      },
      eras: [
        {
          start_date: { year: '1900' },
          end_date: { year: w.next() },
          text: { headline: w.next(), text: w.next() },
        },
      ],
      events: [...given.map((shape) => slide(shape, w)), w.next(), { text: w.next() }],
    }),
  'TimelineJS, version 1': (given, w) =>
    JSON.stringify({
      timeline: {
        headline: w.next(),
        text: w.next(),
        type: w.next(),
        asset: { media: w.address(), caption: w.next() },
        era: [{ startDate: '1900', endDate: w.next(), headline: w.next(), tag: w.next() }],
        date: given.map((shape) => ({
          startDate: shape.date === 'good' ? '1901,2,3' : dateOf(shape, w),
          ...(shape.ends && { endDate: '1902' }),
          headline: shape.titled ? w.next() : '',
          text: html(shape, w),
          tag: w.next(),
          classname: w.next(),
          asset: {
            media: shape.ends ? w.address() : w.next(),
            thumbnail: w.address(),
            credit: w.next(),
            caption: html(shape, w),
          },
        })),
      },
    }),
  'TimelineJS CSV': (given, w) =>
    [
      cells(
        'Year|Month|Day|Time|End Year|End Month|End Day|End Time|Display Date|Headline|Text|Media|Media Credit|Media Caption|Media Thumbnail|Alt Text|Type|Group|Background|Notes|Notes|Source||Text'.split(
          '|',
        ),
      ),
      ...given.map((shape, i) =>
        cells([
          shape.date === 'good' ? '1901' : dateOf(shape, w),
          ...['2', '3', ''],
          ...(shape.ends ? ['1902', '3', '', ''] : ['', w.next(), w.next(), w.next()]),
          w.next(),
          shape.titled ? html(shape, w) : '',
          html(shape, w),
          shape.ends ? w.address() : html(shape, w),
          html(shape, w),
          html(shape, w),
          w.address(),
          w.next(),
          ['', '', 'title', 'era'][i] ?? '',
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.address(),
          w.next(),
          w.next(),
          w.next(),
        ]),
      ),
    ].join('\n'),
  CSV: (given, w) =>
    [
      cells(
        'title|date|end|title|text|text|description|group|group|place|place|url|url|source|mood||year|month'.split(
          '|',
        ),
      ),
      ...given.map((shape) =>
        cells([
          shape.titled ? html(shape, w) : '',
          dateOf(shape, w),
          shape.ends ? '1902' : '',
          w.next(),
          html(shape, w),
          html(shape, w),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.address(),
          `${w.address()} ${w.address()}`,
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
          w.next(),
        ]),
      ),
    ].join('\r\n'),
  'CSV with stray quotation marks': (given, w) =>
    [
      'title;date;text;mood',
      ...given.map(
        (shape) =>
          `${w.next()} "${w.next()}" ${w.next()};${dateOf(shape, w)};"${w.next()}" ${w.next()};"${w.next()}`,
      ),
      `${w.next()};1901;"${w.next()};${w.next()}";${w.next()}`,
    ].join('\n'),
  'CSV of parts': (given, w) =>
    [
      cells('Year|Month|Day|Time|End Year|End Month|Event|Notes|Details'.split('|')),
      ...given.map((shape) =>
        cells([
          shape.date === 'good' ? '1901' : dateOf(shape, w),
          ...(shape.date === 'good' ? ['2', '3', ''] : [w.next(), w.next(), w.next()]),
          shape.ends ? '1902' : '',
          shape.ends ? '2' : w.next(),
          w.next(),
          html(shape, w),
          w.next(),
        ]),
      ),
    ].join('\n'),
  iCalendar: (given, w) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `PRODID:${w.next()}`,
      `X-WR-CALNAME:${w.next()}`,
      `X-WR-CALDESC:${w.next()}`,
      `X-WR-TIMEZONE:${w.next()}`,
      `COLOR;X-MORE=${w.next()}:${w.next()}`,
      ...given.flatMap((shape) => {
        const zone = w.next();
        return [
          'BEGIN:VEVENT',
          `UID:${w.next()}`,
          ...(shape.date === 'none'
            ? []
            : [`DTSTART;TZID=${zone}:${shape.date === 'good' ? '19010203T101500' : w.next()}`]),
          ...(shape.ends ? [`DTEND;TZID=${zone}:19010203T111500`] : [`DURATION:${w.next()}`]),
          ...(shape.date === 'none' ? [`X-ZONE:${zone}`] : []),
          ...(shape.titled
            ? [`SUMMARY;LANGUAGE=${w.next()}:${escaped(`${w.next()}, ${w.next()}`)}`]
            : []),
          `DESCRIPTION:${escaped(html(shape, w))}`,
          `DESCRIPTION:${w.next()}`,
          `LOCATION;ALTREP="${w.address()}":${escaped(`${w.next()}\n${w.next()}`)}`,
          `${w.next()} ${w.next()}`,
          `CATEGORIES:${w.next()},${w.next()}`,
          `CATEGORIES:${w.next()}`,
          `URL:${w.address()}`,
          `ATTACH;FMTTYPE=${w.next()}:${w.next()}`,
          `ATTENDEE;CN="${w.next()}";ROLE=${w.next()}:mailto:${w.next()}@example.org`,
          `ORGANIZER;CN=${w.next()}:${w.next()}`,
          `STATUS:${w.next()}`,
          `COMMENT:${escaped(w.next())}`,
          `RRULE:FREQ=DAILY;X-MORE=${w.next()}`,
          `RDATE:${w.next()}`,
          `EXDATE:${w.next()}`,
          `CREATED:${w.next()}`,
          `DTSTAMP:${w.next()}`,
          `LAST-MODIFIED:${w.next()}`,
          `SEQUENCE:${w.next()}`,
          `GEO:${w.next()};${w.next()}`,
          `X-APPLE-STRUCTURED-LOCATION;X-TITLE=${w.next()}:geo:${w.next()}`,
          'BEGIN:VALARM',
          `DESCRIPTION:${w.next()}`,
          'END:VALARM',
          'END:VEVENT',
        ];
      }),
      'BEGIN:VTODO',
      `SUMMARY:${w.next()}`,
      `DESCRIPTION:${w.next()}`,
      'END:VTODO',
      'END:VCALENDAR',
    ].join('\r\n'),
  'SIMILE XML': (given, w) =>
    `<!-- ${w.next()} --><data wiki-url="${w.address()}" more="${w.next()}"><other a="${w.next()}">${w.next()}</other>${w.next()}<!-- ${w.next()} -->${given
      .map(
        (shape) =>
          `<event start="${dateOf(shape, w)}"${shape.ends ? ` latestStart="1901-05-06" end="1902" isDuration="true"` : ''}${shape.titled ? ` title="${markup(html(shape, w))}"` : ''} link="${w.address()}" image="${w.next()}" caption="${markup(html(shape, w))}" icon="${w.next()}" color="${w.next()}">${shape.ends ? markup(html(shape, w)) : `<![CDATA[${html(shape, w)}]]>`} <b>${w.next()}</b></event>`,
      )
      .join('\n')}</data>`,
  'SIMILE XML with one event that is none': (given, w) =>
    `<data more="${w.next()}">${given
      .map((shape) => `<event start="${dateOf(shape, w)}" title="${w.next()}">${w.next()}</event>`)
      .join('\n')}<event start="1901" title="${w.next()}">${w.next()} & ${w.next()}</event></data>`,
  'SIMILE JSON': (given, w) =>
    JSON.stringify({
      wikiURL: w.next(),
      events: [
        { start: '1900', title: w.next() },
        ...given.map((shape) => ({
          start: dateOf(shape, w),
          ...(shape.ends && { end: '1902', durationEvent: true }),
          title: shape.titled ? html(shape, w) : '',
          description: html(shape, w),
          link: w.next(),
          image: w.address(),
          caption: html(shape, w),
          more: { deep: [w.next()] },
        })),
        w.next(),
      ],
    }),
  markwhen: (given, w) =>
    [
      `title: ${w.next()}`,
      `description: ${w.next()}`,
      `key: ${w.next()}`,
      `#${w.next()}: ${w.next()}`,
      `section ${w.next()} #${w.next()}`,
      w.next(),
      ...given.flatMap((shape, i) => [
        i % 2 === 0 ? `group ${w.next()}` : `# ${w.next()}`,
        `// ${w.next()}`,
        `${shape.date === 'good' ? '1901-02-03' : shape.date === 'bad' ? `1901 ${w.next()}` : 'now'}${shape.ends ? ' / 3 months' : ''}${i % 3 === 0 ? ` every ${w.next()}` : ''}: ${shape.titled ? w.next() : ''} [${w.next()}](${w.address()}) #${w.next()} ${w.address()} [${w.next()}](location)`,
        `id: ${w.next()}`,
        `tags: [${w.next()}]`,
        `location: ${w.next()}`,
        `{ ${w.next()}: ${w.next()} }`,
        `note: ${w.next()} ![${w.next()}](${w.address()}) and ${w.address()}.`,
        '',
        `- [x] ${w.next()}`,
        `* ${w.next()} [${w.next()}](${w.next()}.pdf) [${w.next()}](location)`,
        `#${w.next()} #${w.next()}`,
        w.next(),
        ...(i % 2 === 0 ? ['endGroup'] : []),
        w.next(),
      ]),
      'endSection',
    ].join('\n'),
};

describe.each(Object.entries(formats))('importFile() of %s', (_, written) => {
  it('has every word of every field in the archive or in the report', {
    timeout: 60_000 * runs(1).numRuns,
  }, () => {
    fc.assert(
      fc.property(shapes, (given) => {
        const words = new Words();
        const text = written(given, words);
        const found = foundIn(text).toLowerCase();
        expect(words.all.filter((word) => !found.includes(word.toLowerCase()))).toEqual([]);
      }),
      runs(25),
    );
  });
});
