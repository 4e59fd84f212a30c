/** Whether a quote begins or ends inside a name of several words, by the capital letters on both sides. */
import { primaryLanguage } from './language.ts';
import { occurrencesIn } from './occurrences.ts';
import { foldedSource, type SourceText } from './quote.ts';
import { calendarNames, hasCapitalNouns } from './year-names.ts';

/** The words of a name on the other side of a cut. */
export interface RestOfName {
  /** `name`: the source has it as one; `capitals`: it may be one, or words with capitals that only meet here. */
  kind: 'name' | 'capitals';
  /** With the white space up to the quote: ` Jong Un`. */
  words: string;
}

/** More than any name is long, in UTF-16 units. */
const LONGEST = 200;

const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*";
const LAST_WORDS = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}’'-])(?:${WORD}\\s)*${WORD}$`, 'u');
const NEXT_WORDS = new RegExp(
  `^(?:\\p{Lu}\\.\\s?){0,3}${WORD}(?:\\s(?:\\p{Lu}\\.\\s?)*${WORD})*`,
  'u',
);
/** In English they stand inside a name, as in "Gulf of Mexico"; in other languages they are as often "of". */
const PARTICLE =
  /^(?:(?:of(?:\sthe)?|von|van|der|den|de|da|di|du|dos|della|bin|ibn|ben|al|el|ter)\s)+(?=\p{Lu})/u;

/** A sentence or a quotation begins with a capital letter whatever its first word is. */
const BEGINS_SENTENCE = /(?:^|[.!?…:]["”’»)\]]*\s|\s[–—-]\s)["“„«‘'(*_[]*$|["“„«‘(*_[]$/u;

/** What a person is called by in front of the name: without it the name still means the same. */
const TITLES =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Comrade|King|Queen|Prince|Princess|Emperor|Empress|Tsar|Sultan|Sheikh|Pope|Cardinal|Archbishop|Bishop|Father|Mother|Sister|Brother|Saint|St|Rabbi|Imam|Ayatollah|President|Chair|Chairman|Chairwoman|Chairperson|Leader|Premier|Chancellor|Minister|Secretary|Governor|Mayor|Ambassador|Envoy|Consul|Commissioner|Speaker|Senator|Congressman|Congresswoman|Representative|Deputy|Judge|Justice|Attorney|Marshal|General|Admiral|Commodore|Brigadier|Colonel|Commander|Major|Captain|Lieutenant|Sergeant|Corporal|Private|Inspector|Constable|Director|Professor|Doctor|Reverend|Keeper|Spokesman|Spokeswoman)$/u;

/** A text of capitals, or a heading that has one at each word, says nothing of names by them. */
function isHeading(paragraph: string): boolean {
  if (!/\p{Ll}/u.test(paragraph)) return true;
  if (/[.!?;,…]["”’»)\]]*\s?$/u.test(paragraph)) return false;
  const long = paragraph.match(/[\p{L}\p{M}’'-]{5,}/gu) ?? [];
  return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** Whether a text has a whole word where what stands before it passes a test. */
const hasWord = (text: string, word: string, before: RegExp): boolean =>
  occurrencesIn(text, word).some(
    (at) =>
      before.test(text.slice(Math.max(0, at - 4), at)) &&
      !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + word.length, at + word.length + 2)),
  );

/** Whether the source has a word with a small letter too, as it has "president" besides "President". */
const isCommon = (word: string, text: string): boolean =>
  hasWord(text, word.toLowerCase(), /(?<![\p{L}\p{M}\p{N}])$/u);

/** Whether the source has a word with a capital letter where no sentence begins. */
const isCapitalWithin = (word: string, text: string): boolean =>
  hasWord(text, word, /[\p{L}\p{N}],?\s$/u);

/** The capitalised words that a text ends with, but for the first of a sentence that is not known as a name. */
function nameAtEnd(said: string, text: string): string | null {
  const near = said.slice(-LONGEST);
  const found = LAST_WORDS.exec(near);
  if (!found) return null;
  const [words] = found;
  const [first = '', ...rest] = words.split(' ');
  const isKnown =
    !BEGINS_SENTENCE.test(near.slice(0, found.index)) ||
    (isCapitalWithin(first, text) && !isCommon(first, text));
  const name = isKnown ? words : rest.join(' ');
  return name === '' || /[’'](?:s|\p{Ll}{0,1})?$/u.test(name) ? null : name;
}

/** Days and months have capitals in English: "met on Monday Kim", "Putin said Monday". */
const isDate = (word = '', language: string): boolean => {
  const plain = word.toLowerCase().replace(/[’'-].*$/u, '');
  return (['month', 'weekday'] as const).some((of) => calendarNames(of, language).has(plain));
};

/** What a quote would have to go on with to have the whole name that it ends in. */
export function restOfName(
  said: string,
  after: string,
  source: SourceText,
  language: string,
): RestOfName | null {
  if (hasCapitalNouns(language) || !/\p{Lu}[\p{L}\p{M}\p{N}’'-]*$/u.test(said)) return null;
  const [space = ''] = /^\s/u.exec(after) ?? [];
  const [particle = ''] =
    (primaryLanguage(language) === 'en' && PARTICLE.exec(after.slice(1))) || [];
  const [next = ''] = NEXT_WORDS.exec(after.slice(1 + particle.length)) ?? [];
  // "I" is no name.
  if (space === '' || next === '' || /^I(?![\p{L}.])/u.test(next)) return null;
  const { text } = foldedSource(source);
  const name = nameAtEnd(said, text);
  if (name === null || isHeading(said + after)) return null;
  if (isDate(name.split(' ').at(-1), language) || isDate(next.split(' ')[0], language)) return null;
  const words = space + particle + next;
  const follows = after.slice(words.length);
  const last = name.split(' ').at(-1) ?? '';
  const [first = ''] = next.split(' ');
  // Where a verb follows, it may be another's: "In Vladivostok Putin said". Not if the source has both again.
  const isSure =
    !TITLES.test(last) &&
    !particle.startsWith('of') &&
    (/^\s?(?:[.,;:!?)\]”"»]|$)/u.test(follows) ||
      occurrencesIn(text, `${last} ${particle}${first}`).length > 1);
  return { kind: isSure ? 'name' : 'capitals', words };
}

/** What stands before a quote and may belong to the name that it begins with; a title does not. */
export function startOfName(
  [before, quote, after]: readonly [before: string, quote: string, after: string],
  source: SourceText,
  language: string,
): RestOfName | null {
  if (hasCapitalNouns(language) || !/\s$/u.test(before) || !/^\p{Lu}[\p{L}\p{M}]/u.test(quote))
    return null;
  const [next = ''] = NEXT_WORDS.exec(quote) ?? [];
  const { text } = foldedSource(source);
  const name = nameAtEnd(before.slice(0, -1), text);
  if (name === null || isHeading(before + quote + after)) return null;
  if (isDate(name.split(' ').at(-1), language) || isDate(next.split(' ')[0], language)) return null;
  const last = name.split(' ').at(-1) ?? '';
  if (TITLES.test(last) || isCommon(last, text)) return null;
  return { kind: 'capitals', words: `${name} ` };
}
