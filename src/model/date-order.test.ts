import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOffset, commonClock, compareDates, parseDate, within } from './date.ts';
import { formatDate } from './date-words.ts';

describe('within(inner, outer)', () => {
  it.each([
    ['2019-04', '2019', true],
    ['2019', '2019', true],
    ['2019', '2019-04', false],
    ['2018/2019', '2019', false],
    ['2019/2020', '2019', false],
    ['2018', '2019', false],
    ['2020', '2019', false],
    ['2019', '../2019', true],
    ['../2019', '2019', false],
  ])('%s in %s: %s', (inner, outer, expected) => {
    expect(within(parseDate(inner), parseDate(outer))).toBe(expected);
  });
});

describe('compareDates(a, b)', () => {
  it('puts open starts first, then by start, the shorter first', () => {
    const shuffled = ['2019-04', '2019-04-01', '2019', '2019-04-25', '2011', '../2019', '2019-02'];
    const sorted = ['../2019', '2011', '2019', '2019-02', '2019-04-01', '2019-04', '2019-04-25'];
    expect(shuffled.sort((a, b) => compareDates(parseDate(a), parseDate(b)))).toEqual(sorted);
  });
});

describe('clocks', () => {
  const offset = fc
    .tuple(fc.constantFrom('+', '-'), fc.nat(13), fc.constantFrom('00', '30', '45'))
    .map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, '0')}:${minutes}`);

  it('moves a time to the archive’s clock, and shows it as it was written', () => {
    fc.assert(
      fc.property(offset, offset, (own, clock) => {
        const written = `2019-04-25T12:00${own}`;
        const { lo, hi, start } = parseDate(written, clock);
        // Date.parse is the oracle: the archive's clock shows this.
        expect(lo).toBe(Date.parse(written) + clockOffset(clock));
        expect(hi - lo).toBe(60_000);
        expect((start?.lo ?? 0) + (start?.ahead ?? 0)).toBe(Date.UTC(2019, 3, 25, 12));
        expect(formatDate(parseDate(written, clock), 'en-GB')).toBe(
          formatDate(parseDate(written), 'en-GB'),
        );
      }),
    );
  });

  it('follows the clock of most times where none is named', () => {
    const dates = ['2019', '2019-04-25T10:00Z', '2019-04-25T10:00+09:00/2019-04-25T11:00+09:00'];
    expect(commonClock(dates.map((date) => parseDate(date)))).toBe('+09:00');
    expect(commonClock([parseDate('2019-04-25T10:00')])).toBeNull();
    const spellings = ['Z', 'Z', '+09', '+0900', '+09:00'];
    expect(commonClock(spellings.map((zone) => parseDate(`2019-04-25T10:00${zone}`)))).toBe(
      '+09:00',
    );
    const even = ['2019-04-25T10:00Z', '2019-04-25T10:00+09:00'].map((date) => parseDate(date));
    expect(commonClock(even)).toBe(commonClock(even.toReversed()));
  });

  it('leaves days, and times without an offset, where they are', () => {
    for (const date of ['2019-04-25', '2019-04-25T12:00', '2019'])
      expect(parseDate(date, '+10:00')).toEqual(parseDate(date));
  });

  it('lets a journey end before it began by the clocks it met', () => {
    expect(() => parseDate('2019-04-25T10:00+09:00/2019-04-25T09:00Z')).not.toThrow();
    expect(() => parseDate('2019-04-25T10:00Z/2019-04-25T18:00+09:00')).toThrow(
      'the end is before the start',
    );
  });

  it('compares clock faces where one end says no offset, and moments on whatever clock the archive has', () => {
    expect(() => parseDate('2019-04-25T10:00Z/2019-04-25T09:30')).toThrow(
      'the end is before the start',
    );
    for (const clock of ['Z', '+05:00', '-08:00']) {
      expect(() => parseDate('2019-04-25T10:00Z/2019-04-25T19:30+09:00', clock)).not.toThrow();
      expect(() => parseDate('2019-04-25T10:00Z/2019-04-25T18:30+09:00', clock)).toThrow(
        'the end is before the start',
      );
    }
  });

  it.each([
    ['Z', 0, 'UTC'],
    ['+00:00', 0, 'UTC'],
    ['+09', 540, 'UTC+9'],
    ['+0930', 570, 'UTC+9:30'],
    ['-00:05', -5, 'UTC−0:05'],
    ['-03:30', -210, 'UTC−3:30'],
    ['+14:00', 840, 'UTC+14'],
    ['+00:59', 59, 'UTC+0:59'],
  ])('%s is %i minutes ahead of UTC and reads %s', (clock, minutes, label) => {
    expect(clockOffset(clock)).toBe(minutes * 60_000);
    expect(formatDate(parseDate(`2019-04-25T12:00${clock}`), 'en-GB')).toMatch(
      new RegExp(` ${label.replace('+', '\\+')}$`),
    );
  });

  it.each([
    'x+09:00',
    '+09:00x',
    '+9',
    '+09:0',
    '',
    '9',
    '+15:00',
    '+09:60',
    'UTC',
    'Europe/London',
  ])('refuses the clock %j', (clock) => {
    expect(() => clockOffset(clock)).toThrow(`there is no offset ${clock}`);
  });
});
