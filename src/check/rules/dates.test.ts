import { describe, expect, it } from 'vitest';
import { parseDate } from '../../model/date.ts';
import { gives } from './dates.ts';

describe('gives(text, part, language)', () => {
  it.each([
    ['met in 2011.', '2011', 'en', true],
    ['met in 20115 ways', '2011', 'en', false],
    ['in the 1990s', '199X', 'en', true],
    ['in February 2019', '2019-02', 'en', true],
    ['in Feb. 2019', '2019-02', 'en', true],
    ['in February', '2019-02', 'en', false],
    ['in 2019', '2019-02', 'en', false],
    ['it may rain in 2019', '2019-05', 'en', true],
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
  ])('%j, %s in %s: %s', (text, edtf, language, literal) => {
    const { start } = parseDate(edtf);
    expect(start && gives(text, start, language)).toBe(literal);
  });
});
