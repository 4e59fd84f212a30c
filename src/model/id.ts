/** Ids are permanent URLs: lower case, so that no disk or server takes two of them for one. */
import { z } from 'zod';

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens');

/** A map from ids to entries, without a prototype, so that `constructor` is an id like any other. */
export const recordOf = <T extends z.ZodType>(entry: T) =>
  z.record(idSchema, entry).transform((map): typeof map => Object.assign(Object.create(null), map));

/** Device names of Windows, with any extension: such a file could not be checked out there. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Used by the site: its share picture, and the anchor of the skip link. */
const OWN = ['index', 'main'];

/** Why an id is reserved; `null` if it is not. */
export function whyReserved(id: string, what: 'event' | 'source' | 'actor'): string | null {
  if (DEVICES.test(id)) return 'Windows keeps that name for a device';
  return what === 'event' && OWN.includes(id) ? 'the site itself has that address' : null;
}
