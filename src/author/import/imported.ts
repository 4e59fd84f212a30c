/** What a file of another tool says, in one shape for all of them. */

export interface ImportedLink {
  href: string;
  /** What it is, in the file's words; plain text. */
  words: string;
}

export interface ImportedEvent {
  /** Where in the file: `event 3`, `line 12`. */
  where: string;
  /** Plain text. */
  title: string;
  /** Markdown that is already safe. */
  body: string;
  /** EDTF; an `Error` says why there is none. */
  date: string | Error;
  group: string;
  place: string;
  links: ImportedLink[];
  /** What the file says of it that an event has no room for. */
  left: string[];
}

export interface Imported {
  /** The format's name, as the report has it. */
  format: string;
  events: ImportedEvent[];
  /** What the file says of the whole that an archive has no room for, with its place. */
  left: string[];
}

/** An event with nothing but its place. */
export const blank = (where: string): ImportedEvent => ({
  where,
  title: '',
  body: '',
  date: new Error('it has no date'),
  group: '',
  place: '',
  links: [],
  left: [],
});

/** Paragraphs one after another, the empty ones left out. */
export const joined = (...paragraphs: string[]): string => paragraphs.filter(Boolean).join('\n\n');
