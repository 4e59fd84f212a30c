import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.ts';

describe('readDate(text)', () => {
  it.each([
    ['2011', '2011'],
    ['2019-04', '2019-04'],
    ['c. 1850', '1850~'],
    ['c 1850', '1850~'],
    ['circa 1850', '1850~'],
    ['1850?', '1850?'],
    ['1850s', '185X'],
    ['19th century', '[1801..1900]'],
    ['5th century BCE', '[-0499..-0400]'],
    ['44 BC', '-0043'],
    ['-500', '-0499'],
    ['12 CE', '0012'],
    ['13.8 billion years ago', 'Y-13800000000~'],
    ['10,000 BCE', '-9999'],
    ['April 1912', '1912-04'],
    ['14 April 1912', '1912-04-14'],
    ['Apr 14, 1912', '1912-04-14'],
    ['Sunday, April 14 1912', '1912-04-14'],
    ['Nov 14 1840 00:00:00 GMT', '1840-11-14'],
    ['Nov 14 1840 09:30:00 GMT', '1840-11-14T09:30:00Z'],
    ['20190425', '2019-04-25'],
    ['25/04/2019', '2019-04-25'],
    ['04/25/2019', '2019-04-25'],
    ['25.4.2019', '2019-04-25'],
    ['2019-04-25 10:30', '2019-04-25T10:30'],
    ['2019-04-25T10:30:00+02:00', '2019-04-25T10:30:00+02:00'],
    ['1914 - 1918', '1914/1918'],
    ['before 1700', '[..1700]'],
    ['since 1700', '1700/..'],
    ['between 1700 and 1710', '[1700..1710]'],
  ])('%s is %s', (given, edtf) => {
    expect(readDate(given)).toBe(edtf);
  });

  it.each([
    ['', 'no date'],
    ['1950-13-01', 'no month 13'],
    ['30 February 1999', 'no day'],
    ['03/04/2019', 'may be'],
    ['19', 'no date that can be read'],
    ['12345', 'no date that can be read'],
    ['spring 1850', 'no date that can be read'],
    ['1920 - 1910', 'the end is before the start'],
    ['next week', 'no date that can be read'],
  ])('refuses %s', (given, says) => {
    expect(() => readDate(given)).toThrow(says);
  });
});
