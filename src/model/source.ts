import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { idSchema } from './id.ts';
import { languageSchema } from './language.ts';
import { findExact } from './quote.ts';
import { urlSchema } from './reference.ts';
import type { Span } from './text.ts';
import { titleSchema } from './title.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits');

/** The record beside a source's text, `sources/<id>.yaml`. */
export const sourceSchema = z.strictObject({
  title: titleSchema,
  /** Actor ids: who published it, and the agency whose report it carries. */
  publisher: idSchema,
  agency: idSchema.optional(),
  url: urlSchema,
  published: edtfSchema,
  language: languageSchema,
  rights: z.string().min(1),
  /** `excerpts` shows quoted sentences alone, for sources whose rights are reserved. */
  display: z.enum(['full', 'excerpts']),
  sha256: sha256Schema,
  /** The page that the text was taken from, kept beside it as `<id>.html`. */
  original: z
    .strictObject({
      sha256: sha256Schema,
      /** Its character set, where the page does not say it. */
      charset: z.string().min(1).optional(),
    })
    .optional(),
  /** Field → why, for what the document itself does not say. */
  inferred: z
    .partialRecord(z.enum(['title', 'publisher', 'agency', 'published']), z.string())
    .optional(),
  /** Spans that are not journalism. */
  furniture: z
    .array(z.strictObject({ exact: z.string().min(1), why: z.string().min(1) }))
    .optional(),
});

export type SourceRecord = z.infer<typeof sourceSchema>;
/** A source document: its record and its text, character for character. */
export type Source = SourceRecord & { id: string; text: string };

const furnitureSpans = new WeakMap<object, (Span & { why: string })[]>();

/** Every span of a source that is not journalism, and why: found once for each source, however often it is asked. */
export function furnitureOf(
  source: Pick<Source, 'text' | 'furniture'>,
): (Span & { why: string })[] {
  const known = furnitureSpans.get(source);
  if (known) return known;
  const spans = (source.furniture ?? []).flatMap(({ exact, why }) =>
    findExact(source.text, { exact }).map((span) => ({ ...span, why })),
  );
  furnitureSpans.set(source, spans);
  return spans;
}

// ICU ends a sentence after a title or an initialism that a name follows.
const NOT_AN_END =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|St|No|vs)|\b\p{Lu}(?:\.\p{Lu})*)\.\s*$/u;

/** The paragraphs of a text, one a line, without the empty ones. */
export function paragraphs(text: string): Span[] {
  return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** The sentences of a text, none across a line, white space at their ends left out. */
export function sentences(text: string, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return paragraphs(text).flatMap((paragraph) => {
    const spans: Span[] = [];
    let open: number | null = null;
    for (const { segment, index } of segmenter.segment(
      text.slice(paragraph.start, paragraph.end),
    )) {
      open ??= paragraph.start + index;
      const end = paragraph.start + index + segment.length;
      if (end < paragraph.end && NOT_AN_END.test(segment)) continue;
      spans.push(trimmed(text, { start: open, end }));
      open = null;
    }
    return spans;
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  const body = text.slice(start, end);
  return {
    start: start + body.length - body.trimStart().length,
    end: start + body.trimEnd().length,
  };
}
