import { z } from 'zod';
import { edtfSchema } from './date.ts';

/** What an event said, what it says now, and since when: never silent, never removed. */
export const correctionSchema = z.strictObject({
  date: edtfSchema,
  was: z.string().min(1),
  now: z.string().min(1),
});

export type Correction = z.infer<typeof correctionSchema>;
