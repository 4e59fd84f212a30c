import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { isVisible } from './title.ts';

/** What the editors say when they take back an event that was published: since when, and why. */
export const retractionSchema = z.strictObject({
  date: edtfSchema,
  why: z.string().refine(isVisible, 'there is no word in it'),
});

export type Retraction = z.infer<typeof retractionSchema>;
