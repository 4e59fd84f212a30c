/** Quotes as they get spoiled in practice, on a long source: the passage that was meant comes first. */
import { describe, expect, it } from 'vitest';
import type { QuoteRecord } from '../model/quote.ts';
import type { Span } from '../model/text.ts';
import { locateQuotes } from './locate.ts';
import { nearestPassages } from './near/nearest.ts';
import type { Draft } from './read/draft.ts';
import { textFile } from './read/file.ts';

/** A small generator that is the same on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = seeded(42);
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

const WORDS =
  'the a of and to in keeper lamp reef brig harbour office crew storm wind calm night dawn oil wick rescue boat said reported agreed that which was were had been brought nine men ashore Saturday morning tide signal captain Anna Orr Skerry north west rising falling whole broken'.split(
    ' ',
  );

/** Prose with quotations, dashes and commas, of about `length` characters. */
function prose(length: number): string {
  let text = '';
  while (text.length < length) {
    const sentence = Array.from({ length: 8 + random(18) }, () => pick(WORDS)).join(' ');
    const [head = '', tail = ''] = sentence.split(/(?<=^(?:\S+ ){5})/);
    const joint = pick(['', ', ', ' – ', "'s ", '-']);
    const whole = `${head.trim()}${joint || ' '}${tail}`;
    text += random(4) === 0 ? `"${whole}," he said. ` : `${whole}. `;
    if (random(5) === 0) text += '\n';
  }
  return text;
}

/** A source of sixty thousand characters, and another one. */
const sources = { long: prose(60_000), other: prose(20_000) };
type SourceId = keyof typeof sources;

interface Spoiled {
  exact: string;
  cited: SourceId;
}

const CORRUPTIONS: Record<string, (quote: string) => Spoiled> = {
  'a typo'(quote) {
    const at = 1 + random(quote.length - 2);
    const letter = 'abcdefghijklmnop'.charAt(random(16));
    const exact = pick([
      quote.slice(0, at) + quote.slice(at + 1),
      quote.slice(0, at) + letter + quote.slice(at),
      quote.slice(0, at) + letter + quote.slice(at + 1),
    ]);
    return { exact, cited: 'long' };
  },
  'a curly quotation mark': (quote) => ({
    exact: `${quote.replace(/"/g, '”').replace(/'/g, '’')}’`,
    cited: 'long',
  }),
  'another dash': (quote) => ({ exact: quote.replace(/ – |-|,| /, ' — '), cited: 'long' }),
  'a lost phrase'(quote) {
    const words = quote.split(' ');
    const at = 1 + random(words.length - 4);
    const exact = [...words.slice(0, at), ...words.slice(at + 1 + random(2))].join(' ');
    return { exact, cited: 'long' };
  },
  'a doubled word'(quote) {
    const words = quote.split(' ');
    const at = random(words.length);
    return { exact: words.toSpliced(at, 0, words[at] ?? '').join(' '), cited: 'long' };
  },
  'the wrong source': (quote) => ({ exact: quote, cited: 'other' }),
};

const draft = {
  sources: new Map(
    Object.entries(sources).map(([id, text]) => [
      id,
      { id, text: textFile(id, text, new Uint8Array()), record: null },
    ]),
  ),
} as Partial<Draft> as Draft;

/** Where check would first send the author: to another source that has the words, or to what is most like them. */
function firstPlace({ exact, cited }: Spoiled): (Span & { source: string }) | undefined {
  const record: QuoteRecord = { source: cited, exact, speaker: 'a', mode: 'direct', via: [] };
  const event = { id: 'e', part: { quotes: { q: record } } } as unknown as Draft['events'][number];
  const [quote] = locateQuotes({ ...draft, events: [event] });
  const [hit] = quote?.hits?.[0] ?? [];
  if (hit) return { ...hit, source: cited };
  const [elsewhere] = quote?.elsewhere ?? [];
  if (elsewhere) return { ...elsewhere.hit, source: elsewhere.source.id };
  const [passage] = nearestPassages(sources[cited], exact);
  return passage && { start: passage.start, end: passage.end, source: cited };
}

const EACH = 34;

describe(`the first place that check gives, of ${EACH * Object.keys(CORRUPTIONS).length} spoiled quotes`, () => {
  const starts = [...sources.long.matchAll(/(?<=^|[\s"])\p{L}/gu)].map(({ index }) => index);
  let right = 0;
  let slowest = 0;

  it.each(Object.entries(CORRUPTIONS))('is the right one after %s, nearly always', (_, corrupt) => {
    let found = 0;
    for (let i = 0; i < EACH; i++) {
      const start = pick(starts.slice(0, -60));
      const words = sources.long.slice(start, start + 400).split(/(?<=\s)/);
      const text = words
        .slice(0, 8 + random(25))
        .join('')
        .trimEnd();
      const spoiled = corrupt(text);
      const began = performance.now();
      const place = firstPlace(spoiled);
      slowest = Math.max(slowest, performance.now() - began);
      if (
        place?.source === 'long' &&
        Math.abs(place.start - start) <= 1 &&
        Math.abs(place.end - (start + text.length)) <= 1
      )
        found++;
    }
    right += found;
    expect(found).toBeGreaterThanOrEqual(EACH * 0.85);
  });

  it('is the right one in 95 % of all', () => {
    const all = EACH * Object.keys(CORRUPTIONS).length;
    // Said, not asserted: a busy machine is no fault of the code.
    console.info(`${right} of ${all} right, the slowest in ${Math.round(slowest)} ms`);
    expect(right).toBeGreaterThanOrEqual(all * 0.95);
  });
});
