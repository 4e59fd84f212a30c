import { describe, expect, it } from 'vitest';
import { figuresBeyond, figuresOf, hasNumberWords, knownFigures } from './figures.ts';

describe('figuresOf(text)', () => {
  it.each([
    ['42 ships and 1,850 men, 1 000 000 and 1’000', ['42', '1850', '1000000', '1000']],
    ['2.5 or 2,5 per cent', ['2.5', '2.5']],
    ['on 03.05.2021 at 10:30', ['3', '5', '2021', '10', '30']],
    ['٤٢ سفينة، ۱۹', ['42', '19']],
    ['４２ ships', ['42']],
    ['the 19th and the 1990s', ['19', '1990']],
    ['the G20, COVID-19 and an Su-27, 1️⃣', []],
    ['from 3-5 May', ['3', '5']],
  ])('%s', (text, values) => {
    expect(figuresOf(text).map(({ value }) => value)).toEqual(values);
  });

  it('tells of a scale', () => {
    expect(figuresOf('5 million of 7')).toEqual([
      { text: '5', value: '5', scaled: true },
      { text: '7', value: '7', scaled: false },
    ]);
  });
});

describe('hasNumberWords(text)', () => {
  it.each(['twelve men', 'half of them', 'zwanzig Schiffe', 'двадцать', '十二人', '平成元年'])(
    '%s',
    (text) => {
      expect(hasNumberWords(text)).toBe(true);
    },
  );
  it.each(['one of them', 'due to 42 men', 'the ships'])('not %s', (text) => {
    expect(hasNumberWords(text)).toBe(false);
  });
});

describe('figuresBeyond(text, knownFigures(texts, dates))', () => {
  const beyond = (text: string, source: string, dates = ''): string[] | null => {
    const known = knownFigures([source], dates);
    return known && figuresBeyond(text, known).map((figure) => figure.text);
  };
  it.each([
    ['24 ships', '42 ships', ['24']],
    ['1,580 men', '1,850 men', ['1,580']],
    ['13 May', 'on 3 May', ['13']],
    ['5 million', 'the 42 ships', ['5']],
    ['24 million', '42 million of them', ['24']],
    ['1850 men', '1,850 men', []],
    ['3 May', 'on 03.05.2021', []],
    ['12 men', 'twelve men', null],
    ['5 million', '5,000,000 of them', []],
    ['5,000,000', '5 million of them', []],
    ['no figure', '42 ships', []],
  ])('%s, from %s', (text, source, figures) => {
    expect(beyond(text, source)).toEqual(figures);
  });

  it('lets a date have its own', () => {
    expect(beyond('on 3 May 2021', 'in May', '2021 ; 05 ; 03')).toEqual([]);
  });
});
