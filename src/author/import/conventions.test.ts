import { describe, expect, it } from 'vitest';
import { conventionsOf } from './conventions.ts';
import { readDate } from './read-date.ts';

describe('conventionsOf(cells)', () => {
  const read = (cells: string[], order?: 'dmy' | 'mdy'): string[] => {
    const conventions = conventionsOf(cells, order);
    return cells.map((cell) => {
      try {
        return readDate(cell, { ...conventions, yearsOnly: true });
      } catch {
        return 'refused';
      }
    });
  };

  it('takes the order of day and month from the unmistakable dates, else as told', () => {
    expect(read(['3/4/2019', '4/25/2019'])).toEqual(['2019-03-04', '2019-04-25']);
    expect(read(['3/4/2019', '25/4/2019'])).toEqual(['2019-04-03', '2019-04-25']);
    expect(read(['3/4/2019'])).toEqual(['refused']);
    expect(read(['3/4/2019'], 'dmy')).toEqual(['2019-04-03']);
    expect(read(['3/4/2019', '4/25/2019', '25/4/2019'])).toEqual([
      'refused',
      '2019-04-25',
      '2019-04-25',
    ]);
  });

  it('takes two figures for a year where the field holds nothing else, and never for an end', () => {
    expect(read(['79', '9', '14-18', '1914-18', '05-18', 'c. 79'])).toEqual([
      '0079',
      '0009',
      'refused',
      'refused',
      'refused',
      '0079~',
    ]);
  });

  it('gives a minus one meaning', () => {
    expect(read(['-500', '-1200', '-12000', '1200 BCE', '1'])).toEqual([
      '-0499',
      '-1199',
      'Y-11999',
      '-1199',
      '0001',
    ]);
    expect(read(['-0500', '-1200', '0000'])).toEqual(['-0500', '-1200', '0000']);
    expect(read(['-500', '-0499'])).toEqual(['refused', 'refused']);
  });
});
