/** The captions of an event's media: Markdown in its front matter, which cites as its body does. */
import type { Body, BodyNode } from '../../model/body.ts';
import type { EventDraftRecord } from '../../model/event.ts';
import { error, type Position, type Problem } from '../problem.ts';
import { parseBody } from './body.ts';
import { type TextFile, textFile } from './file.ts';
import type { Yaml } from './yaml.ts';

interface Captions {
  /** In the order of the record; `offset` is that of the caption, or of the file where there is none. */
  media: { file: string; caption: Body; offset: number }[];
  problems: Problem[];
}

/** Parses the captions. Every node has the offset of the caption as a whole. */
export function captionsOf(
  file: TextFile,
  { part, position }: { part: Partial<EventDraftRecord>; position: Yaml['position'] },
): Captions {
  const problems: Problem[] = [];
  const media = (part.media ?? []).map((medium, i) => {
    const place = position(['media', i, medium.caption === undefined ? 'file' : 'caption']);
    const offset = offsetOf(file.text, place);
    const caption = captionIn(file, medium.caption ?? '', place, problems);
    return { file: medium.file, caption: caption.map((node) => placedAt(node, offset)), offset };
  });
  return { media, problems };
}

function captionIn(file: TextFile, words: string, place: Position, problems: Problem[]): Body {
  if (words === '') return [];
  const text: TextFile = { ...textFile(file.file, words, file.bytes), at: () => place };
  const { body, problems: found } = parseBody(text, 0, false);
  problems.push(...found);
  const [block, ...others] = body ?? [];
  if (block?.type === 'paragraph' && others.length === 0) return block.children;
  if (found.length === 0)
    problems.push(
      error(1, place, 'a caption is one paragraph', ['write what follows in the text']),
    );
  return [];
}

const placedAt = (node: BodyNode, offset: number): BodyNode =>
  ({
    ...node,
    ...('offset' in node && { offset }),
    ...('children' in node && { children: node.children.map((child) => placedAt(child, offset)) }),
  }) as BodyNode;

/** The UTF-16 offset of a position. */
function offsetOf(text: string, { line, column }: Position): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
