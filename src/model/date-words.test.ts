import { describe, expect, it } from 'vitest';
import { parseDate } from './date.ts';
import { dateNames, formatDate, precisionName } from './date-words.ts';

describe('dateNames(when, language)', () => {
  it.each([
    ['2019-04-25', ['Thursday 25 April 2019', '25 April 2019', '25 April']],
    ['2019-04', ['April 2019', 'Apr 2019']],
    ['2019', ['2019']],
    ['2019-04-25~', ['about 25 April 2019']],
    ['2019-04-25/2019-04-26', ['25–26 April 2019']],
    // Beyond what Date reaches.
    ['Y300000-03-05', ['300000']],
  ])('%s', (edtf, names) => {
    expect(dateNames(parseDate(edtf), 'en-GB')).toEqual(names);
  });
});

describe('precisionName(when)', () => {
  it.each([
    ['2019', 'only the year is given'],
    ['2019-04-25', 'given to the day'],
    ['2019/2019-04-25', 'only the year is given'],
    ['2019-04/..', 'only the month is given, one end open'],
  ])('%s', (edtf, words) => {
    expect(precisionName(parseDate(edtf))).toBe(words);
  });
});

it('writes a year of twelve digits out to the last', () => {
  expect(formatDate(parseDate('Y123456789012'), 'en-GB')).toBe('123456789012');
  expect(formatDate(parseDate('Y-123456789012'), 'en-GB')).toBe('123456789013 BCE');
});
