/** Changes of a built site that hide, double, add or remove, each of which `verify.mjs` must notice. */
import { type Change, SENT } from './verify-changes.ts';

const FALSE_FIGURE = `<figure class="quote" id="q-sent-made-up"><blockquote><p>The harbour surrendered.</p></blockquote></figure>`;

/** Rules of style that hide what is verified, or add to it. */
export const styles: string[] = [
  '.quote blockquote{display:none}',
  'blockquote p{visibility:hidden}',
  '.event h1{font-size:0}',
  '.body{opacity:.01}',
  'figure.quote{text-indent:-9999px}',
  'main{position:absolute;left:-9999px}',
  '@media (width<900px){.event h1{clip-path:inset(50%)}}',
  '@media print{.told p{display:none}}',
  'figure:not(:hover) blockquote{display:none}',
  '.cite{color:transparent}',
  'mark{font-size:1px}',
  'blockquote{max-height:0;overflow:hidden}',
  'article:has(time) time{transform:scale(0)}',
  '#q-sent-sent{content-visibility:hidden}',
  'blockquote::before{content:"It is not true that "}',
  '.body>p:after{content:" Not so."}',
  'blockquote::after{content:attr(cite)}',
  'body::after{content:"The harbour surrendered unconditionally"}',
  '.body p a.cite::before{content:"not \\22 "}',
];

export const additions: Change[] = [
  // Hidden, doubled, added, removed.
  [
    'a hidden true quote and a false one beside it',
    'events/sent/index.html',
    '<blockquote',
    '<blockquote><p>The signal never left.</p></blockquote><blockquote hidden',
  ],
  [
    'a quote hidden by style',
    'index.html',
    '<figure class="quote"',
    '<figure style="display:none" class="quote"',
  ],
  [
    'a quote within a hidden block',
    'events/sent/index.html',
    '<div class="quotes"',
    '<div hidden class="quotes"',
  ],
  ['a made-up figure', 'events/sent/index.html', '</article>', `${FALSE_FIGURE}</article>`],
  ['a made-up figure elsewhere', 'about/index.html', '</article>', `${FALSE_FIGURE}</article>`],
  ['a doubled quote', 'events/sent/index.html', /<figure class="quote"[\s\S]*?<\/figure>/, '$&$&'],
  ['a removed quote', 'index.html', /<figure class="quote"[\s\S]*?<\/figure>/, ''],
  ['an event left out of the story', 'index.html', /<article class="event[\s\S]*?<\/article>/, ''],
  [
    'a sentence added outside the article',
    'events/sent/index.html',
    '</main>',
    '<p>Its crew surrendered unconditionally.</p></main>',
  ],
  [
    'a sentence added to the home page',
    'index.html',
    '</main>',
    '<p>Its crew surrendered unconditionally.</p></main>',
  ],
  [
    'an annotation removed, with its quote altered',
    'data/annotations.jsonl',
    /^.*q-sent-sent.*\n/m,
    '',
  ],
  ['all annotations but one removed', 'data/annotations.jsonl', /\n[\s\S]*/, '\n'],
  ['an annotation removed', 'data/annotations.jsonld', /^.*q-sent-sent.*,\n/m, ''],
  ['all annotations removed', 'data/annotations.jsonld', /(?<="items":\[)[\s\S]*(?=\])/, ''],
  ['the place of an annotation', 'data/annotations.jsonld', /"start":(\d)/, '"start":1$1'],
  ['an entry removed from a feed', 'feed.xml', /<entry>[\s\S]*?<\/entry>/, ''],
  // Scripts, pictures, frames.
  [
    'an added script',
    'events/sent/index.html',
    '</main>',
    '<script>document.title = "x"</script></main>',
  ],
  [
    'a script from elsewhere',
    'index.html',
    '</main>',
    '<script src="https://evil.example/x.js"></script></main>',
  ],
  ['a handler', 'about/index.html', '<main', '<main onclick="x()"'],
  ['a link that runs', 'about/index.html', '</main>', '<a href="javascript:x()">x</a></main>'],
  [
    'an added picture',
    'events/sent/index.html',
    '</article>',
    '<img src="/og/sent.png" alt="The harbour fell"></article>',
  ],
  ['another share picture', 'events/sent/index.html', /og\/sent\.png/g, 'og/received.png'],
  ['a frame', 'index.html', '</main>', '<iframe src="/embed/sent/"></iframe></main>'],
  [
    'a block of its JSON-LD',
    'events/sent/index.html',
    `"text":"${SENT}"`,
    '"text":"The harbour fell."',
  ],
  // Pages of actors.
  ...[
    ['a saying left out', /<li><q[\s\S]*?<\/li>/, ''],
    ['a saying doubled', /<li><q[\s\S]*?<\/li>/, '$&$&'],
    ['a deed left out', /<ul class="deeds">[\s\S]*?<\/ul>/, '<ul class="deeds"></ul>'],
    [
      'a saying under another event',
      '/events/sent/">The first signal is sent',
      '/events/received/">The answer comes in',
    ],
    ['a reason', 'A log has no quotation marks', 'A log has marks'],
    ['a reason left out', /<small class="reason">[^<]*<\/small>/, ''],
  ].map(
    ([what = '', from = '', to = '']): Change => [
      String(what),
      'actors/harbour-log/index.html',
      from,
      String(to),
    ],
  ),
  // Reasons.
  [
    'a reason',
    'events/home/index.html',
    />In no quotation marks[^<]*</,
    '>Part of the article: it is so.<',
  ],
  [
    'a reason on a quote that has none',
    'events/sent/index.html',
    '<span class="mode">',
    '<span class="reason">So.</span><span class="mode">',
  ],
  ['a reason in an embed', 'embed/home/index.html', 'A log has no', 'A log has all'],
  // Hidden and added within what is compared.
  [
    'hidden words of a quote',
    'events/sent/index.html',
    /<blockquote([^>]*)><p>/,
    '<blockquote$1><p hidden>',
  ],
  [
    'a hidden paragraph',
    'index.html',
    '<p>The <a href="#q-sent-sent"',
    '<p style="font-size:0">The <a href="#q-sent-sent"',
  ],
  [
    'words for screen readers in a quote',
    'events/sent/index.html',
    '<blockquote',
    '<blockquote><p class="sr-only">It is not true.</p></blockquote><blockquote',
  ],
  [
    'a word for screen readers in a quote',
    'events/sent/index.html',
    'the first signal left',
    'the first <span class="sr-only">and last</span> signal left',
  ],
  [
    'a word raised in a quote',
    'index.html',
    'the first signal left',
    'the first <sup><a href="#x">never</a></sup> signal left',
  ],
  [
    'a word drawn in a quote',
    'index.html',
    'the first signal left',
    'the first <svg><text>never</text></svg> signal left',
  ],
  [
    'a style in a page',
    'index.html',
    '</head>',
    '<style>.quote blockquote{display:none}</style></head>',
  ],
  [
    'a style sheet from elsewhere',
    'events/sent/index.html',
    '</head>',
    '<link rel="stylesheet" href="https://evil.example/x.css"></head>',
  ],
  [
    'a page that leads elsewhere',
    'events/sent/index.html',
    '</head>',
    '<meta http-equiv="refresh" content="0; url=https://evil.example/"></head>',
  ],
  // Events without quotes and former addresses.
  [
    'an event without quotes that does not say so',
    'events/dark/index.html',
    /<aside class="note note-unsourced"[\s\S]*?<\/aside>/,
    '',
  ],
  [
    'an event with quotes that is called unsourced',
    'events/sent/index.html',
    '<div class="body">',
    '<div class="body"><aside class="note note-unsourced" role="note"><strong>Not yet sourced</strong></aside>',
  ],
  ['where a former address leads', 'events/dim/index.html', /\/events\/dark\//g, '/events/sent/'],
  [
    'a title at a former address',
    'events/dim/index.html',
    />The lamp stays dark<\/a>/,
    '>The lamp is lit</a>',
  ],
  [
    'a title of an embed under a former id',
    'embed/dim/index.html',
    /The lamp stays dark/g,
    'The lamp is lit',
  ],
  // What stands beside the words.
  [
    'a date for machines',
    'events/sent/index.html',
    'datetime="1921-05-03T08:15Z"',
    'datetime="1921-05-04T08:15Z"',
  ],
  [
    'a track',
    'events/sent/index.html',
    '<dd class="track">Western harbour',
    '<dd class="track">Eastern harbour',
  ],
  [
    'a title for citations',
    'events/sent/index.html',
    'name="citation_title" content="The first signal is sent"',
    'name="citation_title" content="The first signal is lost"',
  ],
  [
    'a date for citations',
    'events/sent/index.html',
    'name="DCTERMS.temporal" content="1921-05-03',
    'name="DCTERMS.temporal" content="1921-05-04',
  ],
  [
    'the address of a page',
    'events/sent/index.html',
    'rel="canonical" href="https://example.org/events/sent/"',
    'rel="canonical" href="https://example.org/events/received/"',
  ],
  [
    'the passage that a quote leads to',
    'events/sent/index.html',
    'class="passage" href="/sources/log/#q-sent-sent"',
    'class="passage" href="/sources/log/#q-received-received"',
  ],
  ['a link to nothing', 'index.html', 'href="/about/"', 'href="/abuot/"'],
  [
    'a title that leads to another event',
    'actors/harbour-log/index.html',
    /href="\/events\/sent\/">The first/g,
    'href="/events/received/">The first',
  ],
  [
    'a speaker in data',
    'data/events.json',
    '"speaker": "harbour-log"',
    '"speaker": "east-gazette"',
  ],
  [
    'a name in data',
    'data/events.json',
    '"name": "The Harbour Log"',
    '"name": "The Eastern Gazette"',
  ],
  ['a day in data', 'data/events.json', '"earliest": "1921-05-03"', '"earliest": "1921-05-01"'],
  ['a day of a slide', 'data/timelinejs.json', '"day": 3', '"day": 4'],
  ['an hour in a calendar', 'data/events.ics', 'DTSTART:19210503T0815', 'DTSTART:19210503T0915'],
  ['a citation of a source', 'sources/log.bib', 'Log of the western', 'Log of the eastern'],
];
