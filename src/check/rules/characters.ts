import { type Body, wordsOf } from '../../model/body.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import type { Draft } from '../read/draft.ts';
import type { TextFile } from '../read/file.ts';
import type { Path } from '../read/path.ts';
import type { Files } from '../read/read.ts';

/** Control characters but white space, halves of a pair, and what Unicode says is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const UNSHOWABLE = /[\0-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Cs}/u;

const REMOVE = 'remove it';

/** Rule 1: a file holds only what a page can show, else its words would be others there. */
export function checkCharacters(files: Files, draft: Draft): Problem[] {
  const { site, actors, references, epilogue, about, permalinks, events, sources } = files;
  const texts = [
    ...[site, actors, references, epilogue, about, permalinks],
    ...events.map(({ file }) => file),
    ...sources.map(({ record }) => record),
  ];
  const records = [
    ...[draft.site, draft.actors, draft.references, ...draft.events],
    ...[...draft.sources.values()].map(({ record }) => record),
  ];
  const plain = [
    ...texts.flatMap((file) => inText(file, REMOVE)),
    ...sources.flatMap(({ text }) =>
      inText(text, `${REMOVE} from the text that is kept, and give the record its new sha256`),
    ),
  ];
  return [
    ...plain,
    ...[...records.filter((record) => record !== null)].flatMap((record) =>
      deceptive(record.raw, record.position),
    ),
    ...[...draft.events, draft.epilogue, draft.about].flatMap((page) =>
      page ? inBody(page.body ?? [], page.at) : [],
    ),
    ...records
      .flatMap((record) => (record ? inValue(record.raw, record.position) : []))
      // What stands there as it is has been told of.
      .filter(
        ({ file, message }) => !plain.some((one) => one.file === file && one.message === message),
      ),
  ];
}

function inText(file: TextFile | null, remedy: string): Problem[] {
  const at = file?.text.search(UNSHOWABLE) ?? -1;
  return !file || at < 0 ? [] : [unshowable(file.text.slice(at), file.at(at), remedy)];
}

/** What YAML writes with a backslash, as `"\0"`. */
function inValue(value: unknown, position: (path: Path) => Position, path: Path = []): Problem[] {
  if (typeof value === 'string') {
    const at = value.search(UNSHOWABLE);
    return at < 0 ? [] : [unshowable(value.slice(at), position(path), REMOVE)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => inValue(inner, position, [...path, key]));
}

function unshowable(text: string, position: Position, remedy: string): Problem {
  return error(1, position, `no page can show the character ${codeOf(text)}`, [remedy]);
}

/** `U+202E`, of the first character of a text. */
const codeOf = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Controls that show text in another order than it is stored in. */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/u;
/** What draws nothing, but where a script needs it: joiners between letters and emoji, breaks in Thai and its like, marks of direction. */
const INVISIBLE =
  /\u034F|\u17B4|\u17B5|[\u00AD\u115F\u1160\u180E\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])\u200B|(?<=^|[\s\p{P}\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}])[\u200C\u200D]/u;
const DIRECTION = /[\u200E\u200F\u061C]/u;
const RIGHT_TO_LEFT = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

/** The first character of a text that makes it look like another; -1 if there is none. */
function deceptiveAt(text: string): number {
  const found = [REORDERING, INVISIBLE, ...(RIGHT_TO_LEFT.test(text) ? [] : [DIRECTION])]
    .map((pattern) => text.search(pattern))
    .filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

/** A text without what check would refuse of it, for what is brought from elsewhere. */
export function withoutDeceptive(text: string): string {
  let rest = text;
  for (let at = deceptiveAt(rest); at >= 0; at = deceptiveAt(rest))
    rest =
      rest.slice(0, at) + rest.slice(at + String.fromCodePoint(rest.codePointAt(at) ?? 0).length);
  return rest;
}

/** @param position asked for only where there is a problem: it costs another parse of the file */
function unseen(text: string, position: () => Position): Problem[] {
  const at = deceptiveAt(text);
  if (at < 0) return [];
  const character = text.slice(at);
  const what = REORDERING.test(character.charAt(0))
    ? 'shows the text around it in another order'
    : 'cannot be seen';
  return [error(1, position(), `${codeOf(character)} ${what}`, [REMOVE])];
}

/** The words of a source are kept as they are, whatever is in them. */
const COPIED = new Set(['exact', 'prefix', 'suffix']);
/** What is shown as a title or a name. */
const NAMES = new Set(['title', 'name', 'names', 'label', 'short']);

function deceptive(value: unknown, position: (path: Path) => Position, path: Path = []): Problem[] {
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  if (COPIED.has(key) && typeof value === 'string') return [];
  if (typeof value === 'string')
    return [
      ...unseen(value, () => position(path)),
      ...(NAMES.has(key) ? lookalikes(value, () => position(path)) : []),
    ];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([step, inner]) =>
    deceptive(inner, position, [...path, Array.isArray(value) ? Number(step) : step]),
  );
}

/** In the text of a page, also what it writes as `&#x202E;`. */
function inBody(body: Body, at: (offset: number) => Position): Problem[] {
  return body.flatMap((node) => {
    if ('children' in node && !('offset' in node)) return inBody(node.children, at);
    if (node.type === 'note') return inBody(node.children, at);
    return 'offset' in node ? unseen(wordsOf([node]), () => at(node.offset)) : [];
  });
}

/** Letters of Cyrillic and Greek that look like Latin ones. */
const LOOKALIKE = /^[АВЕЅІЈКМНОРСТХУаеѕіјорсухҮԚԛԜԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ]+$/u;

/** A warning for a word that mixes Latin with letters that look like it, or is made of them beside Latin words. */
function lookalikes(text: string, position: () => Position): Problem[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  const isLatin = (word: string): boolean => /\p{sc=Latin}/u.test(word);
  const isOther = (word: string): boolean => /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(word);
  const others = words.filter(isOther);
  const mixed =
    others.find(isLatin) ??
    (words.some(isLatin) && others.every((word) => LOOKALIKE.test(word)) ? others[0] : undefined);
  if (mixed === undefined) return [];
  const odd = [...mixed].find(isOther) ?? '';
  return [
    {
      ...error(
        1,
        position(),
        `${shown(mixed)} has ${codeOf(odd)}, which looks like a Latin letter`,
        ['write the word in one script'],
      ),
      severity: 'warning',
    },
  ];
}
