import { type Body, wordsOf } from '../../model/body.ts';
import { keeping } from '../../model/once.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import type { Document, Draft, PageDraft } from '../read/draft.ts';
import type { TextFile } from '../read/file.ts';
import type { Path } from '../read/path.ts';
import type { Files } from '../read/read.ts';

/** Control characters other than white space, lone surrogates, and Unicode's noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const UNSHOWABLE = /[\0-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Cs}/u;

const REMOVE = 'remove it';
const REMOVE_FROM_SOURCE =
  'remove it from the text that is kept, and give the record its new sha256';

/** Rule 1: files contain only characters that a page can show, so that a page shows the same words. */
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
    ...texts.flatMap((file) => (file ? inText(file, REMOVE) : [])),
    ...sources.flatMap(({ text }) => (text ? inText(text, REMOVE_FROM_SOURCE) : [])),
  ];
  return [
    ...plain,
    ...records.flatMap((record) => (record ? inRecord(record).deceptive : [])),
    ...[...draft.events, draft.epilogue, draft.about].flatMap((page) => (page ? inPage(page) : [])),
    ...records
      .flatMap((record) => (record ? inRecord(record).escaped : []))
      // Not twice for a character that the file contains unescaped.
      .filter(
        ({ file, message }) => !plain.some((one) => one.file === file && one.message === message),
      ),
  ];
}

const inText = keeping((file: TextFile, remedy: string): Problem[] => {
  const at = file.text.search(UNSHOWABLE);
  return at < 0 ? [] : [unshowable(file.text.slice(at), file.at(at), remedy)];
});

const inRecord = keeping(({ raw, position }: Pick<Document<unknown>, 'raw' | 'position'>) => ({
  deceptive: deceptive(raw, position),
  escaped: inValue(raw, position),
}));

const inPage = keeping(({ body, at }: Pick<PageDraft, 'body' | 'at'>) => inBody(body ?? [], at));

/** Characters that YAML escapes, as in `"\0"`. */
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

/** The code of a text's first character: `U+202E`. */
const codeOf = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Bidirectional controls: they show text in another order than it is stored in. */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/u;
/** Invisible characters, except where a script needs them: joiners in emoji, and between letters; breaks in Thai and others. */
const INVISIBLE =
  /\u034F|\u17B4|\u17B5|[\u00AD\u115F\u1160\u180E\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])\u200B|(?<=^|[\s\p{P}\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}])[\u200C\u200D]/u;
/**
 * Line separators and a control that no page shows; the blank of Braille among other letters; variants where a letter
 * has none: they are for emoji, Han, Mongolian and Tibetan.
 */
const UNSEEN =
  /[\u0085\u2028\u2029]|(?<![\u2801-\u28FF])\u2800(?![\u2801-\u28FF])|(?<![\p{Emoji}\p{S}\p{sc=Han}\p{sc=Mongolian}\p{sc=Myanmar}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|(?<=[\p{Nd}\p{Lu}\p{Ll}])[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]/u;
/** Combining marks that strike a letter out: text may not be struck through. In `≠`, decomposed, it strikes no letter. */
const STRIKING = /[\u0335-\u0338\u20D2\u20D3\u20D8-\u20DA\u20E0\u20E5\u20E6\u20EA\u20EB]/u;
const DIRECTION = /[\u200E\u200F\u061C]/u;
const RIGHT_TO_LEFT = /(?!\u061C)[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

/** The offset of the first character that is invisible or reorders text; -1 if there is none. */
function deceptiveAt(text: string): number {
  const found = [
    REORDERING,
    INVISIBLE,
    UNSEEN,
    ...(STRIKING.test(text.normalize('NFC')) ? [STRIKING] : []),
    ...(RIGHT_TO_LEFT.test(text) ? [] : [DIRECTION]),
  ]
    .map((pattern) => text.search(pattern))
    .filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

/** {@link INVISIBLE} right behind one character. */
const INVISIBLE_NEXT = new RegExp(INVISIBLE.source, 'uy');
const EVERY_UNSEEN = new RegExp(UNSEEN.source, 'gu');

/** Removing a character can make one beside it stand where it deceives: so often at most, for any real text. */
const MOST_PASSES = 8;

/** A text without the characters that {@link deceptiveAt} finds, for imports. */
export function withoutDeceptive(text: string): string {
  let rest = text;
  for (let pass = 0; pass < MOST_PASSES && deceptiveAt(rest) >= 0; pass++) rest = withFewer(rest);
  return rest;
}

/** @param text has deceptive characters */
function withFewer(text: string): string {
  const rightToLeft = RIGHT_TO_LEFT.test(text);
  // Composed, so that `≠` is not read as `=`.
  const composed = STRIKING.test(text) ? text.normalize('NFC') : text;
  let rest = '';
  let last = '';
  for (const character of composed.replace(EVERY_UNSEEN, '')) {
    // What stands before it may be removed too: joiners are judged by what is left.
    INVISIBLE_NEXT.lastIndex = last.length;
    const deceives =
      REORDERING.test(character) ||
      STRIKING.test(character) ||
      (!rightToLeft && DIRECTION.test(character)) ||
      INVISIBLE_NEXT.test(last + character);
    if (deceives) continue;
    rest += character;
    last = character;
  }
  return rest;
}

/** @param position is called only if there is a problem, because it parses the file again */
function unseen(text: string, position: () => Position): Problem[] {
  const at = deceptiveAt(text);
  if (at < 0) return [];
  const character = text.slice(at);
  const what = REORDERING.test(character.charAt(0))
    ? 'shows the text around it in another order'
    : STRIKING.test(character.charAt(0))
      ? 'strikes out the letter before it'
      : 'cannot be seen';
  return [error(1, position(), `${codeOf(character)} ${what}`, [REMOVE])];
}

/** Copied from a source, whose characters are kept whatever they are. */
const COPIED = new Set(['exact', 'prefix', 'suffix']);
/** Fields that are shown as titles or names. */
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

/** In a page's text, character references such as `&#x202E;` included. */
function inBody(body: Body, at: (offset: number) => Position): Problem[] {
  return body.flatMap((node) => {
    if ('children' in node && !('offset' in node)) return inBody(node.children, at);
    if (node.type === 'note') return inBody(node.children, at);
    return 'offset' in node ? unseen(wordsOf([node]), () => at(node.offset)) : [];
  });
}

/** Cyrillic and Greek letters that look like Latin letters. */
const LOOKALIKE = /^[АВЕЅІЈКМНОРСТХУаеѕіјорсухҮԚԛԜԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ]+$/u;

/** Letters of scripts that no word mixes with Latin, and forms of Latin letters that are signs of mathematics or lists. */
const OTHER =
  /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}\p{sc=Coptic}\p{sc=Lisu}\p{sc=Georgian}\p{sc=Deseret}\p{sc=Osage}]|[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9\u{1F130}-\u{1F189}\u1D00-\u1D2B]/u;

/** Warns of words that mix Latin with look-alike letters, or consist of look-alikes beside Latin words. */
function lookalikes(text: string, position: () => Position): Problem[] {
  const words = text.match(/[\p{L}\u24B6-\u24E9\u{1F130}-\u{1F189}]+/gu) ?? [];
  const isLatin = (word: string): boolean => /[A-Za-z\u00C0-\u024F]/u.test(word);
  const isOther = (word: string): boolean => OTHER.test(word);
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
