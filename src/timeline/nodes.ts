/** The SVG nodes of a drawing: which of them stay, and what stands on each. */

const SVG = 'http://www.w3.org/2000/svg';
/** A new SVG element, for `parent`. */
export const newNode = (parent: Element, tag: string): Element =>
  parent.ownerDocument.createElementNS(SVG, tag);

/**
 * Gives a node one `<g>` for each shape, in the order of the shapes, and removes all others. A node keeps the shape of its
 * `data-key`; as few as possible are moved among their neighbours, because a moved node loses the focus.
 * @param each draws a shape into its node
 * @param named whether a node's key is also its class
 */
export function join<Shape extends { key: string }>(
  parent: Element,
  shapes: readonly Shape[],
  each: (node: Element, shape: Shape) => void,
  named = false,
): void {
  const before = joined.get(parent) ?? childrenOf(parent);
  // Most frames bring nothing into view and take nothing out of it.
  const isSame =
    before.length === shapes.length && before.every(({ key }, i) => key === shapes[i]?.key);
  const now = isSame ? before : arrange(parent, shapes, before, named);
  joined.set(parent, now);
  now.forEach(({ node }, i) => {
    each(node, shapes[i] as Shape);
  });
}

interface Keyed {
  key: string;
  node: Element;
}

/** What was last joined to each parent, in order. Nothing else adds or removes a `<g>`. */
const joined = new WeakMap<Element, Keyed[]>();

const childrenOf = (parent: Element): Keyed[] =>
  [...parent.children]
    .filter((node) => node.tagName.toLowerCase() === 'g')
    .map((node) => ({ key: node.getAttribute('data-key') ?? '', node }));

function arrange(
  parent: Element,
  shapes: readonly { key: string }[],
  before: readonly Keyed[],
  named: boolean,
): Keyed[] {
  const wanted = new Set(shapes.map(({ key }) => key));
  // Where each of those that stay is among their neighbours.
  const kept = new Map<string, number>();
  before.forEach(({ key, node }, i) => {
    if (wanted.delete(key)) kept.set(key, i);
    else node.remove();
  });
  const now: Keyed[] = [];
  let next: Element | null = null;
  let end = before.length;
  for (const { key } of shapes.toReversed()) {
    const at = kept.get(key);
    const one = at === undefined ? newKeyed(parent, key, named) : (before[at] as Keyed);
    if (at !== undefined && at < end) end = at;
    else parent.insertBefore(one.node, next);
    next = one.node;
    now.push(one);
  }
  return now.reverse();
}

function newKeyed(parent: Element, key: string, named: boolean): Keyed {
  const node = newNode(parent, 'g');
  if (named) node.setAttribute('class', key);
  node.setAttribute('data-key', key);
  return { key, node };
}

/** One node of a shape's drawing. */
export interface Piece {
  tag: 'rect' | 'path' | 'circle' | 'text' | 'tspan';
  /** Its class; `''` for none, where no sibling has the same tag. */
  name: string;
  attributes: Record<string, string | number>;
  /** The lines of a text that may have several; empty where `text` is all. */
  lines: { text: string; x: number; y: number }[];
  text: string;
}

export const piece = (
  tag: Piece['tag'],
  attributes: Piece['attributes'],
  more: Partial<Piece> = {},
): Piece[] => [{ tag, name: '', attributes, lines: [], text: '', ...more }];

/** No node for an empty path: a dense view must have few nodes. */
export const line = (name: string, d: string): Piece[] => (d ? piece('path', { d }, { name }) : []);
export const textAt = (text: string, position: { x?: number; y?: number } = {}): Piece[] =>
  text ? piece('text', position, { text }) : [];
const nameOf = (node: Element): string => node.getAttribute('class') || node.tagName.toLowerCase();

/** The children that a node was last given. Nothing else writes their attributes and texts. */
const filled = new WeakMap<Element, { node: Element; piece: Piece }[]>();

/** Gives a node the pieces of its shape as children, from back to front, and removes all others. */
export function fill(parent: Element, pieces: readonly Piece[]): void {
  const before = filled.get(parent);
  if (before?.length === pieces.length && before.every(({ piece }, i) => isLike(piece, pieces[i])))
    for (const [i, one] of before.entries()) {
      const piece = pieces[i] as Piece;
      writePiece(one.node, piece, one.piece);
      one.piece = piece;
    }
  else {
    const nodes = childrenFor(parent, pieces);
    filled.set(
      parent,
      pieces.map((piece, i) => ({ node: nodes[i] as Element, piece })),
    );
    for (const [i, piece] of pieces.entries()) writePiece(nodes[i] as Element, piece, null);
  }
}

/** Whether the same node shows both. */
const isLike = (a: Piece, b: Piece | undefined): boolean => a.tag === b?.tag && a.name === b.name;

/** One child for each piece. Those that fit are kept. */
function childrenFor(parent: Element, pieces: readonly Piece[]): Element[] {
  let next = parent.firstElementChild;
  const dropUntil = (node: Element | null): void => {
    while (next && next !== node) {
      const dropped = next;
      next = next.nextElementSibling;
      dropped.remove();
    }
  };
  const children = pieces.map(({ tag, name }) => {
    let node = next;
    while (node && nameOf(node) !== (name || tag)) node = node.nextElementSibling;
    if (node) dropUntil(node);
    else node = parent.insertBefore(newNode(parent, tag), next);
    next = node.nextElementSibling;
    return node;
  });
  dropUntil(null);
  return children;
}

/** @param before what stands on the node; `null` where nobody knows */
function writePiece(
  node: Element,
  { name, attributes, text, lines }: Piece,
  before: Piece | null,
): void {
  if (name && !before) write(node, 'class', name);
  for (const attribute in attributes)
    if (!before) write(node, attribute, `${attributes[attribute]}`);
    else if (attributes[attribute] !== before.attributes[attribute])
      node.setAttribute(attribute, `${attributes[attribute]}`);
  if (lines.length > 0)
    fill(
      node,
      lines.flatMap(({ text, x, y }) => piece('tspan', { x, y }, { text })),
    );
  else if (text !== before?.text || before.lines.length > 0) {
    writeText(node, text);
    filled.delete(node);
  }
}

// Writing an unchanged value would still make the browser compute styles and layout again.
export function write(node: Element, attribute: string, value: string): void {
  if (node.getAttribute(attribute) !== value) node.setAttribute(attribute, value);
}
function writeText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
