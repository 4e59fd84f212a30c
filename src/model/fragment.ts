/**
 * Links to words on another site's page: text fragments, `#:~:text=`, as the WICG's generator makes them.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
import { pagesAt } from './locator.ts';
import { once } from './once.ts';
import { paragraphs } from './sentences.ts';
import type { Source } from './source.ts';
import { oneLine, type Span } from './text.ts';

/** `prefix-,start,end,-suffix`; with `end`, the words are given by their first and last ones only. */
export interface TextDirective {
  prefix?: string;
  start: string;
  end?: string;
  suffix?: string;
}

/** Characters. Longer passages are given by their first and last words; shorter ones need context. */
const LONGEST_EXACT = 300;
const SHORTEST_ALONE = 20;
const FIRST_CONTEXT = 3;

type Searched = Pick<Source, 'text' | 'language' | 'lines'>;
type Linked = Searched & Pick<Source, 'url' | 'archived' | 'original'>;

/**
 * The address of a source's live page, at the passages of a quote that words can tell from all others: a browser marks
 * each and scrolls to the first. `null` if it has none.
 */
export const livePassages = (source: Linked, spans: readonly Span[]): string | null =>
  source.url === undefined ? null : passagesAt(source.url, source, spans);

/** The same of the copy that an archive keeps of the page. */
export const archivedPassages = (source: Linked, spans: readonly Span[]): string | null =>
  source.archived === undefined ? null : passagesAt(source.archived, source, spans);

/**
 * A PDF is opened at its page, by its place in the file. Where an address does not show whether a PDF is there or a page
 * about it, the words are given too: each viewer takes up what it knows.
 * @see https://www.rfc-editor.org/rfc/rfc8118#section-3
 */
function passagesAt(url: string, source: Linked, spans: readonly Span[]): string {
  const page = spans[0] && !url.includes('#') ? pagesAt(source, spans[0])[0] : undefined;
  const opened = page ? `${url}#page=${page.number}` : url;
  if (page && /\.pdf$/i.test(new URL(url).pathname)) return opened;
  const found = spans.flatMap((span) => {
    const directive = directives.get(span) ?? directiveOf(source, span);
    directives.set(span, directive);
    return directive === '' ? [] : [`text=${directive}`];
  });
  return found.length === 0
    ? opened
    : `${opened}${opened.includes('#') ? '' : '#'}:~:${found.join('&')}`;
}

/** Cached, because an event's page and its source's need the same ones; `''` where there is none. */
const directives = new WeakMap<Span, string>();

function directiveOf(source: Searched, span: Span): string {
  const directive = textDirective(source, span);
  return directive ? encodeDirective(directive) : '';
}

/** Hyphens, commas and ampersands separate the parts, so within a part they are encoded. */
export function encodeDirective({ prefix, start, end, suffix }: TextDirective): string {
  const encode = (part: string): string => encodeURIComponent(part).replaceAll('-', '%2D');
  return [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ].join(',');
}

/**
 * The shortest directive that matches only one passage of a text; `null` if there is none. It begins and ends with
 * whole words, because browsers match whole words only.
 */
export function textDirective(source: Searched, span: Span): TextDirective | null {
  const { text } = source;
  const page = pageOf(source);
  const passage = toWords(text, page, span);
  const block = page.blocks.filter(({ start, end }) => start < passage.end && passage.start < end);
  const [first, last] = [block[0], block.at(-1)];
  if (!first || !last) return null;
  const before = wordStarts(page, { start: first.start, end: passage.start });
  const after = wordEnds(page, { start: passage.end, end: last.end });
  const cut = (start: number, end: number): string => oneLine(text.slice(start, end));
  const context = (words: number): Partial<TextDirective> => {
    const prefix = cut(before.at(-words) ?? before[0] ?? passage.start, passage.start);
    const suffix = cut(passage.end, after[words - 1] ?? after.at(-1) ?? passage.end);
    return { ...(prefix && { prefix }), ...(suffix && { suffix }) };
  };
  const most = Math.max(before.length, after.length, FIRST_CONTEXT);
  const exact = cut(passage.start, passage.end);
  const alone = (directive: TextDirective): boolean => {
    const found = matches(page, directive);
    return found.length === 1 && found[0] === plainly(exact);
  };
  if (first === last && exact.length <= LONGEST_EXACT) {
    if (exact.length >= SHORTEST_ALONE && alone({ start: exact })) return { start: exact };
    for (let words = FIRST_CONTEXT; words <= most; words++) {
      const directive = { ...context(words), start: exact };
      if (alone(directive)) return directive;
    }
    return null;
  }
  const starts = wordStarts(page, passage);
  const ends = wordEnds(page, passage);
  for (let words = Math.min(FIRST_CONTEXT, ends.length >> 1); words <= ends.length / 2; words++) {
    const start = cut(passage.start, ends[words - 1] ?? passage.end);
    const end = cut(starts.at(-words) ?? passage.start, passage.end);
    for (const directive of [
      { start, end },
      { ...context(words), start, end },
    ])
      if (start && end && alone(directive)) return directive;
  }
  return null;
}

/** A text as browsers search it, without differences in case, accents and kinds of white space. */
interface Page {
  plain: string;
  bounds: Set<number>;
  /** Offsets into the text itself. */
  words: Span[];
  edges: number[];
  blocks: Span[];
}

const pageOf = (source: Searched): Page => once(source, 'page', () => searchedPage(source));

function searchedPage(source: Searched): Page {
  const { text, language } = source;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words: Span[] = [];
  const edges = [0];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    edges.push(index + segment.length);
    if (isWordLike) words.push({ start: index, end: index + segment.length });
  }
  const searched = plainly(text);
  const bounds = new Set([searched.length]);
  for (const { index } of segmenter.segment(searched)) bounds.add(index);
  return { plain: searched, bounds, words, edges, blocks: paragraphs(source) };
}

const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');

/** A span extended to whole words, without white space at its ends. */
function toWords(text: string, { edges }: Page, { start, end }: Span): Span {
  const from = edges[firstOf(edges, (edge) => edge > start) - 1] ?? start;
  const to = edges[firstOf(edges, (edge) => edge >= end)] ?? end;
  const body = text.slice(from, to);
  return {
    start: from + body.length - body.trimStart().length,
    end: from + body.trimEnd().length,
  };
}

const within = ({ words }: Page, { start, end }: Span): Span[] =>
  words.slice(
    firstOf(words, (word) => word.start >= start),
    firstOf(words, (word) => word.end > end),
  );

/** The index of the first entry of an ordered list that passes, by bisection; the list's length if none does. */
function firstOf<T>(list: readonly T[], passes: (entry: T) => boolean): number {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (passes(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const wordStarts = (page: Page, span: Span): number[] =>
  within(page, span).map(({ start }) => start);
const wordEnds = (page: Page, span: Span): number[] => within(page, span).map(({ end }) => end);

/** The passages that a browser could match with a directive. */
function matches({ plain, bounds }: Page, directive: TextDirective): string[] {
  const [prefix, start, end, suffix] = (['prefix', 'start', 'end', 'suffix'] as const).map((part) =>
    plainly(directive[part] ?? ''),
  ) as [string, string, string, string];
  const bounded = (at: number, length: number): boolean =>
    bounds.has(at) && bounds.has(at + length);
  const follows = (at: number): boolean => {
    const from = plain[at] === ' ' ? at + 1 : at;
    return !suffix || (plain.startsWith(suffix, from) && bounds.has(from + suffix.length));
  };
  const leads = (at: number): boolean => {
    const to = plain[at - 1] === ' ' ? at - 1 : at;
    return !prefix || (plain.endsWith(prefix, to) && bounds.has(to - prefix.length));
  };
  const found: string[] = [];
  for (const at of occurrencesOf(plain, start)) {
    const after = at + start.length;
    if (!bounded(at, start.length) || !leads(at)) continue;
    // A browser takes the first `end` that matches.
    const last = end
      ? occurrencesOf(plain, end, after).find(
          (from) => bounded(from, end.length) && follows(from + end.length),
        )
      : follows(after)
        ? after
        : undefined;
    if (last !== undefined) found.push(plain.slice(at, last + end.length));
  }
  return found;
}

function* occurrencesOf(text: string, sought: string, from = 0): Generator<number> {
  if (!sought) return;
  for (let at = text.indexOf(sought, from); at >= 0; at = text.indexOf(sought, at + 1)) yield at;
}
