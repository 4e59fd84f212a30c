/** HTML as Markdown: what it says and links to; anything that would run or be embedded comes out as text. */
import { parseHTML } from 'linkedom';
import { cleaned, escapeMarkdown, linkTo, oneLine } from '../markdown.ts';

/** What is used of a node of the document, whichever its type. */
interface Node {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: ArrayLike<Node>;
  outerHTML?: string;
  getAttribute?(name: string): string | null;
}

const ACTIVE = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT OBJECT EMBED APPLET IFRAME FRAME FORM INPUT BUTTON TEXTAREA SELECT LINK META BASE SVG MATH'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 UL OL LI TABLE TBODY THEAD TR SECTION ARTICLE HEADER FOOTER FIGURE FIGCAPTION PRE HR DL DT DD BLOCKQUOTE ADDRESS'.split(
    ' ',
  ),
);

/** Whether a text is meant as HTML: it holds one of the tags that other tools write. */
export const isHtml = (text: string): boolean =>
  /<\/?(?:p|br|a|b|i|em|strong|u|ul|ol|li|div|span|blockquote|h[1-6]|img|table|script|iframe|cite|small|sup|sub)(?:\s[^>]*)?\/?>/i.test(
    text,
  );

/** The Markdown of a text, as HTML where it is that, else with its paragraphs kept. */
export function toMarkdown(text: string): string {
  if (isHtml(text)) {
    try {
      return htmlToMarkdown(text);
    } catch (cause) {
      // Nested beyond all reason; its characters are still text.
      if (!(cause instanceof RangeError)) throw cause;
    }
  }
  return cleaned(text).split(/\n+/).map(escapeMarkdown).filter(Boolean).join('\n\n');
}

/** Paragraphs, lists, emphasis and links; nothing of HTML itself is left. */
export function htmlToMarkdown(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${cleaned(html)}</body></html>`);
  const blocks: string[] = [];
  let line = '';
  let mark = '';
  const flush = (): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push(mark + lineStart(text));
    [line, mark] = ['', ''];
  };
  walk(document.body as unknown as Node);
  flush();
  return blocks.reduce(
    (text, block, i) =>
      i === 0
        ? block
        : `${text}${block.startsWith('- ') && blocks[i - 1]?.startsWith('- ') ? '\n' : '\n\n'}${block}`,
    '',
  );

  function walk(node: Node): void {
    if (node.nodeType === 3) {
      line += spaced(node.textContent ?? '', escapeMarkdown(node.textContent ?? ''));
      return;
    }
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (ACTIVE.has(name)) line += ` ${escapeMarkdown(node.outerHTML ?? '')} `;
    else if (name === 'BR') flush();
    else if (name === 'A')
      line += spaced(
        node.textContent ?? '',
        linkTo(node.textContent ?? '', node.getAttribute?.('href') ?? ''),
      );
    else if (name === 'IMG')
      line += ` ${linkTo(node.getAttribute?.('alt') || 'image', node.getAttribute?.('src') ?? '')} `;
    else if (/^(?:EM|I|CITE|STRONG|B)$/.test(name)) {
      const text = escapeMarkdown(node.textContent ?? '');
      const sign = /^(?:STRONG|B)$/.test(name) ? '**' : '*';
      const links = node.textContent && hasElement(node);
      if (links) for (const child of Array.from(node.childNodes)) walk(child);
      else line += spaced(node.textContent ?? '', text && `${sign}${text}${sign}`);
    } else {
      if (BLOCK.has(name)) flush();
      if (name === 'LI') mark = '- ';
      for (const child of Array.from(node.childNodes)) walk(child);
      if (BLOCK.has(name)) flush();
    }
  }
}

const hasElement = (node: Node): boolean =>
  Array.from(node.childNodes).some(({ nodeType }) => nodeType === 1);

/** The escaped text with the white space that stood at the ends of the original. */
const spaced = (original: string, text: string): string =>
  oneLine(original) === ''
    ? original && ' '
    : `${/^\s/.test(original) ? ' ' : ''}${text}${/\s$/.test(original) ? ' ' : ''}`;

/** Pieces that were no line starts may have come together as one. */
const lineStart = (text: string): string =>
  text.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
