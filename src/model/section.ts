/** The sections of a document that has headings: derived from it with its text, never typed. */
import type { Span } from './text.ts';

/** From where on a text stands under which headings, as the document has them. */
export interface Section {
  /** Where it begins in the text; it ends where the next one begins. */
  start: number;
  /** From the outermost; none after the end of a section that no other follows. */
  headings: string[];
  /** Of the last heading on its page, if it has one. */
  id?: string;
}

/** The section that a span begins in; `null` if it stands under no heading. */
export function sectionAt(
  { sections }: { sections?: readonly Section[] | undefined },
  { start }: Span,
): Section | null {
  const section = sections?.findLast((one) => one.start <= start);
  return section && section.headings.length > 0 ? section : null;
}
