import { describe, expect, it } from 'vitest';
import { event, quote, records } from './archive.arbitrary.ts';
import type { Archive, Quote } from './archive.ts';
import { livePassages } from './fragment.ts';
import { joinArchive } from './join.ts';
import { locatorText, pagesOf, wayText } from './locator.ts';
import type { QuoteRecord } from './quote.ts';
import { type Section, sectionAt } from './section.ts';
import type { SourceRecord } from './source.ts';

const TEXT =
  'Orr lit the lamp. He had\n\fslept, he\n\fsaid, and woke.\n\n\f\fThe board agreed. Orr went home.\n';

/** A quote of a source of six pages, of which the fourth is empty. */
function quoteOf(
  exact: QuoteRecord['exact'],
  original: Partial<SourceRecord['original']> = {},
  over: Partial<QuoteRecord> = {},
): Quote {
  const archive: Archive = joinArchive(
    records(
      { lit: event('1897', { quotes: { q: quote(exact, over) } }) },
      {
        text: TEXT,
        source: {
          url: 'https://example.org/log.pdf',
          original: { sha256: '0'.repeat(64), pages: 6, ...original },
        },
      },
    ),
  );
  return archive.events[0]?.quotes[0] as Quote;
}
const LABELS = ['', 'xii', '1', '2', '3', '4'];

describe('locatorText(quote)', () => {
  it.each<[string, QuoteRecord['exact'], string[] | undefined, string]>([
    ['a page by its place', 'Orr lit the lamp.', undefined, 'p. 1'],
    ['a page by its label', 'The board agreed.', LABELS, 'p. 3'],
    ['a page without a label by its place', 'Orr lit the lamp.', LABELS, 'page 1 of the file'],
    ['pages that a quote runs over', 'slept, he said, and woke.', LABELS, 'pp. xii–1'],
    ['the last page before an empty one', 'woke.', undefined, 'p. 3'],
    [
      'the pages of several passages, each once',
      ['lit the lamp.', 'woke.', 'The board agreed.', 'Orr went home.'],
      undefined,
      'pp. 1, 3, 5',
    ],
    ['pages with and without labels', 'He had slept', LABELS, 'p. xii, page 1 of the file'],
  ])('names %s', (_, exact, labels, expected) => {
    expect(locatorText(quoteOf(exact, labels && { labels }))).toBe(expected);
  });

  it('names no page of a source without pages', () => {
    const { source, ...rest } = quoteOf('woke.');
    const { original: _, ...record } = source;
    expect(pagesOf({ ...rest, source: record })).toEqual([]);
    expect(locatorText({ ...rest, source: record })).toBe('');
  });

  it('adds what the author says, as the author’s', () => {
    expect(locatorText(quoteOf('woke.', {}, { at: 'fol. 3r' }))).toBe(
      'p. 3, fol. 3r (located by the editors)',
    );
    expect(wayText(quoteOf('woke.', {}, { at: 'fol. 3r' }))).toMatch(/^Orr → .*, p\. 3, fol\. 3r/);
  });
});

describe('locatorText(quote) of a source with sections', () => {
  const headings = (start: string, ...under: string[]) => ({
    start: TEXT.indexOf(start),
    headings: under,
  });
  const located = (exact: QuoteRecord['exact'], sections: Section[], over = {}): string => {
    const { original: _, ...source } = quoteOf(exact).source;
    const { passages, record } = quoteOf(exact, {}, over);
    return locatorText({ passages, record, source: { ...source, title: 'The Log', sections } });
  };
  const SECTIONS = [
    headings('He had', 'The  log', 'The lamp'),
    headings('said, and', 'The  log'),
    headings('The board', 'Board', 'Its end'),
    headings('Orr went', 'Board', 'H'.repeat(100)),
  ];

  it.each<[string, QuoteRecord['exact'], string]>([
    ['nothing above the first heading', 'Orr lit the lamp.', ''],
    ['a section without the title of the document', 'slept, he said', '§ The lamp'],
    ['nothing for what stands under the title alone', 'and woke.', ''],
    ['a section within another', 'The board agreed.', '§ Board › Its end'],
    ['a long heading by its beginning', 'Orr went home.', `§ Board › ${'H'.repeat(79)}…`],
    [
      'the sections of several passages, each once',
      ['had', 'slept,', 'The board'],
      '§ The lamp; § Board › Its end',
    ],
  ])('names %s', (_, exact, expected) => {
    expect(located(exact, SECTIONS)).toBe(expected);
  });

  it('adds what the author says', () => {
    expect(located('The board agreed.', SECTIONS, { at: 'line 3' })).toBe(
      '§ Board › Its end, line 3 (located by the editors)',
    );
  });

  it('names no heading that the record calls furniture', () => {
    const sections: Section[] = [
      { start: 0, headings: ['The lamp', 'Advertisement'], id: 'ad' },
      { start: 30, headings: ['Advertisement', 'The board'], id: 'board' },
      { start: 60, headings: ['Advertisement'] },
    ];
    const furniture = [{ exact: 'An  Advertisement\nof oil', why: 'an advertisement' }];
    const at = (start: number) => sectionAt({ sections, furniture }, { start, end: start + 1 });
    expect(at(5)).toEqual({ start: 0, headings: ['The lamp'] });
    expect(at(35)).toEqual({ start: 30, headings: ['The board'], id: 'board' });
    expect(at(65)).toBe(null);
  });

  it('knows none in a document without headings', () => {
    expect(located('The board agreed.', [])).toBe('');
    expect(sectionAt({}, { start: 0, end: 1 })).toBe(null);
  });
});

describe('livePassages(source, spans) of a source with pages', () => {
  it('opens a PDF at its page, by its place in the file', () => {
    const { source, passages } = quoteOf('The board agreed.', { labels: LABELS });
    expect(livePassages(source, passages)).toBe('https://example.org/log.pdf#page=5');
  });

  it('gives the words too where the address may be that of a page about it', () => {
    const { source, passages } = quoteOf('The board agreed.');
    expect(livePassages({ ...source, url: 'https://example.org/log?id=3' }, passages)).toBe(
      'https://example.org/log?id=3#page=5:~:text=The%20board%20agreed.,-Orr%20went%20home',
    );
  });

  it('leaves a fragment as it is', () => {
    const { source, passages } = quoteOf('The board agreed.');
    expect(livePassages({ ...source, url: 'https://example.org/log.pdf#toc' }, passages)).toBe(
      'https://example.org/log.pdf#toc:~:text=The%20board%20agreed.,-Orr%20went%20home',
    );
  });
});
