/** Goes through HTML once: its text, its elements, and what it says besides. */
import { Parser } from 'htmlparser2';

const words = (names: string): Set<string> => new Set(names.split(' '));

/** What a browser would run, fetch or send: shown as the text it is. */
const ACTIVE = words(
  'script style template noscript object embed applet iframe frame frameset form input button textarea select link meta base svg math audio video source track param portal',
);
export const BLOCK = words(
  'p div h1 h2 h3 h4 h5 h6 ul ol li table caption tbody thead tfoot tr section article aside main nav header footer figure figcaption pre hr br dl dt dd blockquote address center details summary fieldset legend menu dir body html head title hgroup search',
);
const INLINE = words(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd label mark marquee meter nobr output progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr td th col colgroup area map picture',
);
/** Elements that have no end. */
const VOID = words('img br hr input link meta base embed frame source track param wbr col area');

/** Whether a name is that of an HTML element; `<John>` is none, and stays as text. */
const isKnown = (name: string): boolean => ACTIVE.has(name) || BLOCK.has(name) || INLINE.has(name);

const TAG = /<\/?([a-z][a-z0-9]*)(?=[\s/>])/gi;
export const CHARACTER = /&(?:#\d+|#x[\da-f]+|[a-z][a-z0-9]+);/i;

/** Whether a text is meant as HTML: it has a tag of it. */
export const hasTags = (text: string): boolean =>
  [...text.matchAll(TAG)].some(([, name = '']) => isKnown(name.toLowerCase()));

/** Is told what a piece of HTML says besides its text: an attribute, a comment. */
export type Drop = (kind: string, text: string) => void;

/** A text with its named and numbered characters as themselves. */
export function decoded(text: string): string {
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
export function walk(given: string, reader: Reader): void {
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
