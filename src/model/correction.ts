import { z } from 'zod';
import { edtfSchema } from './date.ts';

/** A published correction: its date, what the event said before, and what it says now. */
export const correctionSchema = z.strictObject({
  date: edtfSchema,
  was: z.string().min(1),
  now: z.string().min(1),
});

export type Correction = z.infer<typeof correctionSchema>;
