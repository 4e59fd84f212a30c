/**
 * From a date as an author writes it to the drawing: what a year, a range, an open end and a doubt look like. After a
 * change that is meant, `npm run unit -- src/drawings/golden.test.ts -u` draws them anew; look at what differs.
 */
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { event, records } from '../model/archive.arbitrary.ts';
import { joinArchive } from '../model/join.ts';
import { draw, layout, wholeView } from '../timeline/index.ts';
import { itemsOf, lanesOf } from './items.ts';

/** By the names of the drawings; a pair is a date and what narrows it. Titles are the dates themselves. */
const drawings: Record<string, (string | [date: string, refined: string])[]> = {
  year: ['2011'],
  'year-refined': [['2011', '2011-08-24']],
  month: ['2019-02'],
  day: ['2019-04-25'],
  time: ['2019-04-25T09:30+09:00'],
  'days-of-one-date': ['2019-04-25', '2019-04-25', '2019-04-25'],
  decade: ['199X'],
  century: ['18XX'],
  'before-the-common-era': ['-0043', '-0479~', '0012?'],
  'beyond-four-digits': ['Y-12000', 'Y12023'],
  interval: ['2019-02-27/2019-02-28', '2018/2019', '2019-02/2019-04-25'],
  'open-end': ['2019-02/..', '2019-04-25'],
  'open-start': ['../2019-02', '2011'],
  choice: ['[2019-04-24..2019-04-26]', '[..2019]', '[2021..]'],
  'uncertain-and-approximate': ['1850~', '1860?', '1870%', '1880-03-13~'],
  all: [
    '2011',
    '2013-09',
    '2014/2016',
    '2018-05-01/..',
    '[2017..2018]',
    '2019-04-25',
    '201X',
    '2012?',
  ],
};

describe('drawings that start from EDTF', () => {
  const views = Object.entries(drawings).flatMap(([name, dates]) =>
    (['across', 'down'] as const).map((orientation) => [name, orientation, dates] as const),
  );

  it.each(views)('%s, %s', async (name, orientation, dates) => {
    const archive = joinArchive(
      records(
        Object.fromEntries(
          dates.map((given, i) => {
            const [date, refined] = typeof given === 'string' ? [given] : given;
            return [
              `event-${i}`,
              event(date, refined ? { refined: { date: refined, reference: ['tides'] } } : {}),
            ];
          }),
        ),
      ),
    );
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const width = orientation === 'across' ? 800 : 344;
    const view = wholeView({ orientation, width, spacing: 0.5, language: 'en-GB' });
    const scene = layout(itemsOf(archive), lanesOf(archive), view);
    draw(svg, scene, (id) => `#${id}`);
    const style =
      '<style>text { font: 13px sans-serif } path, circle { fill: none; stroke: currentColor }</style>';
    const text = svg.outerHTML
      .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
      .replace('>', `>${style}`)
      .replaceAll('><', '>\n<');
    await expect(`${text}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'golden', `${name}-${orientation}.svg`),
    );
  });
});
