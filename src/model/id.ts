/** Ids are addresses for good: lower case, so that no disk or server can merge two of them. */
import { z } from 'zod';

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens');
