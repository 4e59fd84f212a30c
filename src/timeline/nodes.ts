/** The SVG nodes of a drawing: which of them stay, and what stands on each. */

const SVG = 'http://www.w3.org/2000/svg';
/** A new SVG element, for `parent`. */
export const newNode = (parent: Element, tag: string): Element =>
  parent.ownerDocument.createElementNS(SVG, tag);

/** `Node.DOCUMENT_POSITION_FOLLOWING`; the build has no global `Node`. */
const FOLLOWING = 4;

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
  const kept = new Map<string, Keyed>();
  for (const one of before)
    if (wanted.delete(one.key)) kept.set(one.key, one);
    else one.node.remove();
  let next: Element | null = null;
  const now: Keyed[] = [];
  for (const { key } of shapes.toReversed()) {
    const found = kept.get(key);
    const one: Keyed = found ?? { key, node: newNode(parent, 'g') };
    const { node } = one;
    if (!found) {
      if (named) node.setAttribute('class', key);
      node.setAttribute('data-key', key);
    }
    const isBefore =
      found &&
      (!next || node.nextElementSibling === next || node.compareDocumentPosition(next) & FOLLOWING);
    if (!isBefore) parent.insertBefore(node, next);
    next = node;
    now.unshift(one);
  }
  return now;
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

/** Gives a node the pieces of its shape as children, from back to front, and removes all others. */
export function fill(parent: Element, pieces: Piece[][]): void {
  let next = parent.firstElementChild;
  const dropUntil = (node: Element | null): void => {
    while (next && next !== node) {
      const dropped = next;
      next = next.nextElementSibling;
      dropped.remove();
    }
  };
  for (const { tag, name, attributes, text, lines } of pieces.flat()) {
    let node = next;
    while (node && nameOf(node) !== (name || tag)) node = node.nextElementSibling;
    if (node) dropUntil(node);
    else node = parent.insertBefore(newNode(parent, tag), next);
    next = node.nextElementSibling;
    if (name) write(node, 'class', name);
    for (const attribute in attributes) write(node, attribute, `${attributes[attribute]}`);
    if (lines.length > 0)
      fill(
        node,
        lines.map(({ text, x, y }) => piece('tspan', { x, y }, { text })),
      );
    else writeText(node, text);
  }
  dropUntil(null);
}

// Writing an unchanged value would still make the browser compute styles and layout again.
export function write(node: Element, attribute: string, value: string): void {
  if (node.getAttribute(attribute) !== value) node.setAttribute(attribute, value);
}
function writeText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
