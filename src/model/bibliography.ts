/** What a record says of a document: where it is, whose it is, and by what number libraries know it. */
import { z } from 'zod';

/** Only web addresses; `javascript:` and the like are refused. */
export const urlSchema = z.url({
  protocol: /^https?$/,
  error: 'an address begins with https:// or http://',
});

const textSchema = z.string().regex(/\S/, 'there is no word in it');

/** One name, or several. */
const namesSchema = z
  .union([textSchema, z.array(textSchema).min(1)])
  .transform((names) => [names].flat());

/** @see https://www.doi.org/doi-handbook/HTML/doi-syntax.html */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[!-~]+$/;

/** Whether the last digit of an ISBN is the one that the others give. @see https://www.iso.org/standard/65483.html */
export function isIsbn(given: string): boolean {
  const digits = given.replace(/[- ]/g, '').toUpperCase();
  const sum = (weights: (i: number) => number): number =>
    [...digits].reduce((total, digit, i) => total + weights(i) * (digit === 'X' ? 10 : +digit), 0);
  if (/^\d{9}[\dX]$/.test(digits)) return sum((i) => 10 - i) % 11 === 0;
  return /^97[89]\d{10}$/.test(digits) && sum((i) => (i % 2 === 0 ? 1 : 3)) % 10 === 0;
}

const identifierSchema = z
  .strictObject({
    doi: z
      .string()
      .regex(DOI, 'a DOI begins with 10. and has a slash, as 10.1000/182, without https://doi.org/')
      .optional(),
    isbn: z
      .string()
      .refine(
        isIsbn,
        'not an ISBN: that has 10 or 13 digits, of which the last one fits the others',
      )
      .optional(),
    /** What a library or an archive asks for it by. */
    callNumber: textSchema.optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'it has none of doi, isbn and callNumber');

/** The keys that sources and references share. */
export const bibliographicShape = {
  /** Where it is on the web. */
  url: urlSchema.optional(),
  /** Where it can be seen, if it is not on the web: needed without `url`. */
  held: textSchema.optional(),
  /** The address of an archive's copy of the page. */
  archived: urlSchema.optional(),
  author: namesSchema.optional(),
  translator: namesSchema.optional(),
  edition: textSchema.optional(),
  identifier: identifierSchema.optional(),
};

export type Bibliographic = z.infer<z.ZodObject<typeof bibliographicShape>>;

/** The address that leads from a DOI to its document. */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
