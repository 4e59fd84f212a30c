/**
 * Whole drawings, kept as pictures to be looked at: what the properties leave free is not to change unseen. After a
 * change that is meant, `npm run unit -- src/timeline/golden.test.ts -u` draws them anew; look at what differs.
 */
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { draw, drawOverview } from './draw.ts';
import { lanes } from './item.arbitrary.ts';
import { DAY, type Extent, type Item } from './item.ts';
import { layout } from './layout.ts';
import { layoutOverview } from './overview.ts';
import { type View, wholeView } from './view.ts';

const on = (iso: string, days = 1): Extent => {
  const lo = Date.parse(`${iso}T00:00Z`);
  return { lo, hi: lo + days * DAY };
};

const item = (
  id: string,
  track: number,
  title: string,
  name: string,
  range: Extent,
  solid: Extent | null = range,
  more: Partial<Item> = {},
): Item => ({
  id,
  track,
  title,
  name: `${title}, ${name}`,
  range,
  solid,
  lasting: false,
  rangeNames: [name],
  dateNames: [name],
  ends: [{ ...(solid ?? range), name, year: '' }],
  ...more,
});

const year = on('2011-01-01', 365);
const crowded = on('2019-04-25');

/** Every kind of date: days, times of a day, a day that is shared, coarser dates, spans, and open ends. */
const given: Item[] = [
  item('talks', 0, 'Two leaders meet near Ulan-Ude', '2011', year, on('2011-08-24')),
  item(
    'treaty',
    1,
    'A treaty on extradition is under discussion',
    'autumn 2013',
    on('2013-09-01', 91),
    null,
  ),
  item(
    'talking',
    2,
    'Delegations talk on and off',
    '2014 to 2016',
    on('2014-03-01', 900),
    undefined,
    {
      lasting: true,
    },
  ),
  item(
    'office',
    0,
    'An office stays open',
    'since May 2014',
    { lo: on('2014-05-01').lo, hi: Infinity },
    { lo: on('2014-05-01').lo, hi: on('2019-04-26').hi },
    {
      lasting: true,
    },
  ),
  item(
    'ban',
    1,
    'A ban that was there before anybody wrote it down',
    'until 2015',
    { lo: -Infinity, hi: on('2015-06-30').hi },
    { lo: on('2014-01-01').lo, hi: on('2015-06-30').hi },
    { lasting: true },
  ),
  item(
    'wire',
    1,
    'The wire',
    '9 April 2018, 09:40',
    { lo: on('2018-04-09').lo + 34_800_000, hi: on('2018-04-09').lo + 34_860_000 },
    undefined,
    {
      rangeNames: ['9 April 2018, 09:40', '09:40'],
      dateNames: ['9 April 2018, 09:40', '09:40'],
    },
  ),
  item(
    'summit',
    0,
    'The Hanoi summit ends without an agreement, and the lunch is cancelled',
    '28 February 2019',
    on('2019-02-28'),
    undefined,
    {
      rangeNames: ['28 February 2019', '28 Feb'],
    },
  ),
  item('letter', 1, 'A letter', 'March or April 2019', on('2019-03-01', 61), on('2019-03-20', 3)),
  ...['Arrival', 'A talk of two hours, face to face', 'Dinner', 'Toasts', 'Gifts'].map((title, i) =>
    item(`day-${i}`, i % 3, title, '25 April 2019', crowded, crowded, {
      rangeNames: i === 0 ? ['25 April 2019', '25 Apr'] : [],
      dateNames: ['25 April 2019', '25 Apr'],
    }),
  ),
  item('leaving', 2, 'The train leaves', '26 April 2019', on('2019-04-26')),
  item(
    'invitation',
    0,
    'The invitation is accepted “readily”',
    'after 25 April 2019',
    on('2019-04-26', 40),
    null,
    {
      rangeNames: [],
    },
  ),
];

/** Nothing from 2012 to 2018: an axis break. */
const apart = given.filter(
  ({ range: { lo, hi } }) => hi < on('2012-01-02').lo || lo > on('2019-01-01').lo,
);

/** More than a reader takes in one by one, with spans among them. */
const many = Array.from({ length: 420 }, (_, i) => {
  const days = i % 9 === 0 ? 20 + (i % 7) * 30 : 1;
  const range = { lo: on('1990-01-01').lo + i ** 2 * 0.06 * DAY, hi: 0 };
  range.hi = range.lo + days * DAY;
  return item(`many-${i}`, i % 3, `The ${i}th event of a long list`, `day ${i}`, range, range, {
    lasting: i % 18 === 0,
  });
});

/** Years before the common era and after, with long gaps between them. */
const ancient = [
  [-3000, 2],
  [-2500, 1],
  [-480, 0],
  [-44, 0],
  [14, 1],
  [476, 2],
  [1789, 0],
  [2011, 1],
].map(([since = 0, track = 0]) => {
  const range = { lo: Date.UTC(2000, 0) + (since - 2000) * 365.2425 * DAY, hi: 0 };
  range.hi = range.lo + 366 * DAY;
  return item(`y${since}`, track, `In the year ${since}`, `${since}`, range, null);
});

const across = wholeView({ orientation: 'across', width: 1120, spacing: 0.8, language: 'en-GB' });
const down: View = { ...across, orientation: 'down', width: 360 };
const april = { lo: on('2019-04-01').lo, hi: on('2019-04-28').lo };
const middle = { lo: on('2014-09-01').lo, hi: on('2019-03-05').lo };

/** The layouts by the names of their files. */
const views: Record<string, [Item[], View, ((item: Item) => boolean)?]> = {
  across: [given, across],
  'across-even': [given, { ...across, spacing: 1 }],
  'across-to-scale': [given, { ...across, spacing: 0, width: 800 }],
  'across-compact': [given, { ...across, detail: 'strip', width: 640 }],
  'across-april': [given, { ...across, window: april }],
  'across-in-room': [
    given,
    { ...across, window: middle, room: { above: 60, below: 40, rows: [1, 2, 1] } },
  ],
  'across-filtered': [given, across, ({ track }) => track !== 1],
  'across-mirrored': [given, { ...across, direction: 'rtl', language: 'ar', width: 900 }],
  'across-many': [many, across],
  'across-ancient': [ancient, { ...across, spacing: 0.4 }],
  down: [given, down],
  'down-breaks': [apart, down],
  'down-to-scale': [given, { ...down, spacing: 0 }],
  'down-april': [given, { ...down, window: april }],
  'down-middle-mirrored': [given, { ...down, window: middle, direction: 'rtl', language: 'ar' }],
  'down-many': [many, down],
};

/** The drawing as a file that shows something by itself, a line for each node. */
function drawing(name: string, paint: (svg: SVGSVGElement) => void): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  paint(svg as unknown as SVGSVGElement);
  const direction = name.includes('mirrored') ? 'rtl' : 'ltr';
  const anchor = name.startsWith('down') ? 'start' : 'middle';
  const style = `<style>
text { font: 13px sans-serif; stroke: none; direction: ${direction} }
path, circle { fill: none; stroke: currentColor }
.target { fill: none } .bands path { opacity: .1; fill: currentColor; stroke: none } .cluster text { text-anchor: middle }
.axis text, .break text { text-anchor: ${anchor} } .track-blue { color: #26c } .track-red { color: #b22 } .track-ochre { color: #a60 }
</style>`;
  const [open = '', ...rest] = svg.outerHTML.replaceAll('><', '>\n<').split('\n');
  return `${[open.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'), style, ...rest].join('\n')}\n`;
}

const fileOf = (name: string): string => join(import.meta.dirname, 'golden', `${name}.svg`);

describe('golden drawings', () => {
  it.each(Object.entries(views))('%s', async (name, [items, view, shows]) => {
    const svg = drawing(name, (node) => {
      draw(node, layout(items, lanes, view, shows), (id) => `#${id}`);
    });
    await expect(svg).toMatchFileSnapshot(fileOf(name));
  });

  it.each([
    ['overview', given, 'en-GB', 'ltr'],
    ['overview-mirrored', ancient, 'ar', 'rtl'],
  ] as const)('%s', async (name, items, language, direction) => {
    const svg = drawing(name, (node) => {
      drawOverview(node, layoutOverview(items, lanes, 700, language, direction));
    });
    await expect(svg).toMatchFileSnapshot(fileOf(name));
  });
});
