/** HTML as Markdown: what it says and links to; anything that would run or be embedded comes out as text. */
import { Parser } from 'htmlparser2';
import { cleaned, cleanLine, escapeMarkdown, linkTo } from '../markdown.ts';

export interface ImportedLink {
  href: string;
  /** What it is, in the file's words; plain text. */
  words: string;
}

const words = (names: string): Set<string> => new Set(names.split(' '));

/** What a browser would run, fetch or send: shown as the text it is. */
const ACTIVE = words(
  'script style template noscript object embed applet iframe frame frameset form input button textarea select link meta base svg math audio video source track param portal',
);
const BLOCK = words(
  'p div h1 h2 h3 h4 h5 h6 ul ol li table caption tbody thead tfoot tr section article aside main nav header footer figure figcaption pre hr br dl dt dd blockquote address center details summary fieldset legend menu dir body html head title hgroup search',
);
const INLINE = words(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd label mark marquee meter nobr output progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr td th col colgroup area map picture',
);
const SIGN: Record<string, string> = { em: '*', i: '*', cite: '*', strong: '**', b: '**' };
/** Elements that have no end. */
const VOID = words('img br hr input link meta base embed frame source track param wbr col area');

/** Whether a name is that of an HTML element; `<John>` is none, and stays as text. */
const isKnown = (name: string): boolean => ACTIVE.has(name) || BLOCK.has(name) || INLINE.has(name);

const TAG = /<\/?([a-z][a-z0-9]*)(?=[\s/>])/gi;
const CHARACTER = /&(?:#\d+|#x[\da-f]+|[a-z][a-z0-9]+);/i;

/** Whether a text is meant as HTML: it has a tag of it. */
const hasTags = (text: string): boolean =>
  [...text.matchAll(TAG)].some(([, name = '']) => isKnown(name.toLowerCase()));

/** Is told what a piece of HTML says besides its text: an attribute, a comment. */
export type Drop = (kind: string, text: string) => void;

/** The Markdown of a text, as HTML where it is that, else with its paragraphs kept. */
export function toMarkdown(text: string, drop: Drop): string {
  if (hasTags(text)) return htmlToMarkdown(text, drop);
  return cleaned(CHARACTER.test(text) ? decoded(text) : text)
    .split(/\n+/)
    .map(escapeMarkdown)
    .filter(Boolean)
    .join('\n\n');
}

/** A text with its named and numbered characters as themselves. */
function decoded(text: string): string {
  let characters = '';
  const add = (piece: string): void => {
    characters += piece;
  };
  walk(text.replaceAll('<', '&lt;'), { text: add, open() {}, close() {}, drop() {} });
  return characters;
}

/** Where a parser that goes through a text once hands on what it finds. */
interface Reader {
  text(words: string): void;
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  drop: Drop;
}

/** Attributes that become part of the text. */
const SHOWN = words('a.href img.src img.alt');
/** Attributes of layout, whose values are no words where they are sizes, sides, or how a link opens. */
const LAYOUT = words(
  'alt align valign width height border cellpadding cellspacing colspan rowspan size start value hspace vspace target rel dir class style id title hidden loading nowrap noshade clear',
);
const PLAIN =
  /^(?:[\d.]+(?:px|pt|em|%)?|_blank|_self|_top|_parent|(?:no(?:follow|opener|referrer)|external|ugc)(?:[ ,]+(?:no(?:follow|opener|referrer)|external|ugc))*|ltr|rtl|auto|left|right|center|top|middle|bottom|justify)?$/i;

/** Goes through HTML once, in time proportional to its length; unknown tags and what would run are its text. */
function walk(given: string, reader: Reader): void {
  const html = withTextOfTags(given, reader.drop);
  // How deep inside something active, which is handed on whole when it ends.
  let active = 0;
  let from = 0;
  let attributesOf: [name: string, value: string][] = [];
  const parser: Parser = new Parser(
    {
      onopentagname() {
        attributesOf = [];
      },
      onattribute(name, value) {
        attributesOf.push([name, value]);
      },
      onopentag(name, attributes) {
        if (ACTIVE.has(name)) {
          if (VOID.has(name) && active === 0) reader.text(` ${sourceOf()} `);
          else if (!VOID.has(name) && active++ === 0) from = parser.startIndex;
        } else if (active === 0) {
          reader.open(name, attributes);
          for (const [key, value] of attributesOf)
            if (
              !(SHOWN.has(`${name}.${key}`) && attributes[key] === value) &&
              !(LAYOUT.has(key) && PLAIN.test(value))
            )
              reader.drop('attributes of HTML', `<${name}> ${key}="${value}"`);
        }
      },
      ontext(text) {
        if (active === 0) reader.text(text);
      },
      oncomment(text) {
        if (active === 0) reader.drop('comments in HTML', text);
      },
      onprocessinginstruction(_, text) {
        if (active === 0) reader.drop('declarations in HTML', text);
      },
      onclosetag(name, implied) {
        if (ACTIVE.has(name)) {
          if (!VOID.has(name) && --active === 0)
            reader.text(` ${html.slice(from, implied ? parser.startIndex : parser.endIndex + 1)} `);
        } else if (active === 0) reader.close(name);
      },
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  const sourceOf = (): string => html.slice(parser.startIndex, parser.endIndex + 1);
  parser.end(html);
}

/** Times the length of a text that is gone through at most, to tell tags from what breaks off. */
const MOST_STEPS = 20;
const END_TAG = /^<\/([^\s/>]*)\s*([^>]*)/;

/**
 * The `<` as text of a tag that breaks off, in which another begins, or that is none of HTML: a parser would drop its
 * words. What an end tag says besides its name goes to `drop`.
 */
function withTextOfTags(html: string, drop: Drop): string {
  let mended = '';
  let from = 0;
  let steps = html.length * MOST_STEPS;
  for (let at = html.indexOf('<'); at >= 0 && steps > 0; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      if (end < 0) break;
      at = end;
      continue;
    }
    let end = at + 1;
    let quote = '';
    for (; end < html.length; end++) {
      const sign = html[end] ?? '';
      if (quote !== '') quote = sign === quote ? '' : quote;
      else if (sign === '<' || sign === '>') break;
      else if (html[end - 1] === '=' && /["']/.test(sign)) quote = sign;
    }
    steps -= end - at;
    const tag = html[end] === '>' ? html.slice(at, end + 1) : '';
    const [, name = '', more = ''] = END_TAG.exec(tag) ?? [];
    const begun = /^<([a-z][^\s/>]*)/i.exec(tag)?.[1] ?? name;
    if (tag !== '' && (/^<[!?]/.test(tag) || isKnown(begun.toLowerCase()))) {
      if (more !== '') drop('attributes of HTML', `</${name}> ${more}`);
      at = end;
    } else {
      mended += `${html.slice(from, at)}&lt;`;
      from = at + 1;
    }
  }
  return mended + html.slice(from);
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
    if (href !== null && bare && href.trim() !== '') line += ` ${linkTo('', href)} `;
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
  };
  walk(cleaned(html), {
    text: (piece) => {
      if (preformatted === 0) run += piece;
      else
        piece.split('\n').forEach((part, i) => {
          if (i > 0) endBlock();
          run += part;
        });
    },
    open: (name, attributes) => {
      if (BLOCK.has(name)) endBlock();
      if (name === 'ul' || name === 'ol') lists.push({ ordered: name === 'ol', count: 0 });
      else if (name === 'li') {
        const list = lists.at(-1);
        mark = list?.ordered ? `${++list.count}. ` : '- ';
      } else if (name === 'pre') preformatted++;
      else if (name === 'q') run += '“';
      else if ((name === 'td' || name === 'th') && (line + run).trim() !== '') run += ' | ';
      else if (name === 'img') {
        endRun();
        line += ` ${linkTo(attributes['alt'] || 'image', attributes['src'] ?? '')} `;
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
      else if (name === 'q') run += '”';
      else if (SIGN[name] !== undefined) {
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
