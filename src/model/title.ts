import { z } from 'zod';

/** Whether there is something to see in a text: more than white space and characters that draw nothing. */
export const isVisible = (text: string): boolean =>
  /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);

/** A title or a name: what links, marks and headings show. */
export const titleSchema = z
  .string()
  .min(1, { abort: true })
  .refine(isVisible, 'nothing of it can be seen');
