/**
 * Nothing is lost in parts: each field of each format holds a marked word, and every one of them is in the archive or
 * in the report. Words are counted, not events.
 */
import { dateOf, html, losesNoWord, type Shape, type Words } from './import-words.fixture.ts';

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

losesNoWord({
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
        w.next(),
        {
          start_date: { year: '1900' },
          end_date: { year: w.next() },
          text: { headline: w.next(), text: w.next() },
        },
      ],
      events: [
        ...given.map((shape) => slide(shape, w)),
        w.next(),
        { text: w.next() },
        {
          start_date: { year: 1901, month: 2, day: 3, time: '10:15', minute: '7' },
          end_date: w.next(),
          text: [w.next()],
          group: [w.next()],
          unique_id: { a: w.next() },
          media: [w.next()],
        },
        {
          start_date: { year: 1901, month: [w.next()] },
          text: { headline: [w.next()], text: { a: w.next() } },
        },
      ],
    }),
  'TimelineJS in a script': (given, w) =>
    `storyjs_jsonp_data = ${JSON.stringify({
      eras: w.next(),
      events: given.map((shape) => slide(shape, w)),
    })};\n`,
  'TimelineJS, version 1': (given, w) =>
    JSON.stringify({
      more: w.next(),
      timeline: {
        headline: `${w.next()} <a href="${w.address()}" title="${w.next()}">${w.next()}</a>`,
        text: w.next(),
        type: w.next(),
        asset: { media: w.address(), caption: w.next() },
        chart: { a: [w.next()] },
        era: [
          w.next(),
          { startDate: '1900', endDate: w.next(), headline: w.next(), tag: w.next() },
        ],
        date: given.map((shape) => ({
          startDate: shape.date === 'good' ? '1901,2,3' : dateOf(shape, w),
          ...(shape.ends && { endDate: '1902' }),
          headline: shape.titled ? w.next() : '',
          text: html(shape, w),
          tag: w.next(),
          classname: w.next(),
          date: w.next(),
          group: w.next(),
          media: { url: w.address() },
          start_date: { year: w.next() },
          unique_id: w.next(),
          asset: {
            media: shape.ends ? w.address() : w.next(),
            thumbnail: w.address(),
            credit: w.next(),
            caption: html(shape, w),
          },
        })),
      },
    }),
  iCalendar: (given, w) =>
    [
      'BEGIN:VCALENDAR',
      `X-WR-CALNAME:${w.next()}`,
      'BEGIN:VTIMEZONE',
      'TZID:Here',
      `COMMENT:${w.next()}`,
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      `X-MORE;A=${w.next()}:${w.next()}`,
      w.next(),
      'END:STANDARD',
      'END:VTIMEZONE',
      'END:VCALENDAR',
      w.next(),
      `OUTSIDE:${w.next()}`,
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
          `DTSTART;VALUE=${w.next()}:19010203`,
          ...(shape.titled
            ? [
                `SUMMARY;VALUE=${w.next()};LANGUAGE=${w.next()}:${escaped(`${w.next()}, ${w.next()}`)}`,
              ]
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
          w.next(),
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
          `<event description="${w.next()}" isDuration="${shape.ends ? 'true' : w.next()}" start="${dateOf(shape, w)}"${shape.ends ? ` latestStart="1901-05-06" end="1902"` : ''}${shape.titled ? ` title="${markup(html(shape, w))}"` : ''} link="${w.address()}" image="${w.next()}" caption="${markup(html(shape, w))}" icon="${w.next()}" color="${w.next()}">${shape.ends ? markup(html(shape, w)) : `<![CDATA[${html(shape, w)}]]>`} <b>${w.next()}</b></event>`,
      )
      .join('\n')}</data>`,
  'SIMILE XML with one event that is none': (given, w) =>
    `<data more="${w.next()}">${given
      .map((shape) => `<event start="${dateOf(shape, w)}" title="${w.next()}">${w.next()}</event>`)
      .join('\n')}<event start="1901" title="${w.next()}">${w.next()} & ${w.next()}</event></data>`,
  'SIMILE JSON': (given, w) =>
    JSON.stringify({
      wikiURL: w.next(),
      dateTimeFormat: w.next(),
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
          isDuration: w.next(),
          earliestEnd: [w.next()],
        })),
        { start: '1901', title: [w.next()], description: { a: w.next() }, link: true },
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
});
