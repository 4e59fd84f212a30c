/** What is MDX's own: comments, the attributes of elements, and its parser's messages in an author's words. */
import { error, type Problem } from '../problem.ts';
import type { TextFile } from './file.ts';

/** An attribute as MDX's tree has it: its value is a text where it is literal. */
export interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
}

/** What is used of a node of the Markdown tree, whichever its type. */
export interface Node {
  type: string;
  position?: { start: { offset?: number | undefined } } | undefined;
  children?: Node[];
  value?: string;
  url?: string;
  title?: string | null;
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

const COMMENTS = {
  mdx: /^(?:\s*\/\*(?:[^*]|\*(?!\/))*\*\/)+\s*$/,
  html: /^(?:\s*<!--(?:[^-]|-(?!->))*-->)+\s*$/,
} as const;

/** Whether a text is comments and nothing else: `/* … *\/` between MDX's braces, `<!-- … -->` in Markdown. */
export const isComment = (text: string, form: keyof typeof COMMENTS): boolean =>
  COMMENTS[form].test(text);

/** Whether a text looks like a BCP 47 tag. */
export const isLanguage = (text: string): boolean =>
  /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text);

/** The literal value of one attribute, and the names of all else that an element is given. */
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
  const place = { file: file.file, line: Number(line), column: Number(column) };
  const [message, remedy] = inWords(words);
  return error(1, place, `not MDX: ${message}`, [remedy]);
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
