import { describe, expect, it } from 'vitest';
import { gives } from '../check/rules/given-dates.ts';
import { parseDate } from './date.ts';

function given(words: string, date: string, language = 'en'): boolean {
  const when = parseDate(date);
  const [part] = [when.start ?? when.end];
  if (!part) throw new Error(date);
  return gives(words, part, language, when.kind !== 'date');
}

describe('a year in a name, and of a life', () => {
  it.each([
    ['It runs on Windows 2000 alone.', '2000'],
    ['Expo 2000 was held there.', '2000'],
    ['The report of Agenda 2010 was read.', '2010'],
    ['Anna Dale (born 1950) spoke.', '1950'],
    ['Anna Dale (b. 1950) spoke.', '1950'],
    ['Anna Dale, born 3 May 1950, spoke.', '1950-05-03'],
    ['Anna Dale (died 2011) had spoken.', '2011'],
    ['Kim Jong Il (1941–2011) had met him.', '2011'],
    ['Kim Jong Il (1941–2011) had met him.', '1941'],
    ['Anna Dale (née 1950) a parlé.', '1950', 'fr'],
    ['Анна Дале (род. 1950) говорила.', '1950', 'ru'],
  ])('%s does not give %s', (words, date, language?: string) => {
    expect(given(words, date, language)).toBe(false);
  });

  it.each([
    ['In 2000 it opened.', '2000'],
    ['They met in May 2000.', '2000-05'],
    ['They met in May 2000.', '2000'],
    ['By Easter 1916 it was over.', '1916'],
    ['It was spring 1950.', '1950'],
    ['It opened. Since 1950 it has grown.', '1950'],
    ['HEARING OF THE BOARD 1950', '1950'],
    ['Anna was born 3 May 1950.', '1950-05-03'],
    ['She was born in 1950.', '1950'],
    ['the War (1914–1918)', '1914/1918'],
    ['Im Sommer 1950 kam er.', '1950', 'de'],
    ['Am Ende des Krieges, im Jahr 1950, kam er.', '1950', 'de'],
    ['Осенью 1950 года', '1950', 'ru'],
    ['el 3 de mayo de 1950', '1950', 'es'],
  ])('%s gives %s', (words, date, language?: string) => {
    expect(given(words, date, language)).toBe(true);
  });
});
