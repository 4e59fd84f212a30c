import { typefacesOf, variableOf } from '../../model/typefaces.ts';

/**
 * The `<Font>` names of an archive's script. Astro generates its types from the current archive's fonts, so they do
 * not have every name.
 */
export const scriptFonts = (language: string): never[] =>
  typefacesOf(language).map(variableOf) as never[];
