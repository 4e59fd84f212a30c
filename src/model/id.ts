/**
 * Ids are permanent URLs: without capitals and in one normal form, so that no disk or server takes two of them for one.
 * They are of Latin letters, or of scripts that have no capitals and that no transliteration spells as their readers do.
 */
import { z } from 'zod';

/**
 * A letter of Arabic, Han, Hangul, Thai and their like, with its marks, as the source of a regular expression with the
 * flag `u`. `ー` and `〆` are of no single script.
 */
export const OWN_LETTER =
  '(?:[ー〆]|(?!\\p{Default_Ignorable_Code_Point}|[\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Common}])[\\p{Lo}\\p{Lm}])(?:(?!\\p{Default_Ignorable_Code_Point}|[\\u0300-\\u036F])\\p{M})*';

export const ID_FORM =
  'lower-case letters a to z or letters of scripts without capitals, digits and single hyphens';

const PART = `(?:[a-z0-9]|${OWN_LETTER})+`;
export const idSchema = z
  .string()
  .regex(new RegExp(`^${PART}(?:-${PART})*$`, 'u'), `an id is ${ID_FORM}`)
  .refine((id) => id === id.normalize('NFC'), 'an id is in Unicode’s normal form NFC');

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
