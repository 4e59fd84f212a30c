/** Changes of a built site, each of which `verify.mjs` must notice. */
export const SENT = 'At 08:15 the first signal left the western harbour.';

/** Events beside those of the archive: one without a quote and with a former id, one that gives reasons. */
export const MORE: Record<string, string> = {
  'dark.mdx': `---
title: The lamp stays dark
track: east
kind: report
date: "1921-05-03"
place: { name: The eastern light, at: [50, 8], near: 40, inferred: By the chart. }
actors: [east-gazette]
quotes: {}
unsourced: true
aliases: [dim]
---

Nobody has found yet who says so.
`,
  'home.mdx': `---
title: The clerk goes home
track: west
kind: report
date: "1921-05-03"
place: { name: The western quay, at: [50, 3], inferred: By the log. }
actors: [harbour-log]
quotes:
  home:
    source: log
    exact: The clerk went home.
    speaker: harbour-log
    mode: direct
    via: []
    unmarked: A log has no quotation marks.
media:
  - file: lighthouse.jpg
    alt: A pale tower on the quay
    caption: The tower that [the clerk passed](#home).
    credit: Ada Moor
    rights: Lent by the board
    source: log
    sha256: "574fd0712f40feb9d5e67f19ea960576c2a81ba6dca90cedc0e22af3de0f373e"
  - file: waves.webm
    alt: Waves below the quay
    credit: Ada Moor
    rights: Lent by the board
    source: log
    sha256: "c34eae67904f9b7af57690d16a97e63ab45ca2bd503b9597c9f12bd1fbc7002a"
    poster: chart.png
    captions: waves.vtt
    transcript: horn.txt
    digests:
      poster: "d1ea561d1b9023735f19fabfccc3e7e34e605ed8b4df5e69d92eadd540eda5af"
      captions: "843ee03ba076154b57e0622634cfbfd8e793ada96a2de573a3f028b35922b287"
      transcript: "7db0151087369ed5105d6b2c77e01a5b7e3f96e92fee2408f916a425bb59df50"
---

[The clerk went home](#home).

<Note about="date">

The log is headed 3 May 1921.

</Note>
`,
};

/** A file of the site, and what is put in place of what in it. */
export type Change = [what: string, file: string, from: string | RegExp, to: string];

const WITH_MEDIA = [
  'events/home/index.html',
  'index.html',
  'explainer/index.html',
  'data/events.json',
  'data/timelinejs.json',
  'feed.xml',
  'feed.json',
];
const pages = ['events/sent/index.html', 'index.html'];
export const changes: Change[] = [
  // Words of a quote, wherever they stand.
  ...[
    ...pages,
    'embed/sent/index.html',
    'present/index.html',
    'sources/log/index.html',
    'data/events.json',
    'data/events.csv',
    'data/timelinejs.json',
    'feed.xml',
    'feed.json',
    'data/annotations.jsonld',
    'data/annotations.jsonl',
  ].map(
    (file): Change => ['a word of a quote', file, /first signal left the/g, 'last signal left the'],
  ),
  [
    'a word of a printed quote',
    'explainer/index.html',
    /(<blockquote[^>]*><p>At 08:15 the )first/,
    '$1last',
  ],
  ['a word of a quote in the calendar', 'data/events.ics', 'first signal', 'last signal'],
  ['a quote of an actor', 'actors/harbour-log/index.html', 'first signal left', 'last signal left'],
  [
    'a letter of a quote',
    'events/sent/index.html',
    'western harbour.</p></blockquote>',
    'western harbours.</p></blockquote>',
  ],
  [
    'a translation',
    'events/answered/index.html',
    'the engineer sent the answer',
    'the engineer kept the answer',
  ],
  // Places.
  ...['index.html', 'explainer/index.html', 'events/home/index.html'].flatMap((file): Change[] => [
    [
      'the name of a place',
      file,
      /(class="place-name"[^>]*)>The western quay/,
      '$1>The eastern quay',
    ],
    ['a label on a map', file, '</tspan>The western', '</tspan>The eastern'],
    ['how a place is known', file, 'By the chart', 'By the law'],
  ]),
  ['a place on a map', 'index.html', '<title>The western quay', '<title>The eastern quay'],
  ['what a map says', 'index.html', /(<svg class="map"[^>]*western) quay/, '$1 pier'],
  [
    'where an event was',
    'events/home/index.html',
    /href="[^"]*dark[^"]*"( aria-current)?><b>/,
    'href="/events/sent/"$1><b>',
  ],
  [
    'the name of a place in the filter',
    'index.html',
    /(name="place" value="the-western-quay"> <span>The) western/,
    '$1 eastern',
  ],
  ['the name of a track in the filter', 'index.html', /(name="track"[^>]*> <span>)/, '$1Not '],
  [
    'how many events a choice of the filter has',
    'index.html',
    /(name="actor"[^>]*> <span>[^<]*<\/span> <span class="matching">)/,
    '$11',
  ],
  ['a map left out', 'events/home/index.html', /<figure class="place-map[\s\S]*?<\/figure>/, ''],
  // Media.
  ...(
    [
      ['what a picture shows', /A pale tower/g, 'A dark tower', [0, 1, 3, 5]],
      ['a caption', /The tower that/g, 'The ship that', [0, 2, 4, 6]],
      ['whose a picture is', /Ada Moor/g, 'Ida Moor', [0, 1, 4, 5]],
      ['the rights of a picture', /Lent by the board/g, 'Lent by nobody', [0, 2, 3, 6]],
    ] as const
  ).flatMap(([what, from, to, where]) =>
    where.map((i): Change => [what, WITH_MEDIA[i] ?? '', from, to]),
  ),
  ['the digest of a picture', 'data/events.json', '574fd0712f40', '574fd0712f41'],
  [
    'a picture that an annotation has',
    'data/annotations.jsonld',
    '/media/lighthouse.jpg',
    '/media/chart.png',
  ],
  // Statements.
  [
    'a cited statement',
    'events/sent/index.html',
    '>first signal left at 08:15<',
    '>last signal left at 08:15<',
  ],
  [
    'a statement on the home page',
    'index.html',
    '>first signal left at 08:15<',
    '>first signal never left at 08:15<',
  ],
  ['a statement in print', 'explainer/index.html', 'The first signal left', 'The last signal left'],
  [
    'a word beside a citation',
    'events/arrived/index.html',
    'in the evening there',
    'in the morning there',
  ],
  [
    'a note',
    'events/sent/index.html',
    'The log is headed 3 May 1921',
    'The log is headed 4 May 1921',
  ],
  [
    'where a statement leads',
    'index.html',
    'href="#q-sent-sent" class="cite"',
    'href="#q-received-received" class="cite"',
  ],
  [
    'a statement left out',
    'events/sent/index.html',
    /<p>The <a href="#q-sent-sent"[\s\S]*?<\/p>/,
    '',
  ],
  [
    'a statement added',
    'events/sent/index.html',
    '<div class="quotes"',
    '<p>The harbour fell.</p><div class="quotes"',
  ],
  // Titles, speakers, dates.
  ...[
    ...pages,
    'embed/sent/index.html',
    'present/index.html',
    'explainer/index.html',
    'data/events.json',
    'data/events.csv',
    'data/events.ics',
    'data/timelinejs.json',
    'data/timeline.json',
    'feed.xml',
    'feed.json',
    'oembed/sent.json',
    'events/sent.bib',
    'events/sent.ris',
    'events/sent.csl.json',
  ].map(
    (file): Change => ['a title', file, /The first signal is sent/g, 'The first signal is lost'],
  ),
  [
    'a title in the head',
    'events/sent/index.html',
    '<title>The first signal is sent',
    '<title>The first signal is lost',
  ],
  [
    'a title in an actor’s list',
    'actors/harbour-log/index.html',
    /The first signal is sent/g,
    'The first signal is lost',
  ],
  [
    'a title beside the timeline',
    'events/arrived/index.html',
    'The first signal is sent</span>',
    'The first signal failed badly</span>',
  ],
  [
    'a title handed to the drawing',
    'index.html',
    '"title":"The first signal is sent"',
    '"title":"The first signal is lost"',
  ],
  ...[...pages, 'explainer/index.html'].map(
    (file): Change => ['a date', file, />3 May 1921 at 08:15/g, '>4 May 1921 at 08:15'],
  ),
  ['a date of an embed', 'embed/sent/index.html', /3 May 1921 at 08:15/g, '3 May 1921 at 09:15'],
  ['a date in data', 'data/events.json', '1921-05-03T08:15Z', '1921-05-04T08:15Z'],
  ['a date in a table', 'data/events.csv', '1921-05-03T08:15Z', '1921-05-04T08:15Z'],
  ['a date in words in a feed', 'feed.json', '3 May 1921 at 08:15', '2 May 1921 at 08:15'],
  ...pages.map(
    (file): Change => [
      'a speaker',
      file,
      /<a class="actor" href="\/actors\/harbour-log\/">The Harbour Log/g,
      '<a class="actor" href="/actors/east-gazette/">The Eastern Gazette',
    ],
  ),
  [
    'a speaker on a slide',
    'present/index.html',
    /(actors\/harbour-log\/"[^>]*>)\s*The Harbour Log/,
    '$1The Eastern Gazette',
  ],
  ['a title on a handout', 'present/index.html', /is sent(?=\s*<\/li>)/, 'is lost'],
  ['a speaker of an embed', 'embed/sent/index.html', /The Harbour Log/g, 'The Eastern Gazette'],
  [
    'a speaker in print',
    'explainer/index.html',
    /<p class="way">The Harbour Log/g,
    '<p class="way">The Eastern Gazette',
  ],
  ['a speaker in a feed', 'feed.xml', /The Harbour Log/g, 'The Eastern Gazette'],
  ['a name of an actor', 'actors/harbour-log/index.html', /<h1>[^<]*/, '<h1>The Mayor'],
];
