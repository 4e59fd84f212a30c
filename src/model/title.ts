import { z } from 'zod';

/** Whether a text has a visible character: not only white space and characters without a glyph. */
export const isVisible = (text: string): boolean =>
  /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);

/** A title or a name, which links, marks and headings show. */
export const titleSchema = z
  .string()
  .min(1, { abort: true })
  .refine(isVisible, 'nothing of it can be seen');
