/** The subjects: the site, its peers, each on a page as its documentation shows, and the floor. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeArchive } from './archive.ts';

type PlainEvent = ReturnType<typeof makeArchive>['events'][number];

export interface Subject {
  name: string;
  /** JavaScript that tells whether all events are drawn, run once per frame. */
  drawn: string;
  /** JavaScript that tells whether the page reacts to the reader, if that is later. */
  usable?: string;
  /** The element that is zoomed and panned, and how; absent for the floor. */
  moved?: { target: string; zoom: 'ctrl+wheel' | 'wheel' | { in: string; out: string } };
}

export const SITE: Subject = {
  name: 'this site',
  drawn: `[...document.querySelectorAll('svg.timeline')].some((svg) => svg.getBoundingClientRect().width > 0 && svg.querySelector('a'))`,
  usable: `document.querySelector('time-line.running')`,
  moved: { target: 'svg.timeline:visible', zoom: 'ctrl+wheel' },
};
export const FLOOR: Subject = {
  name: 'plain HTML (floor)',
  drawn: `document.querySelector('footer')`,
};

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');
/** A file of an installed package, whichever of the two node_modules it is in. */
const fileOf = (name: string, path: string): string =>
  [...(require.resolve.paths(name) ?? [])]
    .map((folder) => join(folder, name, path))
    .find((file) => existsSync(file)) ?? join(root, name, path);

interface Peer extends Subject {
  /** Files it needs, copied to the page's folder: package, path there, path here. */
  files: [name: string, from: string, to: string][];
  head: string;
  /** Draws `events` in `#t`. */
  script: string;
}

const VIS = (options: string): Pick<Peer, 'files' | 'head' | 'script'> => ({
  files: [
    ['vis-timeline', 'standalone/umd/vis-timeline-graph2d.min.js', 'vis.js'],
    ['vis-timeline', 'styles/vis-timeline-graph2d.min.css', 'vis.css'],
  ],
  head: '<link rel="stylesheet" href="vis.css"><script src="vis.js"></script>',
  script: `const items = events.map(({ id, title, text, start, end }) =>
  ({ id, content: title, title: text, start, ...(end && { end }) }));
new vis.Timeline(document.querySelector('#t'), new vis.DataSet(items),
  { ${options}onInitialDrawComplete: () => { window.isDrawn = true; } });`,
});

export const PEERS: Peer[] = [
  {
    name: 'TimelineJS 3.9.11',
    files: [['@knight-lab/timelinejs', 'dist', 'timelinejs']],
    head: '<link rel="stylesheet" href="timelinejs/css/timeline.css"><script src="timelinejs/js/timeline.js"></script>',
    script: `const dateOf = (day) => {
  const [year, month, date] = day.split('-').map(Number);
  return { year, month, day: date };
};
new TL.Timeline('t', {
  events: events.map(({ id, title, text, when, start, end }) => ({
    unique_id: id, start_date: dateOf(start), ...(end && { end_date: dateOf(end) }), display_date: when,
    text: { headline: title, text },
  })),
}, { font: null, script_path: 'timelinejs/js/' });`,
    drawn: `document.getElementsByClassName('tl-timemarker').length >= window.events?.length`,
    moved: {
      target: '.tl-timenav',
      zoom: { in: '.tl-menubar-button:nth-child(1)', out: '.tl-menubar-button:nth-child(2)' },
    },
  },
  {
    name: 'vis-timeline 8.5.4',
    ...VIS(''),
    drawn: 'window.isDrawn',
    moved: { target: '#t', zoom: 'wheel' },
  },
  {
    name: 'vis-timeline, clustered',
    ...VIS('cluster: { maxItems: 1 }, '),
    drawn: 'window.isDrawn',
    moved: { target: '#t', zoom: 'wheel' },
  },
  {
    name: 'EventDrops 1.3.0',
    files: [
      ['d3', 'build/d3.min.js', 'd3.js'],
      ['event-drops', 'dist/index.js', 'event-drops.js'],
      ['event-drops', 'dist/style.css', 'event-drops.css'],
    ],
    head: '<link rel="stylesheet" href="event-drops.css"><script>window.global = window;</script><script src="d3.js"></script><script src="event-drops.js"></script>',
    script: `const lines = Map.groupBy(events, ({ track }) => track);
const times = events.map(({ start }) => new Date(start));
d3.select('#t').data([[...lines].map(([name, data]) => ({ name, data }))]).call(eventDrops({
  d3, range: { start: d3.min(times), end: d3.max(times) }, drop: { date: ({ start }) => new Date(start) },
}));`,
    drawn: `document.querySelector('.drop')`,
    moved: { target: '#t svg', zoom: 'wheel' },
  },
];

export const SUBJECTS: Subject[] = [FLOOR, SITE, ...PEERS];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** The text of an event in the site's story: the statement, and the quotes. */
const textOf = ({ text, quotes }: PlainEvent): string =>
  `<p>${escaped(text)}</p>${quotes.map((quote) => `<blockquote>${escaped(quote)}</blockquote>`).join('')}`;

/** Writes the pages of the peers and the floor for some number of events, each into its own folder. */
export function writePages(folder: string, count: number): void {
  rmSync(folder, { recursive: true, force: true });
  const { events } = makeArchive({ events: count });
  const title = `A town in ${count} events`;
  const story = events
    .map(
      (event) =>
        `<li id="${event.id}"><h2>${escaped(event.title)}</h2><p>${event.when}</p>${textOf(event)}</li>`,
    )
    .join('\n');
  write(
    join(folder, folderOf(FLOOR), 'index.html'),
    page(title, '', `<h1>${title}</h1>\n<ol>\n${story}\n</ol>\n<footer>The end</footer>`),
  );
  const data = events.map((event) => ({
    id: event.id,
    title: event.title,
    when: event.when,
    track: event.track,
    text: textOf(event),
    start: event.start,
    end: event.end,
  }));
  for (const peer of PEERS) {
    const home = join(folder, folderOf(peer));
    const body = `<h1>${title}</h1><div id="t" style="width:100%;height:600px"></div><script src="data.js"></script><script>${peer.script}</script>`;
    write(join(home, 'index.html'), page(title, peer.head, body));
    // A script beside the page instead of a fetch, so that nothing waits for a second round trip.
    write(join(home, 'data.js'), `window.events = ${JSON.stringify(data)};\n`);
    for (const [name, from, to] of peer.files)
      cpSync(fileOf(name, from), join(home, to), { recursive: true });
  }
}

export const folderOf = ({ name }: Subject): string =>
  name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
