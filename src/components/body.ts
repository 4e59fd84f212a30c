/** Serialises the tree of a text (`model/body.ts`) to HTML: every text is escaped, every element is written here. */
import * as words from '#words';
import { citationHref } from '../model/address.ts';
import type { Body, BodyNode } from '../model/body.ts';
import { escapeMarkup } from '../model/markup.ts';

export interface Setting {
  /** The event whose quotes `#<id>` links to. */
  event: string;
  /** The page of the quotes, if the text is on another page. */
  quotesOn?: string;
}

/** A text as HTML, one line per block. */
export const bodyHtml = (body: Body, setting: Setting): string =>
  body.map((node) => nodeHtml(node, setting)).join('\n');

/** Inline nodes as HTML. */
export const inlineHtml = (nodes: Body, setting: Setting): string =>
  nodes.map((node) => nodeHtml(node, setting)).join('');

function nodeHtml(node: BodyNode, setting: Setting): string {
  const inline = (nodes: Body): string => inlineHtml(nodes, setting);
  switch (node.type) {
    case 'text':
      return escapeMarkup(node.value);
    case 'inlineCode':
      return `<code>${escapeMarkup(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'emphasis':
      return `<em>${inline(node.children)}</em>`;
    case 'strong':
      return `<strong>${inline(node.children)}</strong>`;
    case 'foreign':
      return `<span lang="${escapeMarkup(node.language)}">${inline(node.children)}</span>`;
    case 'link':
      return `<a href="${escapeMarkup(node.url)}">${inline(node.children)}</a>`;
    case 'citation': {
      const page = node.kind === 'quote' ? (setting.quotesOn ?? '') : '';
      const href = page + citationHref(setting.event, node);
      return `<a href="${escapeMarkup(href)}" class="cite">${inline(node.children)}</a>`;
    }
    case 'number': {
      const id = node.id === null ? '' : `id="${escapeMarkup(node.id)}" `;
      const before = node.follows ? ',\u2009' : '';
      return `<sup>${before}<a ${id}href="#${escapeMarkup(node.anchor)}">${escapeMarkup(node.label)}</a></sup>`;
    }
    case 'paragraph':
      return `<p>${inline(node.children)}</p>`;
    case 'heading':
      return `<h${node.depth}>${inline(node.children)}</h${node.depth}>`;
    case 'blockquote':
      return `<blockquote>${bodyHtml(node.children, setting)}</blockquote>`;
    case 'code':
      return `<pre><code>${escapeMarkup(node.value)}</code></pre>`;
    case 'list': {
      const items = node.children.map((item) =>
        'children' in item ? `<li>${itemHtml(item.children, node.spread, setting)}</li>` : '',
      );
      const start = node.ordered && node.start !== 1 ? ` start="${node.start}"` : '';
      const name = node.ordered ? 'ol' : 'ul';
      return `<${name}${start}>\n${items.join('\n')}\n</${name}>`;
    }
    case 'listItem':
      return itemHtml(node.children, true, setting);
    // A component of its own shows it.
    case 'medium':
      return '';
    case 'table': {
      const [head = '', ...rows] = node.children.map((row, i) => {
        const name = i === 0 ? 'th' : 'td';
        const cells = 'children' in row ? row.children : [];
        const written = cells.map((cell, column) => {
          const align = node.align[column];
          const side = align ? ` class="align-${align}"` : '';
          return `<${name}${side}>${nodeHtml(cell, setting)}</${name}>`;
        });
        return `<tr>${written.join('')}</tr>`;
      });
      return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'tableRow':
    case 'tableCell':
      return inline(node.children);
    case 'note':
      return `<aside class="note note-${node.about}" role="note"><strong data-stop="${escapeMarkup(words.stop)}">${escapeMarkup(words.topics[node.about])}</strong>${bodyHtml(node.children, setting)}</aside>`;
  }
}

/** In a tight list, paragraphs have no `<p>`. */
const itemHtml = (nodes: Body, spread: boolean, setting: Setting): string =>
  spread
    ? bodyHtml(nodes, setting)
    : nodes
        .map((node) =>
          node.type === 'paragraph' ? inlineHtml(node.children, setting) : nodeHtml(node, setting),
        )
        .join('\n');
