/** Numbers citations for print, where a citation is a number of a list. */
import { citationHref } from '../../model/address.ts';
import type { Body, BodyNode, Citation, NumberNode } from '../../model/body.ts';
import { letterOf } from './letters.ts';

/** The anchor of the first citation of a list's entry. */
export const citedAt = (anchor: string): string => `cited-${anchor}`;

export interface Numbered {
  /** The texts, each citation followed by its number. */
  texts: BodyNode[][];
  /** Anchor → label, in order of first appearance: quotes by figures, outside references by letters. */
  labels: Map<string, string>;
}

/** Adds a number after the words of each citation, counted through all texts in order. */
export function numberCitations(texts: readonly { body: Body; event: string }[]): Numbered {
  const labels = new Map<string, string>();
  const counts = { quotes: 0, references: 0 };
  const numberOf = (citation: Citation, event: string): NumberNode => {
    const anchor = citationHref(event, citation).slice(1);
    const given = labels.get(anchor);
    const label =
      given ??
      (citation.kind === 'quote' ? String(++counts.quotes) : letterOf(counts.references++));
    labels.set(anchor, label);
    const id = given === undefined ? citedAt(anchor) : null;
    return { type: 'number', anchor, label, id, follows: false };
  };
  const number = (nodes: Body, event: string): BodyNode[] =>
    closed(
      nodes.flatMap((node): BodyNode[] => {
        if (!('children' in node)) return [node];
        const children = number(node.children, event);
        if (node.type === 'citation') return [...children, numberOf(node, event)];
        if (node.type === 'paragraph') return [{ ...node, children: bound(children).nodes }];
        return [{ ...node, children } as BodyNode];
      }),
    );
  return { texts: texts.map(({ body, event }) => number(body, event)), labels };
}

/** Moves closing punctuation before the numbers: it is taken from the beginning of the text that follows them. */
function closed(nodes: readonly BodyNode[]): BodyNode[] {
  const out: BodyNode[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    if (before?.type !== 'number') out.push(node);
    else if (node.type === 'number') out.push({ ...node, follows: true });
    else if (node.type !== 'text') out.push(node);
    else {
      const closing = /^[”’»]?[.,;:،؛]?/.exec(node.value)?.[0] ?? '';
      const first = out.findLastIndex(({ type }) => type !== 'number') + 1;
      if (closing) out.splice(first, 0, { type: 'text', value: closing });
      out.push({ ...node, value: node.value.slice(closing.length) });
    }
  }
  return out;
}

/** Keeps at least three words on a paragraph's last line, by no-break spaces before the last two. */
function bound(nodes: readonly BodyNode[], spaces = 2): { nodes: BodyNode[]; left: number } {
  let left = spaces;
  const out = nodes.toReversed().map((node): BodyNode => {
    if (node.type === 'text') {
      const pieces = node.value.split(' ');
      const free = Math.max(1, pieces.length - left);
      left -= pieces.length - free;
      const value = [pieces.slice(0, free).join(' '), ...pieces.slice(free)].join('\u00A0');
      return { ...node, value };
    }
    if (!('children' in node)) return node;
    const inner = bound(node.children, left);
    left = inner.left;
    return { ...node, children: inner.nodes } as BodyNode;
  });
  return { nodes: out.reverse(), left };
}
