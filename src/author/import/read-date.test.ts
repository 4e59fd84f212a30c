import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../model/archive.arbitrary.ts';
import { languages, months } from './date-names.ts';
import { readDate, readSpan } from './read-date.ts';

describe('readDate(text)', () => {
  it.each([
    ['2011', '2011'],
    ['2019-04', '2019-04'],
    ['c. 1850', '1850~'],
    ['c 1850', '1850~'],
    ['circa 1850', '1850~'],
    ['c. 1850?', '1850%'],
    ['1850?', '1850?'],
    ['1850 (?)', '1850?'],
    ['1850s', '185X'],
    ['the 1950s', '195X'],
    ["1950's", '195X'],
    ['19th century', '[1801..1900]'],
    ['18th c.', '[1701..1800]'],
    ['5th century BCE', '[-0499..-0400]'],
    ['2nd millennium BC', '[-1999..-1000]'],
    ['44 BC', '-0043'],
    ['44 B.C.E.', '-0043'],
    ['BC 44', '-0043'],
    ['AD 79', '0079'],
    ['A.D. 79', '0079'],
    ['-500', '-0499'],
    ['−500', '-0499'],
    ['-1200', '-1199'],
    ['-12000', 'Y-11999'],
    ['12 CE', '0012'],
    ['0079', '0079'],
    ['13.8 billion years ago', 'Y-13800000000~'],
    ['10,000 BCE', '-9999'],
    ['10.000 BC', '-9999'],
    ['April 1912', '1912-04'],
    ['Apr-1912', '1912-04'],
    ['Sept 1912', '1912-09'],
    ['14 April 1912', '1912-04-14'],
    ['26. April 1986', '1986-04-26'],
    ['3rd of May 1808', '1808-05-03'],
    ['May the 3rd, 1808', '1808-05-03'],
    ['Apr 14, 1912', '1912-04-14'],
    ['1969 July 20', '1969-07-20'],
    ['20-Jul-1969', '1969-07-20'],
    ['Jul-20-1969', '1969-07-20'],
    ['10-Jan-10 AD', '0010-01-10'],
    ['1-Jan-100 AD', '0100-01-01'],
    ['Sunday, April 14 1912', '1912-04-14'],
    ['Aug 24, 79 AD', '0079-08-24'],
    ['Oct 17 4070 BC', '-4069-10-17'],
    ['May 20 1961 BC 00:00:00 GMT-0600', '-1960-05-20'],
    ['Nov 14 1840 00:00:00 GMT', '1840-11-14'],
    ['Nov 14 1840 09:30:00 GMT', '1840-11-14T09:30:00Z'],
    ['Aug 02 2006 08:35:00 GMT-0500', '2006-08-02T08:35:00-05:00'],
    ['Jul 10 2009 01:00:00GMT+0000', '2009-07-10T01:00:00+00:00'],
    ['Fri Nov 22 1963 12:30:00 GMT-0600 (CST)', '1963-11-22T12:30:00-06:00'],
    ['Fri Nov 22 12:30:00 1963', '1963-11-22T12:30:00'],
    ['Tue, 15 Nov 1994 12:45:26 +0000', '1994-11-15T12:45:26+00:00'],
    ['July 20, 1969 8:17 pm', '1969-07-20T20:17'],
    ['20190425', '2019-04-25'],
    ['25/04/2019', '2019-04-25'],
    ['04/25/2019', '2019-04-25'],
    ['25.4.2019', '2019-04-25'],
    ['4/4/2019', '2019-04-04'],
    ['4/2019', '2019-04'],
    ['1969-7-20', '1969-07-20'],
    ['1969.07.20', '1969-07-20'],
    ['1969/7/20', '1969-07-20'],
    ['2019-04-25 10:30', '2019-04-25T10:30'],
    ['2019-04-25T10:30:00+02:00', '2019-04-25T10:30:00+02:00'],
    ['1969-07-20 00:00:00', '1969-07-20'],
    ['7/20/1969 0:00', '1969-07-20'],
    ['1/13/2020 12:00 AM', '2020-01-13'],
    ['1969-07-20T00:00:00.000Z', '1969-07-20'],
    ['1914 - 1918', '1914/1918'],
    ['1914-1918', '1914/1918'],
    ['1914–1918', '1914/1918'],
    ['1914 to 1918', '1914/1918'],
    ['from 1914 to 1918', '1914/1918'],
    ['300-200 BC', '-0299/-0199'],
    ['44 BC - 14 AD', '-0043/0014'],
    ['Jan 1915-March 1916', '1915-01/1916-03'],
    ['12 December 1993-December 1994', '1993-12-12/1994-12'],
    ['14-15 April 1912', '1912-04-14/1912-04-15'],
    ['April 14-15, 1912', '1912-04-14/1912-04-15'],
    ['April-May 1912', '1912-04/1912-05'],
    ['14 April–2 May 1912', '1912-04-14/1912-05-02'],
    ['2031-11-19T01:35:10Z-2099-08-04T18:22:48Z', '2031-11-19T01:35:10Z/2099-08-04T18:22:48Z'],
    ['c. 1850–1860', '1850~/1860~'],
    ['c. 1850 – c. 1860', '1850~/1860~'],
    ['1995-', '1995/..'],
    ['1995 - present', '1995/..'],
    ['1971-now', '1971/..'],
    ['1914 - ?', '1914/'],
    ['1914 to ?', '1914/'],
    ['1914/?', '1914/'],
    ['1914-?', '1914/'],
    ['1914 until unknown', '1914/'],
    ['1850 to present', '1850/..'],
    ['1850 till now', '1850/..'],
    ['from 1850 through today', '1850/..'],
    ['before 1700', '[..1700]'],
    ['since 1700', '1700/..'],
    ['until 1700', '../1700'],
    ['between 1700 and 1710', '[1700..1710]'],
    ['between 300 and 200 BC', '[-0299..-0199]'],
    ['1850 or 1851', '[1850..1851]'],
    ['١٤ أبريل ١٩١٢', '1912-04-14'],
    ['44 ق.م', '-0043'],
    ['20 июля 1969 г.', '1969-07-20'],
    ['44 г. до н. э.', '-0043'],
    ['1969년 7월 20일', '1969-07-20'],
    ['기원전 44년', '-0043'],
  ])('%s is %s', (given, edtf) => {
    expect(readDate(given)).toBe(edtf);
  });

  it.each([
    ['', 'no date'],
    ['1950-13-01', 'no month 13'],
    ['30 February 1999', 'no day'],
    ['03/04/2019', 'may be 03 April or 04 March'],
    ['3.4.2019', '--dates'],
    ['1/2/2003-4/5/2006', '--dates'],
    ['19', 'no date that can be read'],
    ['12345', 'no date that can be read'],
    ['1,850', 'no date that can be read'],
    ['1066.0', 'no date that can be read'],
    ['spring 1850', 'no date that can be read'],
    ['1920 - 1910', 'the end is before the start'],
    ['next week', 'no date that can be read'],
    ['July 4', 'no year'],
    ['Dec 25', 'no year'],
    ['May 68', 'no year'],
    ['May-68', 'no year'],
    ['12 May 68', 'without its century'],
    ['12-May-68', 'without its century'],
    ['5 May 12', 'without its century'],
    ['12/5/68', 'without its century'],
    ['1914-18', 'both years with four figures'],
    ['1908–12', 'both years with four figures'],
    ['1850/51', 'both years with four figures'],
    ['2003-4', 'both years with four figures'],
    ['1900s', 'ten years or a hundred'],
    ['300 BC-200', 'no date that can be read'],
    ['1300 BC - 1200', 'may be BCE or CE'],
    ['c. 3000 BC – c. 2500', 'may be BCE or CE'],
    ['기원전 300년 - 200년', 'may be BCE or CE'],
    ['3 May 1921, 10:00-11:00', 'two times'],
    ['1 - Jan 100 AD', 'no date that can be read'],
    ['-500-400', 'no date that can be read'],
    ['-1200-1100', 'no date that can be read'],
    ['-500 - 400', 'no date that can be read'],
    ['–1918', 'no date that can be read'],
    ['1850 or 1860', 'no date that can be read'],
    ['1850 to', 'no date that can be read'],
    ['1850 till', 'no date that can be read'],
    ['1850 through', 'no date that can be read'],
    ['1850 until', 'no date that can be read'],
    ['14 April 1912 to', 'no date that can be read'],
    ['from 1850 to', 'no date that can be read'],
    ['to 1850', 'no date that can be read'],
    ['Maybe 1920', 'no date that can be read'],
    ['Marx 1848', 'no date that can be read'],
    ['Octopus 1999', 'no date that can be read'],
    ['Mayor 1950', 'no date that can be read'],
    ['early 1900s', 'no date that can be read'],
    ['late 19th century', 'no date that can be read'],
    ['[1850]', 'no date that can be read'],
    ['©1999', 'no date that can be read'],
    ['Monday, 15 Nov 1994', 'is no Monday'],
    ['0 BC', 'no year'],
    ['July 20, 1969 13 pm', 'no time'],
    ['July 20, 1969 25:00', 'no time'],
    ['x'.repeat(300), 'too long'],
  ])('refuses %s', (given, says) => {
    expect(() => readDate(given)).toThrow(says);
  });

  const dates = fc.constantFrom(
    '1850',
    '14 April 1912',
    'April 14, 1912',
    '1914 - 1918',
    'c. 1850',
    '44 BC',
    '19th century',
    '2019-04-25 10:30',
    '25/4/2019',
    '1950s',
  );
  const known =
    /^(?:c|ca|about|around|circa|before|until|by|after|since|from|approx|approximately|ad|a|bc|bce|ce|b|at|the|of|t|z|ut|utc|gmt|am|pm|p|mon|tue|wed|thu|fri|sat|sun|e)$/;
  const word = fc
    .stringMatching(/^[a-z]{1,8}$/)
    .filter((text) => !known.test(text) && !months.has(text));

  it('refuses any text with a word more that it does not know', () => {
    fc.assert(
      fc.property(dates, word, fc.nat(3), (date, more, at) => {
        const words = date.split(' ');
        words.splice(Math.min(at, words.length), 0, more);
        expect(() => readDate(words.join(' '))).toThrow(RangeError);
      }),
      runs(500),
    );
  });

  it.each(languages)('reads the days of %s, as Intl writes them', (language) => {
    const long = new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    const month = new Intl.DateTimeFormat(language, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(readDate(long.format(date))).toBe(date.toISOString().slice(0, 10));
          expect(readDate(month.format(date))).toBe(date.toISOString().slice(0, 7));
        },
      ),
      runs(100),
    );
  });

  it('reads what JavaScript and e-mail write, to the second', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          date.setUTCMilliseconds(0);
          const midnight = date.getTime() % 86_400_000 === 0;
          const day = date.toISOString().slice(0, 10);
          for (const text of [
            date.toISOString(),
            date.toUTCString(),
            date.toUTCString().replace('GMT', '+0000'),
          ])
            expect(readDate(text)).toMatch(
              midnight ? day : `${day}T${date.toISOString().slice(11, 19)}`,
            );
        },
      ),
      runs(200),
    );
  });
});

describe('readSpan(start, end)', () => {
  it.each([
    ['1914', '1918', '1914/1918'],
    ['1914', '1914', '1914'],
    ['1914', '', '1914'],
    ['1914', 'present', '1914/..'],
    ['1914', 'ongoing', '1914/..'],
    ['1914', '?', '1914/'],
    ['27 BC', '476', '-0026/0476'],
    ['500 BC', 'AD 400', '-0499/0400'],
    ['-500', '400', '-0499/0400'],
    ['1969-07-20 00:00:00', '1969-07-22 00:00:00', '1969-07-20/1969-07-22'],
    ['1969-07-20 22:00', '1969-07-21 00:00', '1969-07-20T22:00/1969-07-21T00:00'],
  ])('%s, %s is %s', (start, end, edtf) => {
    expect(readSpan(start, end)).toBe(edtf);
  });

  it('refuses an end of what has its own, an end that is a range, and an end before the start', () => {
    expect(() => readSpan('1914-1918', '1920')).toThrow('an end of its own');
    expect(() => readSpan('1914', '1918-1920')).toThrow('no single end');
    expect(() => readSpan('1914', '1910')).toThrow('before the start');
    expect(() => readSpan('500 BC', '400')).toThrow('"400" may be BCE or CE');
  });
});
