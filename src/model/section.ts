/** The sections of a document that has headings: derived from it with its text, never typed. */
import { once } from './once.ts';
import { fold, type Span } from './text.ts';

/** From where on a text stands under which headings, as the document has them. */
export interface Section {
  /** Where it begins in the text; it ends where the next one begins. */
  start: number;
  /** From the outermost; none after the end of a section that no other follows. */
  headings: string[];
  /** Of the last heading on its page, if it has one. */
  id?: string;
}

interface Sectioned {
  sections?: readonly Section[] | undefined;
  furniture?: readonly { exact: string }[] | undefined;
}

/** The section that a span begins in; `null` if it stands under no heading, but for what the record names as furniture. */
export function sectionAt(source: Sectioned, { start }: Span): Section | null {
  const { sections, furniture = [] } = source;
  const section = sections?.findLast((one) => one.start <= start);
  if (!section) return null;
  const apart = once(source, 'folded furniture', () => furniture.map(({ exact }) => fold(exact)));
  const isOwn = (heading: string): boolean => !apart.some((one) => one.includes(fold(heading)));
  const headings = section.headings.filter(isOwn);
  if (headings.length === 0) return null;
  const { id } = section;
  const isLast = headings.at(-1) === section.headings.at(-1);
  return { start: section.start, headings, ...(id !== undefined && isLast && { id }) };
}
