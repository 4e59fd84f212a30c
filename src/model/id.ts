/** Ids are addresses for good: lower case, so that no disk or server can merge two of them. */
import { z } from 'zod';

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens');

/**
 * A map from ids to entries, without a prototype: `constructor` is an id like any other, and is there only if it was
 * written.
 */
export const recordOf = <T extends z.ZodType>(entry: T) =>
  z.record(idSchema, entry).transform((map): typeof map => Object.assign(Object.create(null), map));

/** What Windows keeps for devices, whatever the extension: nobody there could check such a file out. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The share picture of the whole site, and where the link past a page's head leads. */
const OWN = ['index', 'main'];

/** Why a file or a page may not be called so, where it may not. */
export function whyReserved(id: string, what: 'event' | 'source' | 'actor'): string | null {
  if (DEVICES.test(id)) return 'Windows keeps that name for a device';
  return what === 'event' && OWN.includes(id) ? 'the site itself has that address' : null;
}
