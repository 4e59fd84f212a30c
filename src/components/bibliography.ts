/** What the record of a source or a reference says of its document, as labelled facts, in the order of a citation. */
import * as words from '#words';
import { type Bibliographic, doiUrl } from '../model/bibliography.ts';
import { doi, isbn } from '../words/signs.ts';

export interface Fact {
  field: string;
  label: string;
  value: string;
  /** Where the value leads. */
  href?: string;
}

/** @param language of the site, for lists of names */
export function bibliographicFacts(record: Bibliographic, language: string): Fact[] {
  const names = (list: readonly string[] | undefined): string | undefined =>
    list && new Intl.ListFormat(language).format(list);
  const { identifier = {}, edition, held, archived } = record;
  const facts: [
    field: string,
    label: string,
    value: string | undefined,
    href?: string | undefined,
  ][] = [
    ['author', words.record.author, names(record.author)],
    ['translator', words.record.translator, names(record.translator)],
    ['edition', words.record.edition, edition],
    ['held', words.record.held, held],
    ['callNumber', words.record.callNumber, identifier.callNumber],
    ['doi', doi, identifier.doi, doiUrl(identifier.doi ?? '')],
    ['isbn', isbn, identifier.isbn],
    ['archived', words.record.archived, archived, archived],
  ];
  return facts.flatMap(([field, label, value, href]) =>
    value === undefined ? [] : [{ field, label, value, ...(href !== undefined && { href }) }],
  );
}
