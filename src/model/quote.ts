import { z } from 'zod';
import { idSchema } from './id.ts';
import { languageSchema } from './language.ts';
import { footnoteMarks, gapsOf, type Layout, shownPassage } from './layout.ts';
import { occurrencesIn } from './occurrences.ts';
import { type FoldedText, fold, foldWithOffsets, type Gap, type Span } from './text.ts';

/** A quote in the site's language, and who put it so. */
export const translationSchema = z.strictObject({
  text: z.string().regex(/\S/, 'a translation is at least one word'),
  language: languageSchema,
  by: z.string().regex(/\p{L}/u, 'a translator has a name'),
});

/** Why something is as it is: words for a reader, not a sign that stands for them. */
export const reasonSchema = z.string().regex(/\p{L}\P{L}*\p{L}/u, 'a reason is at least one word');

/** How a source gives the words: in quotation marks, reported in its own words, or as its own statement. */
export const quoteModes = ['direct', 'indirect', 'narration'] as const;

const quotedSchema = z.string().regex(/[\p{L}\p{N}]/u, 'a quote is at least one word or number');

/** One of several passages of a quote: its words, and what stands around them where that tells it apart. */
const passageSchema = z.union([
  quotedSchema,
  z.strictObject({
    exact: quotedSchema,
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
]);

/** A quote as an event's front matter gives it: where its words stand, a speaker and the way they travelled. */
export const quoteSchema = z.strictObject({
  source: idSchema,
  /** Words of one passage, or a list of several: see `passages.ts`. */
  exact: z.union([quotedSchema, z.array(passageSchema).min(2)]),
  /** What stands right before the first passage, and right after the last. */
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  speaker: idSchema,
  mode: z.enum(quoteModes),
  /** Actor ids between the speaker and the source's agency, in order. */
  via: z.array(idSchema),
  /** Why the speaker or a link of the chain is taken to be who is named, where the sentence does not say. */
  inferred: reasonSchema.optional(),
  /**
   * It is a part on purpose: of a word or a number, or of a phrase that means something else as a whole. `why` says for
   * what.
   */
  within: z.enum(['word', 'phrase']).optional(),
  why: reasonSchema.optional(),
  /** Why its words are direct although they stand in no quotation marks in the source. */
  unmarked: reasonSchema.optional(),
  /** Why it runs over the end of a paragraph. */
  paragraphs: reasonSchema.optional(),
  /** Why furniture is quoted as more than its publisher's narration. */
  furniture: reasonSchema.optional(),
  /** Where it stands, for what the source's text does not carry: `fol. 3r`. */
  at: z.string().regex(/\S/, 'a place is at least one word or number').max(80).optional(),
  translation: translationSchema.optional(),
  /** Ids it had before; their anchors lead here. */
  aliases: z.array(idSchema).optional(),
});

export type QuoteRecord = z.infer<typeof quoteSchema>;

/** What a file has where its author does not know yet who spoke, or how. `check` refuses it by name. */
export const GAP = '?';

/** A quote in a file that is still being written: its speaker and its mode may be gaps. */
export const quoteDraftSchema = quoteSchema.extend({
  speaker: z.union([idSchema, z.literal(GAP)]),
  mode: z.union([z.enum(quoteModes), z.literal(GAP)]),
  inferred: z
    .string()
    .regex(/^\s*\?\s*$|\p{L}\P{L}*\p{L}/u, 'a reason is at least one word')
    .optional(),
});

export type QuoteDraft = z.infer<typeof quoteDraftSchema>;

/** @see https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/** A source's text, and how it is laid out. */
export interface SourceText extends Layout {
  text: string;
}

/** A source's text as it is read: folded, and with its gaps. */
interface Reading extends FoldedText {
  /** Of the text, in order. */
  order: readonly Gap[];
  /** The text without hyphens, for a source in which some may be left out; else `null`. */
  loose: LooseText | null;
  /** What was sought in it, folded, and the spans found: `dev` seeks every quote again at each change. */
  found: Map<string, readonly Span[]>;
}

const readings = new Map<string, Map<string, Reading>>();

/** A source's text folded, once for each text however many quotes are sought in it. A text alone is running text. */
export function foldedSource(source: string | SourceText): Reading {
  const { text, lines, marks }: SourceText = typeof source === 'string' ? { text: source } : source;
  const layout = `${lines ?? ''} ${marks ?? ''}`;
  const alike = readings.get(layout) ?? new Map<string, Reading>();
  readings.set(layout, alike);
  const cached = alike.get(text);
  if (cached) return cached;
  const order = gapsOf(text, { lines, marks });
  const folded = foldWithOffsets(text, order);
  const loose = order.length > 0 ? loosened(folded.text) : null;
  const made: Reading = { ...folded, order, loose, found: new Map() };
  alike.set(text, made);
  return made;
}

/**
 * Every place where a source holds a quote, as offsets into the source's text.
 * Equality is that of {@link fold}, and each {@link Gap} may have any of its forms; `prefix` and `suffix` must touch
 * the quote, white space aside.
 */
export function findExact(source: string | SourceText, selector: TextQuoteSelector): Span[] {
  const reading = foldedSource(source);
  const exact = fold(selector.exact).trim();
  const plain = plainOf(source, reading);
  const prefix = plain(selector.prefix ?? '').trim();
  const suffix = plain(selector.suffix ?? '').trim();
  return occurrencesOf(reading, exact, plain(exact))
    .filter(({ start, end }) => {
      const [before, after] = around(reading, { start, end }, prefix.length, suffix.length);
      return (
        (!prefix || plain(before).trimEnd().endsWith(prefix)) &&
        (!suffix || plain(after).trimStart().startsWith(suffix))
      );
    })
    .map((span) => reading.original(span));
}

/** A text without its footnote marks. */
function withoutMarks(text: string): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of footnoteMarks(text)) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}

/** A text folded, and without what a quote may leave out of it. */
function plainOf(source: string | SourceText, { loose }: Reading): (text: string) => string {
  if (!loose) return fold;
  const marks = typeof source !== 'string' && source.marks !== undefined;
  return (text) => loosened(fold(marks ? withoutMarks(text) : text)).text;
}

const around = (
  { text, loose }: Reading,
  { start, end }: Span,
  before: number,
  after: number,
): [string, string] => {
  // What is left out of a text makes it shorter: one hyphen a word, at most.
  const factor = loose ? 2 : 1;
  return [
    text.slice(Math.max(0, start - factor * before - 1), start),
    text.slice(end, end + factor * after + 1),
  ];
};

/** Every place where a source holds words, as offsets into its folded text. */
export function foldedOccurrences(source: string | SourceText, exact: string): readonly Span[] {
  const reading = foldedSource(source);
  const words = fold(exact).trim();
  return occurrencesOf(reading, words, plainOf(source, reading)(words));
}

/** The spans of a folded text that read as a quote does. @param plain the quote without hyphens and marks */
function occurrencesOf(reading: Reading, exact: string, plain: string): readonly Span[] {
  const known = reading.found.get(exact);
  if (known) return known;
  const { text, loose, found } = reading;
  const sought = loose ? plain : exact;
  const spans: Span[] = [];
  if (!sought) return spans;
  const lead = loose ? (LEADING_HYPHENS.exec(exact)?.[0] ?? '') : '';
  const within = loose?.text ?? text;
  for (const at of occurrencesIn(within, sought)) {
    const start = loose ? loose.original(at) - lead.length : at;
    const end = loose ? endOf(reading, start, exact) : at + exact.length;
    if (end >= 0) spans.push({ start, end });
  }
  found.set(exact, spans);
  return spans;
}

/**
 * Where the words of a quote that begins at an offset of a folded text end there; −1 if the text reads otherwise.
 * @param chosen takes up, by where each hyphen at a line's end starts in the original, what the quote has in its place
 */
function endOf(
  { text, gaps }: FoldedText,
  start: number,
  words: string,
  chosen?: Map<number, string>,
): number {
  let at = start;
  for (let i = 0; i < words.length; i++, at++) {
    const gap = gaps.get(at);
    if (gap) {
      const form = gap.forms.find((one) => words.startsWith(one, i));
      if (form === undefined) return -1;
      if (gap.kind === 'hyphen') chosen?.set(gap.start, form);
      i += form.length;
      at += gap.shown.length;
      if (i === words.length) break;
    }
    if (words[i] !== text[at]) return -1;
  }
  return at;
}

/**
 * A passage of a source as it is shown: words that a line end cuts are whole, and footnote marks are left out.
 * @param spelling of quotes, from {@link spellingOf}: shown where a hyphen at a line's end may be read in two ways
 */
export const shownText = (
  source: SourceText,
  { start, end }: Span,
  spelling?: ReadonlyMap<number, string>,
): string =>
  shownPassage(source.text, source, foldedSource(source).order, { start, end }, spelling);

/** By where each hyphen at a line's end starts in the source, what a quote has in its place. */
export function spellingOf(
  source: SourceText,
  { start, end }: Span,
  exact: string,
): Map<number, string> {
  const reading = foldedSource(source);
  const chosen = new Map<number, string>();
  if (!reading.order.some((gap) => gap.kind === 'hyphen' && start <= gap.start && gap.end <= end))
    return chosen;
  const words = fold(exact).trim();
  const occurrence = occurrencesOf(reading, words, plainOf(source, reading)(words)).find(
    (span) => reading.original(span).start === start,
  );
  if (occurrence) endOf(reading, occurrence.start, words, chosen);
  return chosen;
}

interface LooseText {
  text: string;
  /** Where a character of it is in the text that it was made of. */
  original(at: number): number;
}

/** A text without its hyphens. Those at a line's end may be left out or have a space after them. */
function loosened(text: string): LooseText {
  // Where each hyphen was, and how much shorter the text is from there on.
  const offsets: number[] = [];
  const shorter: number[] = [];
  let total = 0;
  const without = text.replace(HYPHENS, (hyphens, at: number) => {
    offsets.push(at - total);
    total += hyphens.length;
    shorter.push(total);
    return '';
  });
  return {
    text: without,
    original(at) {
      let low = 0;
      for (let high = offsets.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((offsets[middle] ?? 0) > at) high = middle;
        else low = middle + 1;
      }
      return at + (shorter[low - 1] ?? 0);
    },
  };
}

const HYPHENS = /[-\u2010¬⸗]+ ?/gu;
const LEADING_HYPHENS = /^[-\u2010¬⸗]+ ?/u;
