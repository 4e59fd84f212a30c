import { typefacesOf, variableOf } from '../../model/typefaces.ts';

/**
 * The fonts that an archive has for its script; Astro's types know those of the archive that they were made for, and so
 * not every one.
 */
export const scriptFonts = (language: string): never[] =>
  typefacesOf(language).map(variableOf) as never[];
