/** Which pictures of passages the page of a source shows. */
import { originalOf } from '../build/checked.ts';
import type { Picture } from '../drawings/cut.ts';
import { facsimiles } from '../drawings/facsimile.ts';
import { everyEvent, type Passage } from '../model/archive.ts';
import type { Source } from '../model/source.ts';
import { getArchive } from './_archive.ts';

export interface Facsimile extends Picture {
  source: string;
  /** What its files are called, but for the density. */
  name: string;
}

/** By the anchor of a passage, its pictures. Nothing is shown of a source whose rights are reserved. */
export async function facsimilesOf(source: Source): Promise<Map<string, Facsimile[]>> {
  const original = originalOf(source.id);
  if (source.display !== 'full' || original?.format !== 'pdf') return new Map();
  const passages = quotedIn(source);
  const pictures = await facsimiles(original.bytes, passages);
  return new Map(
    passages.map(({ anchor }, i) => [
      anchor,
      (pictures[i] ?? []).map((picture, at) =>
        Object.assign({}, picture, { source: source.id, name: `${anchor}.${at + 1}` }),
      ),
    ]),
  );
}

const quotedIn = ({ id }: Source): Passage[] =>
  everyEvent(getArchive()).flatMap(({ quotes }) =>
    quotes.flatMap((quote) => (quote.source.id === id ? quote.passages : [])),
  );
