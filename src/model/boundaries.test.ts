import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf, wholeWords } from './boundaries.ts';

/** What is quoted stands between ⟦ and ⟧. */
function cuts(marked: string, language = 'en'): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return cutsOf({ text: marked.replace(/[⟦⟧]/g, '') }, { start, end }, language).map(
    ({ side, kind, whole }) => `${side} ${kind} ${whole}`,
  );
}

describe('cutsOf(source, span, language)', () => {
  it.each([
    ['We are un⟦able to accept⟧ it.', 'begins word unable'],
    ['On ⟦3 May 202⟧1 they met.', 'ends number 2021'],
    ['the ministry dis⟦agreed with⟧ them', 'begins word disagreed'],
    ['the caf⟦é⟧ owner', 'begins word café'],
    ['un\u00AD⟦able⟧', 'begins word unable'],
    ['un\u200B⟦able⟧', 'begins word unable'],
    ['x⟦\u0302y⟧ z', 'begins word x\u0302y'],
    ['it was dis-\n⟦agreed⟧ on', 'begins word disagreed'],
    ['it fell - ⟦5 degrees⟧ in May', 'begins number - 5'],
    ['it fell – ⟦5 %⟧ in May', 'begins number – 5 %'],
    ['South ⟦Korea agreed⟧', 'begins word South Korea'],
    ['⟦the United⟧ States agreed', 'ends word United States'],
    ['the Republic of ⟦Korea⟧', 'begins word Republic of Korea'],
    [
      'the Democratic People’s ⟦Republic of Korea⟧',
      'begins word Democratic People’s Republic of Korea',
    ],
    ['la ⟦Corée⟧ du Nord', 'ends word Corée du Nord'],
    ['⟦Corea⟧ del Sur', 'ends word Corea del Sur'],
    ['Южная ⟦Корея⟧', 'begins word Южная Корея'],
    ['⟦Donald Trump⟧ Jr. came', 'ends word Trump Jr'],
    ['⟦his father⟧-in-law', 'ends word father-in-law'],
    ['⟦the president⟧-elect', 'ends word president-elect'],
    ['the non-⟦aligned⟧ states', 'begins word non-aligned'],
    ['a nuclear-⟦free⟧ zone', 'begins word nuclear-free'],
    ['a ⟦nuclear⟧-free zone', 'ends word nuclear-free'],
    ['the vice-⟦president⟧ came', 'begins word vice-president'],
    ['the un- ⟦able⟧ crew', 'begins word un- able'],
    ['write to kim@⟦example.org⟧ now', 'begins word kim@example.org'],
    ['and/⟦or⟧ not', 'begins word and/or'],
    ['it fell to −⟦5 degrees⟧', 'begins number −5'],
    ['it fell to -⟦5 degrees⟧', 'begins number -5'],
    ['it cost $⟦5⟧', 'begins number $5'],
    ['it cost US$⟦5⟧', 'begins number US$5'],
    ['it cost ⟦5⟧ €', 'ends number 5 €'],
    ['it rose by ⟦5⟧ %', 'ends number 5 %'],
    ['it rose by ⟦5⟧%', 'ends number 5%'],
    ['prices rose by ⟦1⟧.25 percent', 'ends number 1.25'],
    ['prices rose by 1.⟦25 percent⟧', 'begins number 1.25'],
    ['it lost 1,⟦000 ships⟧', 'begins number 1,000'],
    ['it lost 1 ⟦000 ships⟧', 'begins number 1 000'],
    ['it lost 1\u202F⟦000 000 ships⟧', 'begins number 1 000 000'],
    ['it lost ⟦1 000⟧ 000 ships', 'ends number 1 000 000'],
    ['it is ⟦1⟧½ long', 'ends number 1½'],
    ['it is ⟦1⟧ ½ long', 'ends number 1 ½'],
    ['it is ⟦3⟧/4 long', 'ends number 3/4'],
    ['it is ⟦10⟧² long', 'ends number 10²'],
    ['it is ⟦10⟧⁻³ long', 'ends number 10⁻³'],
    ['it is 5 ⟦m⟧² wide', 'ends number m²'],
    ['it is ⟦CO⟧₂ here', 'ends number CO₂'],
    ['they won ⟦3⟧-2 at home', 'ends number 3-2'],
    ['at ⟦10⟧:30 they', 'ends number 10:30'],
    ['损失了⟦24⟧万人', 'ends number 24万'],
    ['损失了二十⟦四人⟧', 'begins number 二十四'],
    ['会议不⟦可能⟧举行', 'begins word 不可能'],
    ['그것은 불⟦가능하다⟧', 'begins word 불가능하다'],
    ['배 ⟦24⟧만 명', 'ends number 24만'],
    ['그들은 ⟦동의⟧하지 않았다', 'ends word 동의하지'],
    ['그들의 ⟦합⟧의', 'ends word 합의'],
    ['il n’⟦accepte⟧ pas', 'begins word n’accepte'],
    ['Мы не⟦согласны⟧ с ним', 'begins word несогласны'],
  ])('%s is cut', (marked, cut) => {
    const language = /[가-힣]/.test(marked) ? 'ko' : /\p{sc=Han}/u.test(marked) ? 'zh' : 'en';
    expect(cuts(marked, language)).toContain(cut);
  });

  it.each([
    ['We are ⟦unable to accept it⟧," Kim', 'en'],
    ['⟦The whole.⟧', 'en'],
    ['He said "⟦a convenient time⟧" and', 'en'],
    ['He said ⟦"so"⟧ and', 'en'],
    ['(DPRK)⟦-U.S. summit⟧ talks', 'en'],
    ['SEOUL - ⟦On 3 May 2021⟧ the two', 'en'],
    ['SEOUL – ⟦3 May 2021⟧, the two', 'en'],
    ['In ⟦May 2021⟧ 100 ships', 'en'],
    ['they ⟦agreed⟧.¹ Then', 'en'],
    ['they ⟦agreed⟧² then', 'en'],
    ['the ⟦three⟧-hour talks', 'en'],
    ['the ⟦U.S⟧. army', 'en'],
    ['the ⟦1,000.5 tons⟧ of it', 'en'],
    ['it rose ⟦5 %⟧ here', 'en'],
    ['l’⟦accord de Paris⟧ fut', 'fr'],
    ['그들은 ⟦러시아⟧를 보았다', 'ko'],
    ['⟦한봄 이장⟧은 “이제부터는 물이 길”이라고', 'ko'],
    ['배가 뜬 것은 ⟦1921년⟧이다.', 'ko'],
    ['⟦NATO⟧는 말했다', 'ko'],
    ['a ⟦Seoul⟧-based paper', 'en'],
    ['the Trump-⟦Kim⟧ summit', 'en'],
    ['会议⟦不同意⟧，无罪', 'zh'],
    ['1921年5月3日17:20、⟦最初の信号⟧が東の港に届いた。', 'ja'],
    ['ฉัน⟦ไม่เห็นด้วย⟧', 'th'],
    ['⟦وعبرته أول قافلة⟧ في', 'ar'],
  ])('%s is not cut', (marked, language) => {
    expect(cuts(marked, language)).toEqual([]);
  });

  it.each([
    '1,234,567,890,123,456,789,012,345',
    '1 234 567 890 123 456',
    '12345678901234567890123456789012345678901234567890',
    '$3.5',
    '3½',
    '+44 20 7946 0018 12 34 56 78',
    '(020) 7946 0018',
    '0045 12 34 56 78 90 12',
    'DE89 ABCD EFGH IJKL MNOP QRST 30',
    'GB29 NWBK 6016 1331 9268 19',
    '二十四万三千',
    '3億5千万',
    '1万2345',
    '3억 5천만',
    '3억2천500만',
    'm²',
    'C₆H₁₂O₆',
    'anti-inflationary',
    'Jong-un',
    'Kwang‑hyok',
    'nuclear-free',
    'editors.of.the.long.addressed.paper@example.org',
    'https://example.org/a/very/long/path/to/a/page',
    'www.example.org',
    'and/or',
  ])('finds each cut within %s', (whole) => {
    const text = `They say ${whole} again`;
    const from = text.indexOf(whole);
    for (let at = from + 1; at < from + whole.length; at++)
      expect(cutsOf({ text }, { start: at, end: text.length }, 'en'), text.slice(at)).not.toEqual(
        [],
      );
  });
});

describe('wholeWords(source, span, language)', () => {
  const pieces = fc.constantFrom(
    ...[
      'able',
      'unable',
      'not',
      ' ',
      ' ',
      '-',
      '−5',
      '1,000.5',
      '3/4',
      '$20',
      '5 %',
      '10²',
      '. ',
      '"',
      '’s',
    ],
    ...[
      'ü',
      'e\u0301',
      '\u00AD',
      '합의',
      '를',
      '不可能',
      '同意',
      '二十',
      '24',
      '万',
      'السلام',
      '\n',
    ],
  );
  const span = fc
    .tuple(fc.array(pieces, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat())
    .map(([words, a, b]) => {
      const text = words.join('');
      const start = a % text.length;
      return { text, start, end: start + 1 + (b % (text.length - start)) };
    });

  it('is at a boundary of Unicode on both sides, or before Korean particles', () => {
    fc.assert(
      fc.property(span, ({ text, ...given }) => {
        const { start, end } = wholeWords({ text }, given, 'en');
        expect(cutsOf({ text }, { start, end }, 'en')).toEqual([]);
        expect(start).toBeLessThanOrEqual(given.start);
        expect(end).toBeGreaterThanOrEqual(given.end);
        const plain = text.replaceAll('\u00AD', '');
        const offset = (at: number): number => text.slice(0, at).replaceAll('\u00AD', '').length;
        const edges = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(plain)].map(
          ({ index }) => index,
        );
        edges.push(plain.length);
        // Between spaces, which Unicode joins, nothing is cut.
        const isSpaced = (at: number): boolean =>
          /\s/.test(plain.slice(Math.max(0, at - 1), at + 1));
        if (!isSpaced(offset(start))) expect(edges).toContain(offset(start));
        if (!/^[를의]/.test(plain.slice(offset(end))) && !isSpaced(offset(end)))
          expect(edges).toContain(offset(end));
      }),
      { numRuns: 2000 },
    );
  });
});
