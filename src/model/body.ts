/**
 * The tree of an event's or page's text, which `check` parses from Markdown and from which pages, notes, citations
 * and lists of references are made. It contains only what is on the allow list, so none of it is code. Node names are
 * mdast's; `citation`, `foreign` and `note` are ours. Plain data without prototypes.
 * @see https://github.com/syntax-tree/mdast
 */

/** What a note can be about. */
export const noteTopics = ['date', 'translation', 'discrepancy', 'context', 'correction'] as const;
export type NoteTopic = (typeof noteTopics)[number];

interface Parent {
  children: BodyNode[];
}

/** Where a node begins: a UTF-16 offset into its file. */
interface Positioned {
  offset: number;
}

/** Words linked to a quote of the event (`#<id>`) or to a reference (`ref:<id>`). */
export interface Citation extends Parent, Positioned {
  type: 'citation';
  kind: 'quote' | 'reference';
  id: string;
}

/** An editorial note, always between blocks. */
export interface Note extends Parent, Positioned {
  type: 'note';
  about: NoteTopic;
}

/** One of the event's media, always between blocks; its children are the caption. */
export interface Placed extends Parent, Positioned {
  type: 'medium';
  /** In `media/`. */
  file: string;
  /** As the text has it. */
  alt: string;
}

/** The number behind the words of a citation in print. Not in a parsed text: the print edition adds it. */
export interface NumberNode {
  type: 'number';
  anchor: string;
  label: string;
  /** Its own anchor, if it is the first number with this label. */
  id: string | null;
  /** Whether it directly follows another number. */
  follows: boolean;
}

export type BodyNode =
  | { type: 'text' | 'inlineCode'; value: string }
  | { type: 'break' | 'thematicBreak' }
  | ({ type: 'emphasis' | 'strong' | 'blockquote' | 'tableRow' | 'tableCell' } & Parent)
  | ({ type: 'link'; url: string } & Parent)
  /** Words of another language, a BCP 47 tag. */
  | ({ type: 'foreign'; language: string } & Parent)
  | ({ type: 'paragraph' } & Parent & Positioned)
  | ({ type: 'heading'; depth: number } & Parent & Positioned)
  | ({ type: 'list'; ordered: boolean; start: number; spread: boolean } & Parent)
  | ({ type: 'listItem' } & Parent)
  | ({ type: 'table'; align: (string | null)[] } & Parent & Positioned)
  | ({ type: 'code'; value: string } & Positioned)
  | Placed
  | Citation
  | Note
  | NumberNode;

/** Blocks, in order. */
export type Body = readonly BodyNode[];

/** A block that makes a statement, with its citations outside notes. */
export interface Statement {
  node: Extract<BodyNode, { type: 'paragraph' | 'heading' | 'table' | 'code' | 'medium' }>;
  citations: Citation[];
}

const childrenOf = (node: BodyNode): readonly BodyNode[] =>
  'children' in node ? node.children : [];

/** Every node, parents first, in reading order. */
export function* nodesOf(body: Body): Generator<BodyNode> {
  for (const node of body) {
    yield node;
    yield* nodesOf(childrenOf(node));
  }
}

/** The words alone, without marks. */
export const wordsOf = (body: Body): string =>
  body.map((node) => ('value' in node ? node.value : wordsOf(childrenOf(node)))).join('');

/** Every citation, those in notes as well. */
export const citationsOf = (body: Body): Citation[] =>
  [...nodesOf(body)].filter((node) => node.type === 'citation');

/** Every note. */
export const notesOf = (body: Body): Note[] =>
  [...nodesOf(body)].filter((node) => node.type === 'note');

/** The ids of the references that are cited, each once, in order. */
export const referencesOf = (body: Body): string[] => [
  ...new Set(
    citationsOf(body)
      .filter(({ kind }) => kind === 'reference')
      .map(({ id }) => id),
  ),
];

/** The non-empty blocks outside notes. */
export function statementsOf(body: Body): Statement[] {
  return body.flatMap((node): Statement[] => {
    switch (node.type) {
      case 'note':
        return [];
      case 'paragraph':
      case 'heading':
      case 'table':
      case 'code':
      case 'medium': {
        const words = 'value' in node ? node.value : wordsOf(node.children);
        return /\S/.test(words) ? [{ node, citations: citationsOf([node]) }] : [];
      }
      default:
        return statementsOf(childrenOf(node));
    }
  });
}

/**
 * A text with an event's captions at the media that it places. The media that it does not place follow it, before the
 * notes at its end.
 * @param media files and captions, in order; `offset` is that of the caption
 */
export function withMedia(
  body: Body,
  media: readonly { file: string; caption: Body; offset: number }[],
): Body {
  const captions = new Map(media.map(({ file, caption }) => [file, caption]));
  const placed = body.map((node) =>
    node.type === 'medium' ? { ...node, children: [...(captions.get(node.file) ?? [])] } : node,
  );
  const isPlaced = new Set(body.flatMap((node) => (node.type === 'medium' ? [node.file] : [])));
  const others = media
    .filter(({ file }) => !isPlaced.has(file))
    .map(
      ({ file, caption, offset }): Placed => ({
        type: 'medium',
        file,
        alt: '',
        children: [...caption],
        offset,
      }),
    );
  return placed.toSpliced(placed.findLastIndex(({ type }) => type !== 'note') + 1, 0, ...others);
}
