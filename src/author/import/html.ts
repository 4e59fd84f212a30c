/** HTML as Markdown: what it says and links to; anything that would run or be embedded comes out as text. */
import { cleaned, cleanLine, escapeMarkdown, linkTo } from '../markdown.ts';
import { BLOCK, CHARACTER, type Drop, decoded, hasTags, walk } from './html-walk.ts';

export interface ImportedLink {
  href: string;
  /** What it is, in the file's words; plain text. */
  words: string;
}

const SIGN: Record<string, string> = { em: '*', i: '*', cite: '*', strong: '**', b: '**' };
/** The Markdown of a text, as HTML where it is that, else with its paragraphs kept. */
export function toMarkdown(text: string, drop: Drop): string {
  if (hasTags(text)) return htmlToMarkdown(text, drop);
  return cleaned(CHARACTER.test(text) ? decoded(text) : text)
    .split(/\n+/)
    .map(escapeMarkdown)
    .filter(Boolean)
    .join('\n\n');
}

/** What a piece of HTML says, as one line of plain text, and what it links to. */
export function plainText(html: string, drop: Drop): { text: string; links: ImportedLink[] } {
  if (!hasTags(html))
    return { text: cleanLine(CHARACTER.test(html) ? decoded(html) : html), links: [] };
  const links: ImportedLink[] = [];
  let text = '';
  let href: string | null = null;
  let begun = 0;
  const endLink = (): void => {
    if (href !== null) links.push({ href, words: cleanLine(text.slice(begun)) });
    href = null;
  };
  walk(cleaned(html), {
    text: (piece) => {
      text += piece;
    },
    open: (name, attributes) => {
      if (BLOCK.has(name) || name === 'td' || name === 'th') text += ' ';
      if (name === 'q') text += '“';
      if (name === 'img') {
        const { src = '', alt = '' } = attributes;
        if (src.trim() === '') text += ` ${alt} `;
        else links.push({ href: src, words: alt });
      }
      if (name !== 'a') return;
      endLink();
      href = attributes['href'] ?? null;
      begun = text.length;
    },
    close: (name) => {
      if (BLOCK.has(name)) text += ' ';
      if (name === 'q') text += '”';
      if (name === 'a') endLink();
    },
    drop,
  });
  endLink();
  return { text: cleanLine(text), links: links.filter((link) => link.href.trim() !== '') };
}

/** Paragraphs, lists, emphasis and links; nothing of HTML itself is left. */
export function htmlToMarkdown(html: string, drop: Drop): string {
  const blocks: string[] = [];
  let line = '';
  // Text that is not yet in the line, with the emphasis or the link that it stands in.
  let run = '';
  /** Whether the line or the run has words. */
  let begun = false;
  let mark = '';
  let preformatted = 0;
  const lists: { ordered: boolean; count: number }[] = [];
  const signs: string[] = [];
  let href: string | null = null;
  /** Whether nothing stands in the link yet. */
  let bare = false;

  const endRun = (): void => {
    const sign = signs.length > 0 && href === null ? (signs.at(-1) ?? '') : '';
    const inner = href === null ? escapeMarkdown(run) : linkTo(run, href);
    if (cleanLine(run) === '') line += run === '' ? '' : ' ';
    else line += `${/^\s/.test(run) ? ' ' : ''}${sign}${inner}${sign}${/\s$/.test(run) ? ' ' : ''}`;
    if (cleanLine(run) !== '') bare = false;
    run = '';
  };
  const endLink = (): void => {
    endRun();
    if (href !== null && bare && href.trim() !== '') {
      line += ` ${linkTo('', href)} `;
      begun = true;
    }
    href = null;
  };
  const endBlock = (): void => {
    endRun();
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') {
      blocks.push(mark + lineStart(text));
      mark = '';
    }
    line = '';
    begun = false;
  };
  walk(cleaned(html), {
    text: (piece) => {
      (preformatted === 0 ? [piece] : piece.split('\n')).forEach((part, i) => {
        if (i > 0) endBlock();
        run += part;
        begun ||= /\S/.test(part);
      });
    },
    open: (name, attributes) => {
      if (BLOCK.has(name)) endBlock();
      if (name === 'ul' || name === 'ol') lists.push({ ordered: name === 'ol', count: 0 });
      else if (name === 'li') {
        const list = lists.at(-1);
        mark = list?.ordered ? `${++list.count}. ` : '- ';
      } else if (name === 'pre') preformatted++;
      else if (name === 'q') {
        run += '“';
        begun = true;
      } else if ((name === 'td' || name === 'th') && begun) run += ' | ';
      else if (name === 'img') {
        endRun();
        line += ` ${linkTo(attributes['alt'] || 'image', attributes['src'] ?? '')} `;
        begun = true;
      } else if (SIGN[name] !== undefined) {
        endRun();
        signs.push(SIGN[name]);
      } else if (name === 'a') {
        endLink();
        href = attributes['href'] ?? '';
        bare = true;
      }
    },
    close: (name) => {
      if (BLOCK.has(name)) endBlock();
      if (name === 'ul' || name === 'ol') lists.pop();
      else if (name === 'pre') preformatted--;
      else if (name === 'q') {
        run += '”';
        begun = true;
      } else if (SIGN[name] !== undefined) {
        endRun();
        signs.pop();
      } else if (name === 'a') endLink();
    },
    drop,
  });
  endBlock();
  return blocks.reduce(
    (text, block, i) =>
      i === 0 ? block : `${text}${isItem(block) && isItem(blocks[i - 1]) ? '\n' : '\n\n'}${block}`,
    '',
  );
}

const isItem = (block = ''): boolean => /^(?:-|\d+\.) /.test(block);

/**
 * Pieces that were no line starts, or no image, may have come together as one. A bracket that is not escaped is that
 * of a link.
 */
const lineStart = (text: string): string =>
  text
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/!(?=\[)/g, '\\!');
