/** The reasons that a quote gives for what `check` would else refuse. */
import * as words from '#words';
import type { QuoteDraft } from './quote.ts';

/** What a reason is for, in the order in which reasons are shown. */
export const reasonKinds = ['word', 'phrase', 'unmarked', 'paragraphs', 'furniture'] as const;

export type ReasonKind = (typeof reasonKinds)[number];

export interface Reason {
  kind: ReasonKind;
  why: string;
}

/** The reasons of a quote; a part of a word or of a phrase has its own under `why`. */
export function reasonsOf(record: QuoteDraft): Reason[] {
  const { within, why } = record;
  return reasonKinds.flatMap((kind) => {
    const reason = kind === 'word' || kind === 'phrase' ? kind === within && why : record[kind];
    return reason ? [{ kind, why: reason }] : [];
  });
}

/** The reasons of a quote in words, one text each: `A part of a sentence: …`. */
export const reasonTexts = (record: QuoteDraft): string[] =>
  reasonsOf(record).map(({ kind, why }) => words.reasons[kind] + words.colon + why);
