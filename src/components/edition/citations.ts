/** Numbers in place of links: on paper a citation is a figure that leads to a list. */
import { parseHTML } from 'linkedom';
import { innerMarkup } from '../../drawings/markup.ts';
import { letterOf } from './letters.ts';

export interface Cited {
  /** The parts' HTML, numbered. */
  parts: string[];
  /** Anchor → label, in order of first appearance: quotes by figures, outside references by letters. */
  labels: Map<string, string>;
}

/** Where in the text an entry of a list is cited first. */
export const citedAt = (anchor: string): string => `cited-${anchor}`;

/**
 * Puts a raised label after the words of each citation link and makes it the link.
 * @param parts HTML whose citations are `<a class="cite" href="#…">`; numbered through in order
 */
export function numberCitations(parts: readonly string[]): Cited {
  const labels = new Map<string, string>();
  const counts = { quotes: 0, references: 0 };
  const labelOf = (anchor: string): { label: string; first: boolean } => {
    const known = labels.get(anchor);
    if (known) return { label: known, first: false };
    const label = anchor.startsWith('q-') ? String(++counts.quotes) : letterOf(counts.references++);
    labels.set(anchor, label);
    return { label, first: true };
  };

  const numbered = parts.map((html) => {
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    for (const link of document.querySelectorAll('a.cite')) {
      const anchor = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
      const { label, first } = labelOf(anchor);
      const raised = document.createElement('sup');
      const number = document.createElement('a');
      number.setAttribute('href', `#${anchor}`);
      if (first) number.setAttribute('id', citedAt(anchor));
      number.textContent = label;
      raised.append(number);
      link.replaceWith(...link.childNodes, raised);
    }
    for (const raised of document.querySelectorAll('sup')) {
      if (isRaised(raised.previousSibling)) raised.prepend(',\u2009');
      closeBefore(raised);
    }
    for (const paragraph of document.querySelectorAll('p')) bindLastWords(paragraph);
    return innerMarkup(document.body);
  });
  return { parts: numbered, labels };
}

/** Marks that close what was cited stand before its numbers: the text behind a run of them gives up its first ones. */
function closeBefore(last: Element): void {
  const behind = last.nextSibling;
  if (behind?.nodeType !== 3) return;
  const text = behind.textContent ?? '';
  const closing = /^[”’»]?[.,;:،؛]?/.exec(text)?.[0] ?? '';
  let first = last;
  while (isRaised(first.previousSibling)) first = first.previousSibling;
  first.before(closing);
  behind.textContent = text.slice(closing.length);
}

/** Three words at least on a paragraph's last line: the spaces before the last two do not break. */
function bindLastWords(paragraph: Element): void {
  const texts: Node[] = [];
  const collect = (node: Node): void => {
    if (node.nodeType === 3) texts.unshift(node);
    else node.childNodes.forEach(collect);
  };
  collect(paragraph);
  let left = 2;
  for (const node of texts) {
    const pieces = (node.textContent ?? '').split(' ');
    const free = Math.max(1, pieces.length - left);
    left -= pieces.length - free;
    node.textContent = [pieces.slice(0, free).join(' '), ...pieces.slice(free)].join('\u00A0');
  }
}

const isRaised = (node: Node | null): node is Element => node?.nodeName === 'SUP';
