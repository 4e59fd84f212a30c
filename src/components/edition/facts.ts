/** Document properties and bookmarks of the PDF. */
import * as words from '#words';
import type { Archive } from '../../model/archive.ts';
import { type Body, nodesOf, wordsOf } from '../../model/body.ts';

/** @param date of the edition, YYYY-MM-DD */
export function factsOf(archive: Archive, date: string | null) {
  const { site, events, epilogue, retracted } = archive;
  return {
    title: site.title,
    author: site.author,
    date,
    headings: [
      site.title,
      words.edition.happened,
      ...events.flatMap(({ title, body }, i) => [`${i + 1} ${title}`, ...headingsOf(body)]),
      ...(epilogue ? [epilogue.title, ...headingsOf(epilogue.body)] : []),
      ...(retracted.length > 0 ? [words.method.retractions] : []),
      words.edition.voices,
      words.references,
      words.edition.outside,
      words.edition.checked,
    ],
  };
}

const headingsOf = (body: Body): string[] =>
  [...nodesOf(body)].flatMap((node) => (node.type === 'heading' ? [wordsOf(node.children)] : []));
