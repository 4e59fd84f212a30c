/** Parses YAML, as a file or as front matter, with the position of every key and value. */
import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { once } from '../../model/once.ts';
import { error, type Position, type Problem } from '../problem.ts';
import { cutTexts } from './cut-text.ts';
import type { TextFile } from './file.ts';
import type { Path } from './path.ts';
import { replaceScalar } from './scalar.ts';

const TEXT = 'write the text in quotation marks, or indented on the lines below its key after >-';

export interface Yaml {
  /** The parsed values; `undefined` if the syntax is invalid. */
  value: unknown;
  /** The position of the key or value at a path; if it is absent, of its nearest existing parent. */
  position(path: Path, of?: 'key' | 'value'): Position;
  /** The file's text with another text as the value at a path; `null` if that is not possible. */
  replaced(path: Path, text: string): string | null;
  problems: Problem[];
}

/** Parses a whole file, or the part of it between two offsets. Never throws. */
export function parseYaml(file: TextFile, start = 0, end = file.text.length): Yaml {
  const at = (offset: number): Position => file.at(start + offset);
  const mark = start === 0 && file.text.startsWith('\uFEFF');
  if (mark)
    return broken(at, [
      error(1, at(0), 'begins with a byte order mark', ['save the file as UTF-8 without one']),
    ]);
  // Core schema: dates stay texts, and only true and false are booleans.
  const parse = (): Document.Parsed =>
    parseDocument(file.text.slice(start, end), {
      schema: 'core',
      prettyErrors: false,
      // The parser compares each key with all others of its map; see keysGivenTwice.
      uniqueKeys: false,
    });
  const deep = tooDeep(file.text, start, end);
  if (deep !== null) return broken(at, [error(1, file.at(deep), TOO_DEEP, [FLATTER])]);
  let document: Document.Parsed;
  let wrongKeys: Fault[];
  try {
    document = parse();
    wrongKeys = faultsOfKeys(document);
  } catch {
    // The parser is recursive: too many levels overflow its stack.
    return broken(at, [error(1, at(0), TOO_DEEP, [FLATTER])]);
  }
  const faults = [...document.errors, ...document.warnings, ...wrongKeys]
    .sort((a, b) => startOf(a) - startOf(b))
    .map((fault) => syntaxProblem(at(startOf(fault)), fault, file.text.slice(start, end)))
    // Only the first error of a line: further ones nearly always have the same cause.
    .filter(({ line }, i, all) => line !== all[i - 1]?.line);
  if (faults.length > 0) return broken(at, faults);
  const cut = cutTexts(document, file.text.slice(start, end));
  if (cut.length > 0)
    return broken(
      at,
      cut.map(({ offset, message }) => error(1, at(offset), message, [TEXT])),
    );
  // Parsed again for positions, because few files have problems and keeping thousands of trees takes memory.
  let again: Document.Parsed | undefined;
  const position: Yaml['position'] = (path, of = 'value') => {
    again ??= parse();
    return at(offsetOf(again, path, of));
  };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const fault = unfit(value);
    if (fault)
      return broken(at, [error(1, position(fault.path, 'key'), fault.message, [fault.remedy])]);
    return {
      value,
      position,
      replaced(path, text) {
        const edited = replaceScalar(file.text.slice(start, end), path, text);
        return edited === null ? null : file.text.slice(0, start) + edited + file.text.slice(end);
      },
      problems: [],
    };
  } catch {
    return broken(at, [
      error(1, at(0), 'an alias refers to nothing, or to far too much', [
        'write out what each * stands for',
      ]),
    ]);
  }
}

/**
 * Keys that their map has already, numbers and texts of the same characters being one key; and lists and maps as keys,
 * which the parser would write out, each within the one that holds it.
 */
function faultsOfKeys(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : isAlias(key) ? `*${key.source}` : null;
        if (name === null || keys.has(name))
          faults.push({
            pos: [rangeStart(key) ?? 0],
            message: name === null ? NO_KEY : GIVEN_TWICE,
          });
        else keys.add(name);
      }
    },
  });
  return faults;
}

/** Deeper than any record, and shallow enough for recursion. */
const DEEPEST = 50;
const TOO_DEEP = `lists and maps may lie ${DEEPEST} deep in each other`;
const FLATTER = 'write it flatter; a text with brackets stands in quotation marks';
/** More brackets than a text leaves open, and few enough for the parser, which is recursive. */
const MOST_OPEN = 500;

/** The offset of the bracket with which too many are open; `null` if there is none. */
function tooDeep(text: string, start: number, end: number): number | null {
  let open = 0;
  for (const { 0: bracket, index } of text.slice(start, end).matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (open > MOST_OPEN) return start + index;
  }
  return null;
}

/**
 * The first value that no record may have: `__proto__`, which libraries drop silently, too deep a nesting, or a value
 * that holds itself by an alias.
 * @param above the values that this one lies in
 * @param seen values that are fit: an alias may repeat them
 */
function unfit(
  value: unknown,
  path: Path = [],
  above: readonly object[] = [],
  seen = new Set<object>(),
): { path: Path; message: string; remedy: string } | null {
  if (typeof value !== 'object' || value === null) return null;
  if (above.includes(value))
    return {
      path,
      message: 'an alias stands within what it refers to',
      remedy: 'write out what it stands for',
    };
  if (seen.has(value)) return null;
  if (path.length > DEEPEST) return { path: path.slice(0, 1), message: TOO_DEEP, remedy: FLATTER };
  for (const key of Object.keys(value)) {
    if (key === '__proto__')
      return {
        path: [...path, key],
        message: 'nothing may be called __proto__',
        remedy: 'give it another name',
      };
    const inner = (value as Record<string, unknown>)[key];
    const found = unfit(inner, [...path, key], [...above, value], seen);
    if (found) return found;
  }
  seen.add(value);
  return null;
}

export interface FrontMatter extends Yaml {
  /** The offset at which the body begins; `null` if the front matter has no end. */
  body: number | null;
}

/** Parses the YAML between the `---` lines at the beginning of a Markdown file. Never throws; cached by file. */
export const parseFrontMatter = (file: TextFile): FrontMatter =>
  once(file, 'front matter', () => frontMatterOf(file));

function frontMatterOf(file: TextFile): FrontMatter {
  const { text } = file;
  const missing = (message: string, details: string[], body: number | null): FrontMatter => ({
    ...broken(file.at, [error(1, file.at(0), message, details)]),
    body,
  });
  if (text.startsWith('\uFEFF'))
    return missing('begins with a byte order mark', ['save the file as UTF-8 without one'], null);
  const opening = /^---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (opening === undefined)
    return missing(
      'front matter is missing',
      ['the first line is ---, the YAML ends with another line ---, and the text follows'],
      null,
    );
  const closing = /^---[ \t]*\r?$/gm;
  closing.lastIndex = opening;
  const close = closing.exec(text);
  if (!close)
    return missing('front matter has no end', ['close it with a line --- of its own'], null);
  return {
    ...parseYaml(file, opening, close.index),
    body: close.index + close[0].length,
  };
}

const broken = (at: (offset: number) => Position, problems: Problem[]): Yaml => ({
  value: undefined,
  position: () => at(0),
  replaced: () => null,
  problems,
});

/** The offset of the deepest existing part of a path. */
function offsetOf(document: Document.Parsed, path: Path, of: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node) ?? 0;
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step);
      if (!pair) return offset;
      const key = rangeStart(pair.key) ?? offset;
      if (i === path.length - 1 && of === 'key') return key;
      node = pair.value;
      const value = isScalar(node) && node.value === null && !node.source ? null : rangeStart(node);
      // The position of a map or list is its key's; that of its first entry is the entry's own.
      offset = value === null || isMap(node) || isSeq(node) ? key : value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      const value = rangeStart(node);
      if (value === null) return offset;
      offset = value;
    } else return offset;
  }
  return offset;
}

const rangeStart = (node: unknown): number | null =>
  (node as { range?: [number, number, number] | null } | null | undefined)?.range?.[0] ?? null;

/** Messages and remedies for the parser's messages; the first pattern that matches counts. */
const WORDS: [pattern: RegExp, words: string, advice?: string][] = [
  [/block-seq-ind/, 'a value may not begin with "- "', TEXT],
  [/^Not a YAML token/, 'there is text behind > or |', TEXT],
  [/flow-(?:seq|map)-end/, 'a value may not begin with a closing bracket', TEXT],
  [/^Nested mappings/, 'a value may not hold ": " unless it stands in quotation marks', TEXT],
  [/single line|^Implicit map keys/, 'a colon is missing after this key', TEXT],
  [/^Missing closing/, 'a quotation mark before this place is never closed'],
  [/end with a ([\]}])/, 'a bracket before this place is never closed with $1'],
  [/same column/, 'this line is not indented like its neighbours'],
  [/^Tabs/, 'a tab may not indent', 'use spaces'],
  [/multiple documents/, 'a second document begins here', 'a file holds one; remove this line ---'],
  [/^Unexpected .*at node end/, 'there is more text after the end of the value', TEXT],
  [/cannot start with .*(.)$/, 'a value may not begin with $1', TEXT],
  [/stack/i, TOO_DEEP, FLATTER],
  [/^Unresolved tag/, 'a value may not begin with !', TEXT],
];

/** An error of the parser, or one in the same form. */
interface Fault {
  /** Where it begins and ends. */
  pos: readonly number[];
  message: string;
}
const startOf = ({ pos }: Fault): number => pos[0] ?? 0;
const GIVEN_TWICE = 'this key is given twice';
const NO_KEY = 'a key may not be a list or a map';

function syntaxProblem(at: Position, fault: Fault, yaml: string): Problem {
  // YAML takes a question mark for the mark of a key.
  if (/^\?(?:\s|$)/.test(yaml.slice(startOf(fault))))
    return error(1, at, 'not YAML: a value may not begin with a bare ?', [
      'a gap is written "?", in quotation marks; so is any text that begins with one',
    ]);
  for (const [pattern, words, advice] of WORDS) {
    const found = pattern.exec(fault.message);
    if (!found) continue;
    const message = words.replace('$1', found[1] ?? '');
    return error(1, at, `not YAML: ${message}`, advice === undefined ? [] : [advice]);
  }
  const message = fault.message.charAt(0).toLowerCase() + fault.message.slice(1);
  return error(1, at, `not YAML: ${message}`);
}
