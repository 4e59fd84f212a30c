import { z } from 'zod';
import { idSchema } from './id.ts';
import { languageSchema } from './language.ts';
import { type FoldedText, fold, foldWithOffsets, type Span } from './text.ts';

/** A quote in the site's language, and who put it so. */
export const translationSchema = z.strictObject({
  text: z.string().regex(/\S/, 'a translation is at least one word'),
  language: languageSchema,
  by: z.string().min(1),
});

/** How a source gives the words: in quotation marks, reported in its own words, or as its own statement. */
export const quoteModes = ['direct', 'indirect', 'narration'] as const;

/** A quote as an event's front matter gives it: a TextQuoteSelector, a speaker and the way the words travelled. */
export const quoteSchema = z.strictObject({
  source: idSchema,
  exact: z.string().regex(/[\p{L}\p{N}]/u, 'a quote is at least one word or number'),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  speaker: idSchema,
  mode: z.enum(quoteModes),
  /** Actor ids between the speaker and the source's agency, in order. */
  via: z.array(idSchema),
  /** Why the speaker or a link of the chain is taken to be who is named, where the sentence does not say. */
  inferred: z.string().optional(),
  /** It begins or ends inside a word or a number on purpose; `why` says for what. */
  within: z.literal('word').optional(),
  /** Why it is quoted in a way that `check` would else refuse. */
  why: z.string().regex(/\S/, 'a reason is at least one word').optional(),
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
});

export type QuoteDraft = z.infer<typeof quoteDraftSchema>;

/** @see https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

const folded = new Map<string, FoldedText>();

/** A source's text folded, once for each text however many quotes are sought in it. */
export function foldedSource(text: string): FoldedText {
  const known = folded.get(text);
  if (known) return known;
  const made = foldWithOffsets(text);
  folded.set(text, made);
  return made;
}

/**
 * Every place where a source holds a quote, as offsets into the source's text.
 * Equality is that of {@link fold}; `prefix` and `suffix` must touch the quote, white space aside.
 */
export function findExact(sourceText: string, selector: TextQuoteSelector): Span[] {
  const source = foldedSource(sourceText);
  const exact = fold(selector.exact).trim();
  const prefix = fold(selector.prefix ?? '').trim();
  const suffix = fold(selector.suffix ?? '').trim();
  const found: Span[] = [];
  if (!exact) return found;
  for (let at = source.text.indexOf(exact); at >= 0; at = source.text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const before = source.text.slice(Math.max(0, at - prefix.length - 1), at).trimEnd();
    const after = source.text.slice(end, end + suffix.length + 1).trimStart();
    if (before.endsWith(prefix) && after.startsWith(suffix))
      found.push(source.original({ start: at, end }));
  }
  return found;
}
