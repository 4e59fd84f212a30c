import { describe, expect, it } from 'vitest';
import { parseDate } from '../../model/date.ts';
import { gives } from './given-dates.ts';

describe('gives(text, part, language)', () => {
  it.each([
    ['met in 2011.', '2011', 'en', true],
    ['met in 20115 ways', '2011', 'en', false],
    ['in the 1990s', '199X', 'en', true],
    ['in February 2019', '2019-02', 'en', true],
    ['in Feb. 2019', '2019-02', 'en', true],
    ['in February', '2019-02', 'en', false],
    ['in 2019', '2019-02', 'en', false],
    ['it may rain in 2019', '2019-05', 'en', false],
    ['May said so in 2019', '2019-05', 'en', false],
    ['a march of 2019 men', '2019-03', 'en', false],
    ['In May, as the year 2019 had it', '2019-05', 'en', true],
    ['In May 2021 prices rose by 1.25 percent.', '2021-05-25', 'en', false],
    ['In May 2021 prices rose by 25 percent.', '2021-05-25', 'en', false],
    ['On May 3.25 was paid in 2021', '2021-05-25', 'en', false],
    ['In 12,021 ways', '2021', 'en', false],
    ['It was 2021.5 m long', '2021', 'en', false],
    ['It cost $2021', '2021', 'en', false],
    ['It rose 2021 %', '2021', 'en', false],
    ['It lost 44 ships', '-0043', 'en', false],
    ['It was in 44 BCE', '0044', 'en', false],
    ['It lost 12 ships', '0012', 'en', false],
    ['in 12 CE', '0012', 'en', true],
    ['vom 25.05.2021', '2021', 'de', true],
    ['am 25. Mai 2021', '2021-05-25', 'de', true],
    ['le 1er mai 2021', '2021-05-01', 'fr', true],
    ['le 25 mai 2021', '2021-05-25', 'fr', true],
    ['el 25 de mayo de 2021', '2021-05-25', 'es', true],
    ['from 3 to 5 May 2021', '2021-05-03', 'en', true],
    ['on May 3, 4 and 5, 2021', '2021-05-05', 'en', true],
    ['from February to March 2021', '2021-02', 'en', true],
    ['MAY 2021', '2021-05', 'en', true],
    ['at 114:05 on April 25, 2019', '2019-04-25T14:05', 'en', false],
    ['on April 25, 2019', '2019-04-25', 'en-GB', true],
    ['on the 25th of April 2019', '2019-04-25', 'en', true],
    ['on 5 April 2019', '2019-04-25', 'en', false],
    ['on 25 April 2019', '2019-04-05', 'en', false],
    ['on 05 April 2019', '2019-04-05', 'en', true],
    ['on Thursday', '2019-04-25', 'en', false],
    ['dated 2019-04-25', '2019-04-25', 'en', true],
    ['Marching in 2019', '2019-03', 'en', false],
    ['25 апреля 2019 года', '2019-04-25', 'ru', true],
    ['в марте 1952 года', '1952-03', 'ru', true],
    ['к маю 1952 года', '1952-05', 'ru', true],
    ['перед январём 1952 года', '1952-01', 'ru', true],
    ['Мартин в 1952 году', '1952-03', 'ru', false],
    ['2019년 4월 25일', '2019-04-25', 'ko', true],
    ['2019年4月25日', '2019-04-25', 'ja', true],
    ['on 25 April 2019 at 14:05', '2019-04-25T14:05', 'en', true],
    ['on 25 April 2019', '2019-04-25T14:05', 'en', false],
    ['1897 m. kovo 13 d.', '1897-03-13', 'lt', true],
    // Its short form is the number alone, which may be any number.
    ['1897 m., 03 ir 13', '1897-03-13', 'lt', false],
    ['in 44 BC', '-0043', 'en', true],
    ['في ١٨ نوفمبر ١٨٩٧', '1897-11-18', 'ar', true],
    ['في ١٨ نوفمبر ١٨٩٧', '1897-11-08', 'ar', false],
    ['در سال ۱۸۹۷', '1897', 'fa', true],
    ['in the 1800s', '18XX', 'en', true],
    ['in about 1897', '1897~', 'en', true],
    ['in 1897~', '1897~', 'en', true],
    ['in 1 BC', '0000', 'en', true],
    ['dated 2019-04-25T14:05+09:00', '2019-04-25T14:05+09:00', 'en', true],
    ['14:05 on April 25, 2019', '2019-04-25T14:05+09:00', 'en', true],
    ['April 25, 2019 and no time', '2019-04-25T14:05+09:00', 'en', false],
    ['9 Sept. 2019', '2019-09-09', 'en-GB', true],
    ['9 Sep. 2019', '2019-09-09', 'en-GB', true],
    ['2019年14月25日', '2019-04-25', 'ja', false],
    ['2019年11月25日', '2019-11-25', 'ja', true],
    ['2019 April25', '2019-04-25', 'en', true],
    ['2019 Aprils 25', '2019-04-25', 'en', false],
    ['on 005 April 2019', '2019-04-05', 'en', false],
    ['in the year 0044', '0044', 'en', true],
    ['in the year 00044', '0044', 'en', true],
    ['in the year 000044', '0044', 'en', false],
    ['in the year 10044', '0044', 'en', false],
    ['dated 2019-04-251 and 2019-04-25', '2019-04-25', 'en', true],
    ['dated 12019-04-25', '2019-04-25', 'en', false],
    ['May 2018 to MAY 2019', '2019-05', 'en', true],
    ['Maya 2019', '2019-05', 'en', false],
    ['April 25, 2019, at 012:30 p.m.', '2019-04-25T12:30', 'en', true],
    ['April 25, 2019, at 09:30', '2019-04-25T09:30', 'en', true],
    ['April 25, 2019, at 9:30', '2019-04-25T09:30', 'en', true],
    ['April 25, 2019, at 009:30', '2019-04-25T09:30', 'en', false],
    ['April 25, 2019, at 9:300', '2019-04-25T09:30', 'en', false],
    ['April 25, 2019, at 9:30 PM', '2019-04-25T09:30', 'en', false],
    ['April 25, 2019, at 9:31 or 9:30', '2019-04-25T09:30', 'en', true],
  ])('%j, %s in %s: %s', (text, edtf, language, literal) => {
    const { start } = parseDate(edtf);
    expect(start && gives(text, start, language)).toBe(literal);
  });

  it.each([
    ['1,850 people came', '1850'],
    ['1850 men came', '1850'],
    ['They lost 1850 brave soldiers', '1850'],
    ['an army of 1850 men', '1850'],
    ['some 1850 came', '1850'],
    ['more than 1850 of them', '1850'],
    ['It is 1850 km long', '1850'],
    ['It is 1850km long', '1850'],
    ['It is 1850 m long', '1850'],
    ['It took 1850 days', '1850'],
    ['It cost 1850 dollars', '1850'],
    ['UN Resolution 1874', '1874'],
    ['No. 1850', '1850'],
    ['page 1850', '1850'],
    ['Flight 1850', '1850'],
    ['MH1850', '1850'],
    ['COVID-1850', '1850'],
    ['the 1850th ship', '1850'],
    ['476 came', '0476'],
    ['It lost 12 ships in the year 1850', '0012'],
    ['It lost 44 ships in 300 BC', '-0043'],
    ['В бою пали 1850 человек', '1850'],
    ['1850 Mann fielen', '1850'],
    ['Ils étaient 1850 hommes', '1850'],
    ['1850人が来た', '1850'],
    ['1850명이 왔다', '1850'],
  ])('finds in %j no year %s: a count, a measure or a name', (text, edtf) => {
    const { start } = parseDate(edtf);
    expect(start && gives(text, start, 'en')).toBe(false);
  });

  it.each([
    ['In 1850 men came', '1850'],
    ['since 1850 ships came', '1850'],
    ['on 3 May 1850 men came', '1850'],
    ['the 1850 treaty', '1850'],
    ['(1850)', '1850'],
    ['1850 was a good year', '1850'],
    ['1850: the ships', '1850'],
    ['from 1850 to 1860', '1860'],
    ['the Harbour Act 1850', '1850'],
    ['in 476', '0476'],
    ['in the year 12', '0012'],
    ['from 44 to 30 BC', '-0043'],
    ['44 av. J.-C.', '-0043'],
    ['公元前44年', '-0043'],
    ['기원전 44년', '-0043'],
    ['в 44 году до н. э.', '-0043'],
    ['в 1850 году', '1850'],
    ['1850年', '1850'],
    ['1850년에', '1850'],
    ['mid-1850', '1850'],
    ['the 1850s', '185X'],
  ])('finds in %j the year %s', (text, edtf) => {
    const { start } = parseDate(edtf);
    expect(start && gives(text, start, 'en')).toBe(true);
  });

  it.each([
    ['About 1850 they met', '1850', false],
    ['About 1850 they met', '1850~', true],
    ['perhaps in 1850', '1850', false],
    ['perhaps in 1850', '1850?', true],
    ['in c. 1850', '1850', false],
    ['c1850', '1850', false],
    ['c1850', '1850~', true],
    ['Before 1850 they met', '1850', false],
    ['after May 1850', '1850-05', false],
    ['until 3 May 1850', '1850-05-03', false],
    ['It was not on 25 April 2019 that they met', '2019-04-25', false],
    ['never in 1850', '1850', false],
    ['1850년경', '1850', false],
    ['1850年以前', '1850', false],
    ['около 1850 года', '1850', false],
    ['vor 1850', '1850', false],
    ['vers 1850', '1850', false],
    ['In the 1990s they met', '1990', false],
    ['In the 1990s they met', '199X', true],
    ['in den 1990er Jahren', '1990', false],
    ['в 1990-х', '1990', false],
    ['On 25 April 2019, unlike 2018, they met', '2018-04-25', false],
    ['On 25 April 2019, unlike 2018, they met', '2019-04-25', true],
    ['In May 2018, unlike 2019', '2019-05', false],
    ['2018年4月25日、2019年', '2019-04-25', false],
    ['on 25 April 2019 at 02:05 p.m.', '2019-04-25T02:05', false],
    ['on 25 April 2019 at 2:05 p.m.', '2019-04-25T14:05', true],
    ['on 25 April 2019 at 12:05 a.m.', '2019-04-25T00:05', true],
    ['on 25 April 2019 at 14:05 GMT', '2019-04-25T14:05+09:00', false],
    ['on 25 April 2019 at 14:05 GMT', '2019-04-25T14:05Z', true],
    ['on 25 April 2019 at 14:05 (+0900)', '2019-04-25T14:05+09:00', true],
    ['At 1830 they left', '1830', false],
    ['between 3 and 5 May 2021', '2021-05-03', false],
    ['between 1998 and 2002', '1998', false],
    ['between 1998 and 2002', '2002', false],
    ['in 1998 or 1999', '1998', false],
    ['in 1998 or in 1999', '1999', false],
    ['on 3 or 4 May 2021', '2021-05-03', false],
    ['on 3 or 4 May 2021', '2021-05-04', false],
    ['in 1998 rather than in 2021', '2021', false],
    ['in 1998 rather than in 2021', '1998', true],
    ['the 70th anniversary of 25 June 1950', '1950-06-25', false],
    ['on the eve of 3 May 2021', '2021-05-03', false],
    ['On New Year’s Eve 2021 they met', '2021', true],
    ['a week from 3 May 2021', '2021-05-03', false],
    ['in the years from 1998 to 2002', '1998', true],
    ['in the fiscal year 2021', '2021', false],
    ['In May he fell ill; he died in 2021', '2021-05', false],
    ['On 3 May he fell ill. He died in 2021', '2021-05-03', false],
    ['In 2021 much was new. In May they met', '2021-05', true],
  ])('%j, %s: %s, as the source is sure of it', (text, edtf, literal) => {
    const { start } = parseDate(edtf);
    const language = /[а-я]/.test(text)
      ? 'ru'
      : /[가-힣]/.test(text)
        ? 'ko'
        : /月|年/.test(text)
          ? 'ja'
          : 'en';
    expect(start && gives(text, start, language)).toBe(literal);
  });

  it('takes a bound for an end of a span', () => {
    const { start, end } = parseDate('[1845..1850]');
    const [first, last] = ['1998', '2002'].map((year) => parseDate(year).start);
    expect(first && gives('between 1998 and 2002', first, 'en', true)).toBe(true);
    expect(last && gives('between 1998 and 2002', last, 'en', true)).toBe(true);
    expect(first && gives('in 1998 or 1999', first, 'en', true)).toBe(true);
    expect(start && gives('after 1845 and before 1850', start, 'en', true)).toBe(true);
    expect(end && gives('after 1845 and before 1850', end, 'en', true)).toBe(true);
  });
});
