/** What readers return, whatever the format. */
import type { Furniture } from './furniture.ts';
import type { Section } from './sections.ts';
import { Unreadable } from './unreadable.ts';

/** Words of a document that were left out of its text. */
export interface LeftOut {
  words: string;
  why: string;
}

/** The text of a document, and what was read with it. */
export interface Extract {
  /** As the document gives it, or empty. */
  title: string;
  language: string;
  /** `null` for a format that has one of its own. */
  charset: string | null;
  text: string;
  leftOut: LeftOut[];
  /** What the author should know of the reading, one line each. */
  remarks: string[];
  /** Whom it names as its authors, where its format has a field for them. */
  authors?: string[];
  /** What seems to be no part of the document, although it is in its text. */
  furniture?: Furniture[];
  /** Its text has marks of footnotes. */
  marks?: 'footnotes';
  /** Of a document with headings, what of its text stands under which. */
  sections?: Section[];
  /** Of a document of pages, what its record says of them. */
  paged?: Paged;
}

/** The pages of a document; its text has a form feed where each but the first begins. */
export interface Paged {
  pages: number;
  /** What each is called, empty for none; absent if each is called by its number. */
  labels?: string[];
  /** The version of the code that took the text: another may take another. */
  extraction: number;
}

/**
 * @param isPage whether a browser shows it, with scripts
 * @throws {Unreadable} if a document has no text
 */
export function nonEmpty(extracted: Extract, isPage: boolean): Extract {
  if (extracted.text !== '') return extracted;
  throw new Unreadable('no text that a reader sees', [
    !isPage
      ? 'if its words are in pictures, have them recognised first, as with ocrmypdf or tesseract'
      : extracted.leftOut.length > 0
        ? 'all its words are hidden until a script shows them: open it in a browser and save it from there'
        : 'if a script makes the page, open it in a browser and save it from there',
  ]);
}
