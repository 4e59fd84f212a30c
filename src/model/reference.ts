import { z } from 'zod';
import { bibliographicShape } from './bibliography.ts';
import { edtfSchema } from './date.ts';
import { languageSchema } from './language.ts';

/** An outside page or book that supports a fact, never a quote: an entry of `references.yaml`. */
export const referenceSchema = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  ...bibliographicShape,
  language: languageSchema,
  /** The day an editor last saw it; left out where nobody has. */
  seen: edtfSchema.optional(),
  note: z.string().optional(),
});

export type ReferenceRecord = z.infer<typeof referenceSchema>;
export type Reference = ReferenceRecord & { id: string };
