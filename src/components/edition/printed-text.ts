/** An event's text in print: a line on date and place, with citations, then the body. */
import * as words from '#words';
import type { Event } from '../../model/archive.ts';
import type { Body, BodyNode } from '../../model/body.ts';
import { formatDate, precisionName } from '../../model/date-words.ts';
import type { Reference } from '../../model/reference.ts';

/** The first paragraph is the line on date and place, without the date itself. */
export function printedText(
  { when, refined, place, track, media, body }: Event,
  language: string,
): Body {
  const precision =
    refined && refined.when.edtf !== when.edtf
      ? ` ${words.inSourceDate(formatDate(when, language))}${words.stop}`
      : words.inBrackets(precisionName(when)) + words.stop;
  const line: BodyNode = {
    type: 'paragraph',
    children: [
      ...cite(refined?.references),
      { type: 'text', value: precision + (place?.name ?? '') },
      ...cite(place?.references),
      { type: 'text', value: (place ? words.stop : '') + words.sentence(track.label).trimEnd() },
    ],
    offset: 0,
  };
  // What a picture is from is cited at the end of its caption.
  const references = new Map(media.map(({ file, reference }) => [file, reference]));
  const text = body.map((node) => {
    const reference = node.type === 'medium' ? references.get(node.file) : null;
    return node.type === 'medium' && reference
      ? { ...node, children: [...node.children, ...cite([reference])] }
      : node;
  });
  return [line, ...text];
}

/** Citations without words, after a date or a place. */
const cite = (references: readonly Reference[] = []): BodyNode[] =>
  references.map(({ id }) => ({
    type: 'citation',
    kind: 'reference',
    id,
    children: [],
    offset: 0,
  }));
