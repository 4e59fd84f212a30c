import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage, Quote } from './archive.ts';
import { type Excerpt, excerptsOf } from './excerpts.ts';
import { findPassages, selectorsOf, withGaps } from './passages.ts';
import { shownText } from './quote.ts';
import type { Source } from './source.ts';

const TEXT = `After the three-hour long talks, Ruud called Dale a "rather open guest", saying that they had a full, open talk about tolls, Westrey Telegraph reported. The talks came late.
${'A table runs on and on '.repeat(40)}and ends here.`;

const sourceOf = (text: string): Source =>
  ({ id: 'post', text, language: 'en' }) as Partial<Source> as Source;

/** Quotes of a text by their words; several passages as a list. */
function quotesOf(source: Source, ...all: (string | string[])[]): { quotes: Quote[] } {
  const quotes = all.map((exact, i) => {
    const selectors = selectorsOf({ exact });
    const passages = findPassages(source, selectors).map(([span], at) => ({
      ...(span ?? { start: 0, end: 0 }),
      exact: selectors[at]?.exact ?? '',
    })) as Passage[];
    return { id: `q${i}`, anchor: `q-e-q${i}`, source, passages } as Partial<Quote> as Quote;
  });
  return { quotes };
}

/** An excerpt in signs: what is marked in braces, with its quotes; what is around in brackets. */
const inSigns = ({ runs }: Excerpt): string =>
  withGaps(
    runs.map((segments) =>
      segments
        .map(({ text, marked, context }) => {
          if (marked.length > 0) return `{${marked.map(({ id }) => id).join(' ')}: ${text}}`;
          return context ? `[${text}]` : text;
        })
        .join(''),
    ),
  );
const shape = (source: Source, ...all: (string | string[])[]): string[] =>
  excerptsOf(quotesOf(source, ...all)).map(
    (one) => `${[one.lead, ...one.parts].map(({ id }) => id).join('+')} ${inSigns(one)}`,
  );

describe('the quotes of an event', () => {
  const source = sourceOf(TEXT);

  it('stand in their sentence, each once', () => {
    expect(
      shape(
        source,
        'rather open guest',
        'Ruud called Dale a "rather open guest"',
        'they had a full, open talk about tolls',
        'The talks came late.',
      ),
    ).toEqual([
      'q1+q0+q2 [After the three-hour long talks, ]{q1: Ruud called Dale a "}{q0 q1: rather open guest}{q1: "}[, saying that ]{q2: they had a full, open talk about tolls}[, Westrey Telegraph reported.]',
      'q3 The talks came late.',
    ]);
  });

  it('that say all of their sentence are not marked in it', () => {
    expect(shape(source, 'The talks came late.', 'late')).toEqual([
      'q0+q1 The talks came {q1: late}.',
    ]);
  });

  it('may cross, and run over the end of a sentence', () => {
    expect(shape(source, 'reported. The talks', 'talks came')[0]).toMatch(
      / \[After .* Westrey Telegraph \]\{q0: reported\. The \}\{q0 q1: talks\}\{q1: came\}\[ late\.\]$|\{q0 q1: talks\}\{q1: +came\}\[ late\.\]$/,
    );
  });

  it('of several passages are shown as they are, with what lies within one', () => {
    expect(
      shape(source, ['Ruud called Dale', 'about tolls'], 'called Dale', 'The talks came late.'),
    ).toEqual(['q0+q1 Ruud {q1: called Dale} […] about tolls', 'q2 The talks came late.']);
    expect(shape(source, ['long talks', 'reported'], 'After the three-hour')).toHaveLength(1);
  });

  it('of a sentence that is long beyond them, as a table’s, are shown alone', () => {
    expect(shape(source, 'and ends here')).toEqual(['q0 and ends here']);
  });

  it('are, whatever they are, all there, in the source’s own words', () => {
    const words = ['The', 'lamp', 'was', 'lit.', 'Then', 'it-\nself', 'rose', 'again!', 'So', 'be'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
        (parts, cuts) => {
          const text = parts.join(' ');
          const own = sourceOf(text);
          const starts = parts.map((_, i) => parts.slice(0, i).join(' ').length + (i > 0 ? 1 : 0));
          const span = (from: number, to: number) => {
            const [a, b] = [from % parts.length, to % parts.length].sort((x, y) => x - y);
            const last = b ?? 0;
            return {
              start: starts[a ?? 0] ?? 0,
              end: (starts[last] ?? 0) + (parts[last]?.length ?? 0),
            };
          };
          const quotes = cuts.map(([from, to, other], i) => {
            const first = span(from, to);
            const second = span(other, other);
            const spans = second.start > first.end ? [first, second] : [first];
            const passages = spans.map((one) => ({
              ...one,
              exact: text.slice(one.start, one.end).replaceAll('-\n', ''),
            }));
            return { id: `q${i}`, source: own, passages } as Partial<Quote> as Quote;
          });
          const excerpts = excerptsOf({ quotes });
          const all = excerpts.flatMap(({ lead, parts: others }) => [lead, ...others]);
          expect(all.map(({ id }) => id).sort()).toEqual(quotes.map(({ id }) => id).sort());
          for (const { lead, parts: others, runs } of excerpts) {
            const segments = runs.flat();
            for (const quote of [lead, ...others]) {
              const marked = segments.filter((one) => one.marked.includes(quote));
              const said = (marked.length > 0 ? marked : segments).map((one) => one.text).join('');
              const due = quote.passages.map((one) => shownText(own, one)).join('');
              expect(said).toBe(due);
              if (quote === lead) continue;
              expect(segments.filter((one) => one.begins.includes(quote))).toHaveLength(1);
            }
          }
        },
      ),
    );
  });
});
