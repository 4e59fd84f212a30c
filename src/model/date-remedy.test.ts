import { describe, expect, it } from 'vitest';
import { parseDate } from './date.ts';

/** What people write, and EDTF that is not supported; what it is to be written as, where that is sure. */
const remedies: [given: string, edtf: string][] = [
  ['1960s', '196X'],
  ['the 1960s', '196X'],
  ['early 1960s', '196X'],
  ['c. 1850', '1850~'],
  ['ca. 1850', '1850~'],
  ['c1850', '1850~'],
  ['circa 1850', '1850~'],
  ['about 1850s', '185X~'],
  ['~1850', '1850~'],
  ['?1850', '1850?'],
  ['1850 ?', '1850?'],
  ['1850 (uncertain)', '1850?'],
  ['1850?~', '1850%'],
  ['2004-06~-11', '2004-06-11~'],
  ['2004?-06-~11', '2004-06-11%'],
  ['12023', 'Y12023'],
  ['-12023', 'Y-12023'],
  ['12,023', 'Y12023'],
  ['Y17E7', 'Y170000000'],
  ['1950S2', '19XX'],
  ['1955S3', '195X'],
  ['1XXX', '[1000..1999]'],
  ['19th century', '[1801..1900]'],
  ['1st century', '[0001..0100]'],
  ['44 BC', '-0043'],
  ['1 BCE', '0000'],
  ['44 B.C.E', '-0043'],
  ['AD 79', '0079'],
  ['79 CE', '0079'],
  ['850', '0850'],
  ['2019-4-5', '2019-04-05'],
  ['2019/4/25', '2019-04-25'],
  ['2019/4', '2019-04'],
  ['25/4/2019', '2019-04-25'],
  ['4/25/2019', '2019-04-25'],
  ['25.04.2019', '2019-04-25'],
  ['4/2019', '2019-04'],
  ['20190425', '2019-04-25'],
  ['2019-04-25 10:30', '2019-04-25T10:30'],
  ['1914-1918', '1914/1918'],
  ['1914–1918', '1914/1918'],
  ['1914 to 1918', '1914/1918'],
  ['1914..1918', '1914/1918'],
  ['from 1914 to 1918', '1914/1918'],
  ['1914-18', '1914/1918'],
  ['1850-60', '1850/1860'],
  ['1995-', '1995/..'],
  ['1995–present', '1995/..'],
  ['since 1995', '1995/..'],
  ['until 1995', '../1995'],
  ['..1918', '../1918'],
  ['before 1850', '[..1850]'],
  ['after 1850', '[1850..]'],
  ['1845 or 1847', '[1845..1847]'],
  ['between 1845 and 1847', '[1845..1847]'],
  ['c. 1850/1860', '1850~'],
];

describe('parseDate(edtf) says what to write instead', () => {
  it.each(remedies)('of %j: %s', (given, edtf) => {
    expect(() => parseDate(given)).toThrow(RangeError);
    const message = messageOf(given);
    expect(message).toMatch(/^(?:not an EDTF date|there is no month \d\d): /);
    expect(message.endsWith(`; write ${edtf}`), message).toBe(true);
    expect(() => parseDate(edtf)).not.toThrow();
  });

  it.each([
    ['1900s', /; write 190X for ten years of it, 19XX for a hundred$/],
    [
      '[1845,1847]',
      /^sets of dates are not supported: .*; write the span .* \[1845\.\.1847\], .* note/,
    ],
    ['[1845, 1847]', /\[1845\.\.1847\]/],
    ['[1667,1668..1670]', /\[1667\.\.1670\]/],
    ['[..1845,1847]', /\[\.\.1847\]/],
    ['{1845,1847}', /an event for each date, or an interval, 1845\/1847$/],
    ['{1960..1965}', /1960\/1965$/],
  ])('of %j, in a sentence', (given, sentence) => {
    expect(messageOf(given)).toMatch(sentence);
  });

  // What may be two things is not guessed.
  it.each([
    '3/4/2019',
    '79',
    'yesterday',
    '',
    'unknown',
    '25 April 2019',
    'c. 3/4/2019',
    '2019-W12',
  ])('of %j, in general', (given) => {
    expect(messageOf(given)).toMatch(/; write it as in 1850, 2019-04 or 2019-04-25$/);
  });
});

function messageOf(given: string): string {
  try {
    parseDate(given);
    return '';
  } catch (cause) {
    return (cause as Error).message;
  }
}
