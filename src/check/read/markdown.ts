/** The nodes of a Markdown tree, the forms that are refused, and MDX's comments, attributes and parser messages. */

import { error, type Problem, shown } from '../problem.ts';
import type { TextFile } from './file.ts';

/** An attribute in MDX's tree; a literal value is a string. */
export interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
}

interface Point {
  offset?: number | undefined;
}

/** The properties of Markdown nodes that are used here, for all types. */
export interface Node {
  type: string;
  position?: { start: Point; end: Point } | undefined;
  children?: Node[];
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  name?: string | null;
  attributes?: Attribute[];
  identifier?: string;
  depth?: number;
  ordered?: boolean;
  start?: number | null;
  spread?: boolean;
  checked?: boolean | null;
  align?: (string | null)[];
}

/** Forms that are always refused, with the message and the remedy. */
export const REFUSED: Record<string, [what: string, remedy: string]> = {
  image: [
    'a picture may stand only between the paragraphs of an event',
    'there, write ![](file) in a paragraph of its own',
  ],
  imageReference: ['a picture is named by its file', 'write ![](file) in a paragraph of its own'],
  footnoteReference: ['a footnote is not supported', 'write a <Note about="…">'],
  footnoteDefinition: ['a footnote is not supported', 'write a <Note about="…">'],
  delete: [
    'text may not be struck through',
    'write what stands; a change of what was published goes under corrections:; a plain ~ is written \\~',
  ],
};

const COMMENTS = {
  mdx: /^(?:\s*\/\*(?:[^*]|\*(?!\/))*\*\/)+\s*$/,
  // Not what HTML ends earlier: `<!-->`, `<!--->` and `--!>`.
  html: /^(?:\s*<!--(?!-?>)(?:[^-]|-(?!-!?>))*-->)+\s*$/,
} as const;

/** Whether a text consists of comments only: `/* … *\/` between MDX's braces, `<!-- … -->` in Markdown. */
export const isComment = (text: string, form: keyof typeof COMMENTS): boolean =>
  COMMENTS[form].test(text);

/** Whether a text looks like a BCP 47 tag. */
export const isLanguage = (text: string): boolean =>
  /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text);

/** The literal value of one attribute, and the names of all other attributes. */
export function literalOf(
  attributes: readonly Attribute[],
  wanted: string,
): [value: string | null, others: string[]] {
  let literal: string | null = null;
  const others: string[] = [];
  for (const { type, name, value } of attributes) {
    if (type !== 'mdxJsxAttribute') others.push(`{${String(value)}}`);
    else if (name !== wanted) others.push(`"${name}"`);
    else if (literal !== null) others.push(`second "${name}"`);
    else if (typeof value === 'string') literal = value;
  }
  return [literal, others];
}

/** The parser's message begins `line:column: ` and ends with the name of its rule. */
export function syntaxProblem(file: TextFile, cause: Error): Problem {
  const [, line = 1, column = 1, words = cause.message] =
    /^(\d+):(\d+): ([\s\S]*?)(?:\s*\([\w-]+:[\w-]+\))?$/.exec(cause.message) ?? [];
  const position = { file: file.file, line: Number(line), column: Number(column) };
  const [message, remedy] = inWords(words);
  return error(1, position, `not MDX: ${message}`, [remedy]);
}

function inWords(words: string): [message: string, remedy: string] {
  const [, unclosed] = /^Expected a closing tag for `(.*?)`/.exec(words) ?? [];
  if (unclosed !== undefined)
    return [
      `${unclosed} is never closed`,
      `end it with ${unclosed.replace('<', '</')}, in the same paragraph or alone on its line as it began`,
    ];
  if (/expression/.test(words)) return ['this { is never closed', 'a plain { is written \\{'];
  if (/`<`|`!`/.test(words))
    return [
      'this < begins no tag',
      'a plain < is written \\<, a link [words](address), a comment {/* … */}',
    ];
  return [words.charAt(0).toLowerCase() + words.slice(1), 'a plain < or { is written \\< or \\{'];
}

/** What a Markdown of others takes for a footnote, and this one for text. */
export const LOOKS_LIKE_FOOTNOTE = /\[\^[^\]\s]+\]|\^\[/;

/** A letter or a figure that is no mark by itself: not raised, not in a circle, not a modifier. */
const WORD = /\p{Nd}|(?![ªº\p{Lm}])\p{L}/u;

/** Whether a text can be the words of a link. */
export const hasWord = (text: string): boolean => WORD.test(text);

/** What is wrong with a link, and the remedy; `null` if nothing is. @param words its text */
export function linkFault(
  words: string,
  url: string,
  title: string | null | undefined,
): [what: string, remedy: string] | null {
  if (!hasWord(words))
    return ['a link without words cites nothing', 'put the words it is about between [ and ]'];
  if (title)
    return [
      'a link has no title',
      'remove the words in quotation marks behind its address; say them in the text',
    ];
  if (/^(?:#|ref:)/.test(url) || /^(?:https?:\/\/[^/]|mailto:)/i.test(url)) return null;
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(url) ?? [];
  // A browser reads `https:path` as a path within the site.
  const what =
    scheme === '' || /^https?$/i.test(scheme)
      ? `a link may not lead to ${shown(url)}, a place within some site`
      : `a link may not begin with "${scheme}:"`;
  return [what, 'link to #<quote>, ref:<reference> or an https:// address'];
}

/** What is wrong with code or a comment, and the remedy; `null` for a comment. @param notes of an event */
export function codeFault(
  type: 'mdxTextExpression' | 'mdxFlowExpression' | 'mdxjsEsm' | 'html',
  value: string,
  notes: boolean,
): [what: string, remedy: string] | null {
  if (type === 'mdxjsEsm')
    return [
      `${/^\s*export/.test(value) ? 'an export' : 'an import'} is code; content is text`,
      'remove the line',
    ];
  if (isComment(value, type === 'html' ? 'html' : 'mdx')) return null;
  if (type === 'html')
    return [
      `${shown(value, 40)} is HTML; content is Markdown`,
      notes ? 'write Markdown; for a <Note> the file name ends in .mdx' : 'write Markdown',
    ];
  return [
    `{${value.trim()}} is code; content is text`,
    'write the words themselves, or \\{ for a brace',
  ];
}

/** The picture of a paragraph that has nothing else. */
export function imageAlone(nodes: readonly Node[]): Node | null {
  const [image, ...others] = nodes.filter(
    ({ type, value = '' }) => type !== 'text' || /\S/.test(value),
  );
  return image?.type === 'image' && others.length === 0 ? image : null;
}

/** What is wrong with a picture's address, and the remedy; `null` if it is the name of a file. */
export function mediumFault(
  url: string,
  title: string | null | undefined,
): [what: string, ...remedies: string[]] | null {
  if (title)
    return [
      'a picture has no title',
      'remove the words in quotation marks behind its file; say them under caption',
    ];
  if (/^[^:/\\?#]+$/.test(url)) return null;
  return [
    `${shown(url)} is none of this event’s media`,
    'only files in media/ are shown, by their names: npm run picture -- <file> --event <id> takes one in',
  ];
}
