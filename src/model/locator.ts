/** Where in its source a quote stands. Pages and sections are derived, never typed; what no text carries, an author may add. */
import * as words from '#words';
import type { Quote } from './archive.ts';
import { chainText } from './chain.ts';
import { once } from './once.ts';
import { sectionAt } from './section.ts';
import type { Source } from './source.ts';
import { fold, type Span } from './text.ts';

type PagedSource = Pick<Source, 'text' | 'original'>;

/** A page of a source. */
export interface SourcePage {
  /** Its place in the document, from 1. */
  number: number;
  /** What it is called, as printed or as the document says; empty if it has no name. */
  label: string;
}

/** The pages that a span stands on, in order; none if the source has no pages. */
export function pagesAt(source: PagedSource, { start, end }: Span): SourcePage[] {
  const { pages, labels } = source.original ?? {};
  if (pages === undefined) return [];
  const starts = once(source, 'page starts', () => [
    0,
    ...[...source.text.matchAll(/\f/g)].map(({ index }) => index + 1),
  ]);
  const first = starts.findLastIndex((at) => at <= start);
  const last = starts.findLastIndex((at) => at < end);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i + 1)
    .filter((number) => /\S/.test(source.text.slice(starts[number - 1], starts[number])))
    .map((number) => ({
      number,
      label: labels ? (labels[number - 1] ?? '') : String(number),
    }));
}

type Located = Pick<Quote, 'source' | 'passages' | 'record'>;

/** Every page that a quote stands on, once and in order. */
export function pagesOf({
  source,
  passages,
}: {
  source: PagedSource;
  passages: readonly Span[];
}): SourcePage[] {
  const pages = passages.flatMap((passage) => pagesAt(source, passage));
  return [...new Map(pages.map((page) => [page.number, page])).values()].sort(
    (a, b) => a.number - b.number,
  );
}

/** Pages in words: "p. 12", "pp. 12–13, 40"; those without a name by their place in the file. */
export function pagesText(pages: readonly SourcePage[]): string {
  const named = pages.filter(({ label }) => label !== '');
  const [first] = named;
  return [
    ...(first ? [named.length === 1 ? words.page(first.label) : words.pages(runsOf(named))] : []),
    ...pages.filter(({ label }) => label === '').map(({ number }) => words.filePage(number)),
  ].join(words.comma);
}

/** Pages that follow each other as one run, from the first to the last. */
function runsOf(pages: readonly SourcePage[]): string {
  const runs: SourcePage[][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run?.at(-1)?.number === page.number - 1) run.push(page);
    else runs.push([page]);
  }
  return runs
    .map((run) => {
      const [first, last] = [run[0]?.label ?? '', run.at(-1)?.label ?? ''];
      return first === last ? first : words.numberRange(first, last);
    })
    .join(words.comma);
}

/** Sections in words: "§ The treaty › Its end"; the heading that is the title of the document is left out. */
function sectionsText(source: Source, spans: readonly Span[]): string {
  const title = folded(source.title);
  const named = spans.flatMap((span) => {
    const headings = (sectionAt(source, span)?.headings ?? []).filter(
      (heading, i) => i > 0 || folded(heading) !== title,
    );
    return headings.length > 0 ? [words.section(headings.map(short))] : [];
  });
  return [...new Set(named)].join(words.semicolon);
}

const folded = (text: string): string => fold(text).trim().toLowerCase();

const LONGEST_HEADING = 80;
const short = (heading: string): string =>
  heading.length > LONGEST_HEADING
    ? `${heading.slice(0, LONGEST_HEADING - 1).trimEnd()}…`
    : heading;

/** A part of a locator, and whether it is in the language of the source. */
export interface LocatorPart {
  text: string;
  ofSource: boolean;
}

/**
 * Where passages of a source stand, in words: their pages, their sections, and what authors add.
 * @param at what authors add, to whichever of them
 */
export function locate(
  source: Source,
  spans: readonly Span[],
  at: readonly (string | undefined)[] = [],
): LocatorPart[] {
  const added = at.flatMap((one) => (one === undefined ? [] : [words.locatedByEditors(one)]));
  return [
    { text: pagesText(pagesOf({ source, passages: spans })), ofSource: false },
    { text: sectionsText(source, spans), ofSource: true },
    ...[...new Set(added)].map((text) => ({ text, ofSource: false })),
  ].filter(({ text }) => text !== '');
}

/** Where a quote stands, in words; empty if nothing is known. */
export const locatorParts = ({ source, passages, record }: Located): LocatorPart[] =>
  locate(source, passages, [record.at]);

/** The same as one text. */
export const locatorText = (quote: Located): string => textOfParts(locatorParts(quote));

export const textOfParts = (parts: readonly LocatorPart[]): string =>
  parts.map(({ text }) => text).join(words.comma);

/** A quote's chain, and where in the source it stands: `Kim Jong Un → KCNA, p. 12`. */
export const wayText = (quote: Quote): string =>
  [chainText(quote), locatorText(quote)].filter((part) => part !== '').join(words.comma);
