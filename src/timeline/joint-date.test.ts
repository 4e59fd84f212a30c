import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../model/date.ts';
import { dateEnds } from '../model/date-words.ts';
import { assertAll, itemOn, items } from './item.arbitrary.ts';
import type { Item } from './item.ts';
import { clusterName, jointDate } from './joint-date.ts';

const dated = (edtf: string): Item =>
  itemOn(edtf, 0, 1, { ends: dateEnds(parseDate(edtf, 'Z'), 'en-GB') });
const joint = (...dates: string[]): string => jointDate(dates.map(dated));

describe('jointDate(items)', () => {
  it.each([
    // F03: dates without their years, of marks that span years.
    [['1911-01-10', '1914-08', '1917-04-17'], '1911–1917'],
    [['2023-02', '2023-05-12', '2023-10-15'], 'February 2023 – 15 October 2023'],
    [['1911-05-09', '1911-05-09'], '9 May 1911'],
    [['1911-05-09', '1911-05-10'], '9 May 1911 – 10 May 1911'],
    // The latest end is not that of the last event, nor the earliest beginning that of the first.
    [['1903/1908', '1905-05'], '1903–1908'],
    [['2011-08-24', '2011'], '2011'],
    [['2011-01-01', '2011'], '2011'],
    [['2010-12-03', '2011'], '2010–2011'],
    [['1911-02-21/1911-02-22', '1911-02-22/1911-05-09'], '21 February 1911 – 9 May 1911'],
    // What is estimated, uncertain or coarse stays so.
    [['-0479~', '-0043'], 'about 480 BCE – 44 BCE'],
    [['1911?', '1917'], '1911 (uncertain) – 1917'],
    [['199X', '2004-05-01'], '1990s – 1 May 2004'],
    [['18XX', '1911'], '1800–1899 – 1911'],
    [['[1911-05-03..1911-05-05]', '1911-05-04'], '3 May 1911 – 5 May 1911'],
    // Open ends.
    [['1903/..', '1905'], 'from 1903'],
    [['../1903', '1902'], 'until 1903'],
    [['../1903', '1902/..'], ''],
    // On the clock of its own offset, an event is in its own year.
    [['1911-01-01T05:00+09:00', '1912-01-01'], '1911–1912'],
  ])('%j is %j, in whatever order', (dates, text) => {
    expect(joint(...dates)).toBe(text);
    expect(joint(...dates.toReversed())).toBe(text);
  });

  it('begins with the earliest of all dates and ends with the latest', () => {
    fc.assert(
      fc.property(items(12), (given) => {
        const all = given.flatMap(({ ends }) => ends);
        const closed = all.filter((end) => end !== null);
        const named = (name: string) => closed.filter((end) => end.name === name);
        const text = jointDate(given);
        const open = all.length > closed.length;
        const [from = '', to = from] = text.replace(/^(from|until) /, '').split(' – ');
        if (!text.startsWith('until') && from)
          expect(Math.min(...named(from).map(({ lo }) => lo))).toBe(
            Math.min(...closed.map(({ lo }) => lo)),
          );
        if (!text.startsWith('from') && to)
          expect(Math.max(...named(to).map(({ hi }) => hi))).toBe(
            Math.max(...closed.map(({ hi }) => hi)),
          );
        expect(/^(from|until) |^$/.test(text)).toBe(open);
      }),
    );
  });
});

it('clusterName(count, date) names the date where there is one', () => {
  expect(clusterName(86, '1911–1917')).toBe('86 events, 1911–1917');
  expect(clusterName(2, '')).toBe('2 events');
});

it('a mark of several is dated by all of its events, however they are dated', () => {
  assertAll((scene, given) => {
    for (const { ids, name } of scene.marks) {
      const own = given.filter(({ id }) => ids.includes(id));
      if (own.length > 1) expect(name).toBe(clusterName(own.length, jointDate(own)));
    }
  });
});
