/** The text below the front matter: what it cites, and that it is text and never code. */
import { markdownToMdast, mdxToMdast } from 'satteri';
import { noteTopics } from '../../model/event.ts';
import { didYouMean } from '../near/suggest.ts';
import { either, error, type Place, type Problem, shown } from '../problem.ts';
import type { TextFile } from './file.ts';

/** A link to a quote (`#<id>`) or to a reference (`ref:<id>`). */
export interface Citation {
  kind: 'quote' | 'reference';
  id: string;
  place: Place;
}

/** A paragraph, heading, table or the like that states something, with what it cites outside its notes. */
export interface Block {
  kind: string;
  place: Place;
  citations: Citation[];
}

export interface Note {
  /** `null` where it is missing or unknown. */
  about: string | null;
  place: Place;
}

export interface Body {
  /** Outside notes. */
  blocks: Block[];
  notes: Note[];
  /** All of them, those in notes as well. */
  citations: Citation[];
}

/** What is used of a node of the Markdown tree, whichever its type. */
interface Node {
  type: string;
  position?: { start: { offset?: number } };
  children?: Node[];
  value?: string;
  url?: string;
  name?: string | null;
  attributes?: { name?: string; value?: unknown }[];
  identifier?: string;
}

const BLOCKS: Record<string, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  table: 'table',
  code: 'code block',
};

/**
 * Parses the body of a Markdown or MDX file with the parser the site uses.
 * @param start the offset at which the body begins
 * @param notes whether `<Note>` is there to use
 * @returns `null` for the body where the parser gives up; never throws
 */
export function parseBody(
  file: TextFile,
  start: number,
  notes: boolean,
): { body: Body | null; problems: Problem[] } {
  let root: Node;
  try {
    // The whole file, so that the parser sees what the site's will, and counts lines as the author does.
    root = (file.file.endsWith('.mdx') ? mdxToMdast : markdownToMdast)(file.text) as Node;
  } catch (cause) {
    return { body: null, problems: [syntaxProblem(file, cause as Error)] };
  }
  const body: Body = { blocks: [], notes: [], citations: [] };
  const problems: Problem[] = [];
  const definitions = new Map<string, string>();
  const placeOf = (node: Node): Place => file.at(node.position?.start.offset ?? start);
  const refuse = (node: Node, message: string, ...remedies: string[]): void => {
    problems.push(error(1, placeOf(node), message, remedies));
  };

  collectDefinitions(root);
  for (const node of root.children ?? []) if (node.type !== 'yaml') visit(node, null, false);
  return { body, problems };

  function collectDefinitions({ type, identifier = '', url = '', children = [] }: Node): void {
    if (type === 'definition') definitions.set(identifier, url);
    for (const child of children) collectDefinitions(child);
  }

  function visit(node: Node, block: Block | null, inNote: boolean): void {
    const { value = '' } = node;
    const kind = BLOCKS[node.type];
    let owner = block;
    let within = inNote;
    switch (node.type) {
      case 'link':
      case 'linkReference':
        cite(node, node.url ?? definitions.get(node.identifier ?? '') ?? '', block, inNote);
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (isForeign(node) && notes) break;
        if (node.name === 'Note' && notes) {
          if (inNote)
            refuse(node, 'a note may not stand inside another', 'close the first with </Note>');
          body.notes.push({ about: topicOf(node), place: placeOf(node) });
        } else refuseElement(node);
        within = true;
        break;
      case 'mdxjsEsm':
        refuse(
          node,
          `${/^\s*export/.test(value) ? 'an export' : 'an import'} is code; content is text`,
          'remove the line',
        );
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        // A comment is no code: {/* … */} is how MDX writes one.
        if (!/^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/.test(value))
          refuse(
            node,
            `{${value.trim()}} is code; content is text`,
            'write the words themselves, or \\{ for a brace',
          );
        break;
      case 'html':
        if (!/^<!--[\s\S]*-->\s*$/.test(value))
          refuse(
            node,
            `${shown(value, 40)} is HTML; content is Markdown`,
            notes ? 'write Markdown; for a <Note> the file name ends in .mdx' : 'write Markdown',
          );
        break;
      default:
        if (kind !== undefined && !inNote && block === null && hasText(node)) {
          owner = { kind, place: placeOf(node), citations: [] };
          body.blocks.push(owner);
        }
    }
    for (const child of node.children ?? []) visit(child, owner, within);
  }

  function cite(node: Node, url: string, block: Block | null, inNote: boolean): void {
    const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(url) ?? [];
    if (url.startsWith('#') || scheme === 'ref') {
      const citation: Citation = {
        kind: scheme === 'ref' ? 'reference' : 'quote',
        id: url.slice(scheme === 'ref' ? 4 : 1),
        place: placeOf(node),
      };
      body.citations.push(citation);
      if (!inNote) block?.citations.push(citation);
    } else if (scheme !== undefined && !/^(?:https?|mailto)$/i.test(scheme))
      refuse(
        node,
        `a link may not begin with "${scheme}:"`,
        'link to #<quote>, ref:<reference> or an https:// address',
      );
  }

  function topicOf(node: Node): string | null {
    const about = node.attributes?.find(({ name }) => name === 'about')?.value;
    if (typeof about !== 'string') {
      refuse(
        node,
        'a note says what it is about',
        `write <Note about="…"> with ${either(noteTopics)}`,
      );
      return null;
    }
    if ((noteTopics as readonly string[]).includes(about)) return about;
    refuse(
      node,
      `a note about ${shown(about)} is not about ${either(noteTopics)}${didYouMean(about, noteTopics)}`,
    );
    return null;
  }

  function refuseElement(node: Node): void {
    const name = node.name ?? '';
    refuse(
      node,
      `<${name}> is not available to content${notes ? didYouMean(name, ['Note']) : ''}`,
      notes
        ? 'only <Note> and, within a sentence, <span lang="…"> are; write Markdown for all else'
        : 'write Markdown',
    );
  }
}

/** Words of another language within a sentence: a span that says which, and nothing else. */
function isForeign({ type, name, attributes = [] }: Node): boolean {
  const [language, ...others] = attributes;
  return (
    type === 'mdxJsxTextElement' &&
    name === 'span' &&
    others.length === 0 &&
    language?.name === 'lang' &&
    /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(String(language.value))
  );
}

/** Whether a block says anything outside its notes. */
function hasText(node: Node): boolean {
  if (node.type.startsWith('mdx') && !isForeign(node)) return false;
  if (node.value !== undefined) return node.type !== 'html' && /\S/.test(node.value);
  return (node.children ?? []).some(hasText);
}

/** The parser's message begins `line:column: ` and ends with the name of its rule. */
function syntaxProblem(file: TextFile, cause: Error): Problem {
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
