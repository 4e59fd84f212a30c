import { z } from 'zod';
import { bibliographicShape } from './bibliography.ts';
import { edtfSchema } from './date.ts';
import { idSchema } from './id.ts';
import { languageSchema } from './language.ts';
import { once } from './once.ts';
import { findExact, reasonSchema, type SourceText } from './quote.ts';
import type { Section } from './section.ts';
import type { Span } from './text.ts';
import { titleSchema } from './title.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits');

/** The record beside a source's text, `sources/<id>.yaml`. */
export const sourceSchema = z.strictObject({
  title: titleSchema,
  /** Actor ids: who published it, and the agency whose report it carries. */
  publisher: idSchema,
  agency: idSchema.optional(),
  ...bibliographicShape,
  published: edtfSchema,
  language: languageSchema,
  rights: z.string().min(1),
  /** `excerpts` shows quoted sentences alone, for sources whose rights are reserved. */
  display: z.enum(['full', 'excerpts']),
  sha256: sha256Schema,
  /** The document that the text was taken from, kept beside it as `<id>.html` or the like. */
  original: z
    .strictObject({
      sha256: sha256Schema,
      /** Its character set, where the page does not say it. */
      charset: z.string().min(1).optional(),
      /** Of the style sheets that lay beside it, kept as `<id>.css`. */
      styles: sha256Schema.optional(),
      /** Of a document of pages, how many there are; the text has a form feed where each but the first begins. */
      pages: z.int().positive().optional(),
      /** What its pages are called, empty for none. Without it, each is called by its number. */
      labels: z.array(z.string().max(40)).optional(),
      /** The version of the code that took the text out of it. */
      extraction: z.int().positive().optional(),
    })
    .optional(),
  /** Field → why, for what the document itself does not say. */
  inferred: z
    .partialRecord(z.enum(['title', 'publisher', 'agency', 'published']), reasonSchema)
    .optional(),
  /** What a line end is: see {@link Layout}. */
  lines: z.enum(['kept', 'paragraphs']).optional(),
  /** What stands between the words and is none of them. */
  marks: z.enum(['footnotes']).optional(),
  /** Whether every sentence is to be quoted or named as furniture: see {@link isWhole}. */
  quoted: z.enum(['whole', 'in-part']).optional(),
  /** Spans that are not journalism. */
  furniture: z.array(z.strictObject({ exact: z.string().min(1), why: reasonSchema })).optional(),
});

export type SourceRecord = z.infer<typeof sourceSchema>;
/** A source document: its record and its text, character for character. */
export type Source = SourceRecord & {
  id: string;
  text: string;
  /** Of a document with headings, in order; taken from the document with its text. */
  sections?: readonly Section[] | undefined;
};

/** A source of more characters is a book or a transcript: of those, events quote passages. */
const LONG = 100_000;

/** Whether a source is so long that its page shows passages with what is around them, and not all of it. */
export const isLong = ({ text }: Pick<Source, 'text'>): boolean => text.length > LONG;

/** Whether every sentence of a source is to be quoted or named as furniture. */
export const isWhole = (source: Pick<Source, 'text' | 'quoted'>): boolean =>
  source.quoted === undefined ? !isLong(source) : source.quoted === 'whole';

/** Every span of a source that is not journalism, and why. */
export const furnitureOf = (
  source: Pick<Source, 'furniture'> & SourceText,
): (Span & { why: string })[] =>
  once(source, 'furniture', () =>
    (source.furniture ?? []).flatMap(({ exact, why }) =>
      findExact(source, { exact }).map((span) => ({ ...span, why })),
    ),
  );
