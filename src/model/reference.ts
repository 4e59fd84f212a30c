import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { languageSchema } from './language.ts';

/** Only web addresses; `javascript:` and the like are refused. */
export const urlSchema = z.url({
  protocol: /^https?$/,
  error: 'an address begins with https:// or http://',
});

/** An outside page that supports a fact, never a quote: an entry of `references.yaml`. */
export const referenceSchema = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: urlSchema,
  language: languageSchema,
  /** The day an editor last saw it; left out where nobody has. */
  seen: edtfSchema.optional(),
  note: z.string().optional(),
});

export type ReferenceRecord = z.infer<typeof referenceSchema>;
export type Reference = ReferenceRecord & { id: string };
