import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAnchor } from '../../model/address.ts';
import type { Quote } from '../../model/archive.ts';
import { paragraphs } from '../../model/sentences.ts';
import type { Source } from '../../model/source.ts';
import type { Span } from '../../model/text.ts';
import { type Paragraph, type Piece, passages } from './passages.ts';

const sourceOf = (text: string, display: Source['display'] = 'full'): Source =>
  ({ id: 's', text, language: 'en', display, lines: 'paragraphs' }) as Source;
const quoteOf = (text: string, spans: readonly Span[], i: number): Quote =>
  ({
    id: `${i}`,
    event: 'e',
    anchor: `q-e-${i}`,
    passages: spans.map(({ start, end }, at) => ({
      start,
      end,
      anchor: passageAnchor(`q-e-${i}`, at),
      formerAnchors: [],
      exact: text.slice(start, end),
      text: text.slice(start, end),
    })),
  }) as unknown as Quote;

const textOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      piece.kind === 'text' ? piece.text : piece.kind === 'gap' ? '[…]' : textOf(piece.pieces),
    )
    .join('');
const marksIn = (pieces: readonly Piece[]): Extract<Piece, { kind: 'mark' }>[] =>
  pieces.flatMap((piece) => (piece.kind === 'mark' ? [piece, ...marksIn(piece.pieces)] : []));

/** Each anchor of the page with the text it stands on. */
const anchorsOf = (page: readonly Paragraph[]): [anchor: string, text: string][] =>
  page.flatMap(({ pieces, across }) => [
    ...marksIn(pieces).flatMap(({ passage, pieces: inner }): [string, string][] =>
      passage ? [[passage.found.anchor, textOf(inner)]] : [],
    ),
    ...across.map(({ found }): [string, string] => [found.anchor, found.text]),
  ]);

/** `|` for each mark without an anchor, `a( )` for each with one. */
const drawn = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      piece.kind === 'mark'
        ? `${piece.passage?.key ?? ''}(${drawn(piece.pieces)})`
        : textOf([piece]),
    )
    .join('');

const show = (text: string, spans: [number, number][], display?: Source['display']) => {
  const quotes = spans.map(([start, end], i) => quoteOf(text, [{ start, end }], i));
  return passages(sourceOf(text, display), quotes);
};

describe('passages(source, quotes)', () => {
  it.each(['full', 'excerpts'] as const)(
    'shows of a text without full stops what is near the quoted words alone (%s)',
    (display) => {
      const text = Array.from({ length: 40_000 }, (_, i) => `word${i}`).join(' ');
      const at = (words: string): [number, number] => [
        text.indexOf(words),
        text.indexOf(words) + words.length,
      ];
      const rows = show(text, [at('word0 '), at('word20000 word20001'), at('word39999')], display);
      const shown = textOf(rows[0]?.pieces ?? []);
      expect(rows).toHaveLength(1);
      expect(shown.length).toBeLessThan(4000);
      const [first, second, third, ...rest] = shown.split('[…]');
      expect(rest).toEqual([]);
      expect(first).toMatch(/^word0 word1 .* word\d+$/);
      expect(second).toMatch(/^word19\d+ .* word20000 word20001 .* word20\d+$/);
      expect(third).toMatch(/^word39\d+ .* word39999$/);
      // Words stay whole.
      for (const word of shown.match(/[^\s[\]…]+/g) ?? []) expect(text.split(' ')).toContain(word);
    },
  );

  it('shows a quoted word alone where no other is near', () => {
    const far = 'x'.repeat(60_000);
    const rows = show(`${far} said ${far}`, [[60_001, 60_005]], 'full');
    expect(textOf(rows[0]?.pieces ?? [])).toBe('[…]said[…]');
  });

  it('shows one sign for neighbouring gaps, and none is lost', () => {
    const text = 'One. Two. Three.\nFour.\nFive. Six. Seven.\nEight. Nine.\n';
    const at = (words: string): [number, number] => [
      text.indexOf(words),
      text.indexOf(words) + words.length,
    ];
    const rows = show(text, [at('Two.'), at('Six.'), at('Nine.')], 'excerpts');
    expect(rows.map(({ number, last, pieces }) => [number, last, textOf(pieces)])).toEqual([
      [1, 1, '[…]Two.'],
      [2, 2, '[…]'],
      [3, 3, 'Six.[…]'],
      [4, 4, 'Nine.'],
    ]);
  });

  it('nests one quote in another, and equal ones too, each with its own anchor', () => {
    const [p] = show('0123456789', [
      [2, 8],
      [4, 6],
      [2, 8],
    ]);
    expect(drawn(p?.pieces ?? [])).toBe('01a(b(23c(45)67))89');
    expect(p?.across).toEqual([]);
  });

  it('marks a quote that runs across the end of another in parts, and shows it whole below', () => {
    const [p] = show('0123456789', [
      [0, 6],
      [4, 9],
      [7, 10],
    ]);
    expect(drawn(p?.pieces ?? [])).toBe('a(0123(45))(6)c((78)9)');
    expect(p?.across.map(({ key, found }) => [key, found.text])).toEqual([['b', '45678']]);
  });

  it('shows a quote that runs across paragraphs below the first of them', () => {
    const [first, second] = show('one two\nthree', [[4, 13]]);
    expect(drawn(first?.pieces ?? [])).toBe('one (two)');
    expect(drawn(second?.pieces ?? [])).toBe('(three)');
    expect(first?.across.map(({ found }) => found.text)).toEqual(['two\nthree']);
    expect(second?.across).toEqual([]);
  });

  it('leaves out what nobody quotes, where rights are reserved', () => {
    const [p] = show(
      'One. Two two.  Three. Four.',
      [
        [5, 8],
        [15, 21],
      ],
      'excerpts',
    );
    expect(drawn(p?.pieces ?? [])).toBe('[…]a(Two) two.  b(Three.)[…]');
  });

  it('shows neighbouring paragraphs that nobody quotes as one gap, and keeps the numbers', () => {
    const page = show('One.\nTwo.\nThree.\nFour.\nFive.', [[10, 16]], 'excerpts');
    expect(page.map(({ number, last, pieces }) => [number, last, drawn(pieces)])).toEqual([
      [1, 2, '[…]'],
      [3, 3, 'a(Three.)'],
      [4, 5, '[…]'],
    ]);
  });

  it('keeps furniture apart from other gaps', () => {
    const source = { ...sourceOf('One.\nMenu\nThree.', 'excerpts') };
    source.furniture = [{ exact: 'Menu', why: 'a menu' }];
    expect(passages(source, []).map(({ number, furniture }) => [number, furniture])).toEqual([
      [1, null],
      [2, 'a menu'],
      [3, null],
    ]);
  });

  it('shows running text in whole paragraphs, words that line ends cut in the spelling of their quote', () => {
    const text = 'The well-\nknown thermo-\nstatic\nswitch.[1] It failed.\n\nThe end.';
    const source: Source = { ...sourceOf(text), marks: 'footnotes' };
    delete source.lines;
    const [start, end] = [text.indexOf('thermo'), text.indexOf('[1]')];
    const quote = quoteOf(text, [{ start, end }], 0);
    for (const passage of quote.passages) passage.exact = 'thermo-static switch.';
    const page = passages(source, [quote]);
    expect(page.map(({ pieces }) => drawn(pieces))).toEqual([
      'The well-known a(thermo-static switch.) It failed.',
      'The end.',
    ]);
  });

  it('shows of a long source the quoted passages and three sentences around them', () => {
    const sentences = Array.from({ length: 9000 }, (_, i) => `Entry ${i} of it.`);
    const text = sentences.join('\n');
    const [a, b] = ['Entry 4000 of it.', 'Entry 8999 of it.'].map((words) => text.indexOf(words));
    const page = show(text, [
      [a ?? 0, (a ?? 0) + 17],
      [b ?? 0, (b ?? 0) + 17],
    ]);
    expect(page.map(({ number, last, pieces }) => [number, last, drawn(pieces)])).toEqual([
      [1, 3997, '[…]'],
      ...[3997, 3998, 3999].map((i) => [i + 1, i + 1, `Entry ${i} of it.`]),
      [4001, 4001, 'a(Entry 4000 of it.)'],
      ...[4001, 4002, 4003].map((i) => [i + 1, i + 1, `Entry ${i} of it.`]),
      [4005, 8996, '[…]'],
      ...[8996, 8997, 8998].map((i) => [i + 1, i + 1, `Entry ${i} of it.`]),
      [9000, 9000, 'a(Entry 8999 of it.)'],
    ]);
  });

  const cases = fc
    .tuple(
      fc.array(fc.constantFrom('a', 'b. ', 'C d', ' ', '\n', '\n\n', '😀', 'e\u0301', '”'), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }),
    )
    .map(([pieces, pairs]) => {
      const text = pieces.join('');
      const spans = pairs.flatMap(([a, b]): [number, number][] => {
        const [start, end] = [a % text.length, (b % text.length) + 1];
        const quoted = text.slice(start, end);
        // A quote neither begins nor ends with white space.
        return start < end && quoted === quoted.trim() ? [[start, end]] : [];
      });
      return { text, spans };
    });

  it('shows the text of every paragraph as it is, whatever the spans', () => {
    fc.assert(
      fc.property(cases, ({ text, spans }) => {
        expect(show(text, spans).map(({ pieces }) => textOf(pieces))).toEqual(
          paragraphs(sourceOf(text)).map(({ start, end }) => text.slice(start, end)),
        );
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('gives each passage of each quote one anchor, whose text is the passage’s, whatever the spans', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom('full' as const, 'excerpts' as const),
        ({ text, spans }, display) => {
          // A span that follows a quote is another passage of it; else it begins a quote.
          const groups: Span[][] = [];
          for (const [start, end] of spans) {
            const open = groups.find((group) => (group.at(-1)?.end ?? 0) <= start);
            if (open) open.push({ start, end });
            else groups.push([{ start, end }]);
          }
          const quotes = groups.map((group, i) => quoteOf(text, group, i));
          const expected = quotes.flatMap((quote) =>
            quote.passages.map(({ anchor, text: words }) => [anchor, words]),
          );
          expect(expected).toHaveLength(spans.length);
          expect(anchorsOf(passages(sourceOf(text, display), quotes)).sort()).toEqual(
            expected.sort(),
          );
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('marks each passage of a quote, and not what is left out between them', () => {
    const text = 'The board met at dusk.\nNobody spoke.\nIt agreed.';
    const quote = quoteOf(
      text,
      [
        { start: 4, end: 13 },
        { start: 37, end: 46 },
      ],
      0,
    );
    const drawnAs = (display: Source['display']): string[] =>
      passages(sourceOf(text, display), [quote]).map(({ pieces }) => drawn(pieces));
    expect(drawnAs('full')).toEqual([
      'The a(board met) at dusk.',
      'Nobody spoke.',
      'a(It agreed).',
    ]);
    expect(drawnAs('excerpts')).toEqual(['The a(board met) at dusk.', '[…]', 'a(It agreed).']);
  });
});
