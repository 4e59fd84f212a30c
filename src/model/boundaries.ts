/** Where words and numbers end: a text cut anywhere else says something that was not said. */
import { type SourceText, shownText } from './quote.ts';
import { fold, type Span } from './text.ts';

/** What a text would have to begin or end inside of. */
export interface Cut {
  side: 'begins' | 'ends';
  kind: 'word' | 'number';
  /** The whole word or number, white space folded. */
  whole: string;
}

/** How much of a text is looked at on either side of a cut, in UTF-16 units: no word or number is longer. */
const WINDOW = 200;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/**
 * A number with all that belongs to it: sign, currency, separators, groups, decimals, fraction, superscript, unit mark,
 * and the characters of East Asia that multiply it. Dates and ranges in digits are one number too.
 */
const NUMBER = new RegExp(
  [
    // A hyphen is a sign only where no word or number stands before it.
    '(?:(?<![\\p{L}\\p{N}\\p{M})\\]])[-–]|(?<=\\s)[-–]\\s(?=[\\p{Nd}.,]+\\s?(?:[%°℃℉]|degrees?|per\\s?cent))|[+−±~≈<>≤≥]\\s?)?',
    '(?:\\p{Lu}{0,2}\\p{Sc}\\s?|[%٪])?[-−]?',
    '\\.?\\p{Nd}+',
    "(?:(?:[.,:;'’·٫٬/⁄‐‑–—−-]|(?<=(?<!\\p{Nd})\\p{Nd}{1,3}(?:\\s\\p{Nd}{3})*)\\s(?=\\p{Nd}{3}(?!\\p{Nd})))\\p{Nd}+)*",
    '(?:[⁺⁻₊₋]?\\p{No}+|\\s[¼-¾⅐-⅞]|\\s\\p{Nd}+[/⁄]\\p{Nd}+)?',
    // 3億5千万 is one number, and so is 3억 5천만.
    '(?:[十百千万萬億亿兆만억조천백]+(?:\\p{Nd}+(?:[.,]\\p{Nd}+)*|\\s\\p{Nd}+(?:[.,]\\p{Nd}+)*(?=[십백천만억조十百千万萬億亿兆]))?)*',
    '(?:\\s?[%‰‱٪°℃℉\\p{Sc}](?:[CF]\\b)?|[′″])?',
  ].join(''),
  'gu',
);

/**
 * A telephone number: it begins with + or 0 or an area in brackets, or stands behind a word for it; and an IBAN. Its
 * groups are one number, which is no number of anything.
 */
const CALLED = new RegExp(
  [
    '(?:(?<![\\p{L}\\p{N}.,])0\\p{Nd}{1,5}|\\+\\s?\\p{Nd}{1,4}|\\((?:0\\p{Nd}{1,5}|\\p{Nd}{2,3})\\))(?:\\)?[\\s./–-]?\\s?\\(?\\p{Nd}{2,}\\)?){2,}',
    '\\(\\p{Nd}{2,4}\\)\\s?\\p{Nd}{3,4}-\\p{Nd}{3,}',
    '(?<=(?<!\\p{L})(?:tel|telephone|phone|call|calls|called|dial|dialled|fax|mobile|hotline|tél|téléphone|Telefon|teléfono|telefono|тел|телефон\\p{L}*|电话|電話|전화)[.:]?\\s?(?:(?:at|on|no|number|nr)[.:]?\\s)?)[+(]?\\p{Nd}+\\)?(?:[\\s./–-]\\p{Nd}{2,}){1,}',
    '(?<![\\p{L}\\p{N}])\\p{Lu}{2}\\p{Nd}{2}(?:\\s[\\p{Lu}\\p{Nd}]{4}){2,}(?:\\s[\\p{Lu}\\p{Nd}]{1,3}(?![\\p{L}\\p{N}]))?',
  ].join('|'),
  'giu',
);

/** Numbers in words of one character each, as in 二十四. */
const HAN_NUMERALS = /[〇零一二三四五六七八九十百千万萬億亿兆两兩]{2,}/gu;

/** A mark of power or of a formula belongs to the letters before it: m², CO₂. Behind a longer word it is a footnote's. */
const MARKED = /(?:(?<!\p{L})\p{L}{1,3}[⁰¹²³⁴-⁹⁺⁻]+|[\p{L}\p{N}]+[₀-₉₊₋]+[\p{L}\p{N}₀-₉₊₋]*)/gu;

/** A prefix or a suffix that makes a word its opposite or another, with its hyphen: non-aligned, nuclear-free. */
const HYPHENATED =
  /(?<![\p{L}\p{N}\p{M}-])(?:(?:non|un|anti|contra|counter|dis|mis|in|im|il|ir|ex|vice|sub|semi|pseudo|quasi|nicht|não|не|анти|контр|экс|вице|псевдо)[-‐‑]\s?\p{L}+|\p{L}+[-‐‑](?:free|less|proof|frei|los|elect|designate|in-law|to-be)(?!\p{L}))/giu;

/** The second part of a given name, as in Kim Jong-un; not what is led by, made in or bound for a place. */
const GIVEN_NAME =
  /(?<![\p{L}\p{N}\p{M}-])\p{Lu}\p{Ll}{1,6}[-‐‑](?!(?:led|born|made|like|wide|held|bound|run|era|style|based|ruled|area|to|and)(?!\p{L}))\p{Ll}{1,5}(?![\p{L}\p{N}\p{M}-])/gu;

/**
 * A country by the part of it, or by the kind of its state: South Korea, Corée du Nord, Democratic People’s Republic of
 * Korea. Its name alone is another country's, or none; and who has Jr. behind his name is his father's son.
 */
const COMPOUND = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}])(?:${[
    '(?:(?:North|South|East|West)(?:ern)?|New|United|Equatorial)\\s\\p{Lu}\\p{L}+',
    '(?:Северн|Южн|Восточн|Западн)\\p{Ll}+\\s\\p{Lu}\\p{Ll}+',
    "\\p{Lu}\\p{Ll}+\\s(?:du|del|de\\sl[’'])\\s?(?:[NS]ord|Sud|Norte|Sur|Est|Oest|Ouest|Este|Oeste)",
    "(?:(?:Democratic|People[’']s|Islamic|Socialist|Federal|Arab)\\s)*Republic(?:\\sof\\s(?:the\\s)?\\p{Lu}\\p{L}+)?",
    '\\p{Lu}\\p{Ll}+,?\\s(?:[JS]n?r)(?![\\p{L}])',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'gu',
);

/** An address is one word, and so are two that a slash joins. */
const JOINED =
  /[^\s<>"“”()]*(?:@|:\/\/|www\.)[^\s<>"“”()]*[\p{L}\p{N}/]|(?<![\p{L}\p{N}])\p{L}+(?:\/\p{L}+)+/giu;

/*
 * What every match of these patterns contains. The patterns are slow, and most texts have none of it. Inside a number or
 * a telephone number a figure is never farther than NEAR, in UTF-16 units; an IBAN has letters, but begins like one.
 */
const NEAR = 16;
const FIGURE = /[\p{N}十百千万萬億亿兆만억조천백]/u;
const CALLING =
  /[+(]|(?<![\p{L}\p{N}.,])0\p{Nd}|tel|tél|тел|phone|call|dial|fax|mobile|hotline|电话|電話|전화/iu;
const ACCOUNT = /\p{Nd}{2}\s(?<=[^\p{N}\s]{2}\p{Nd}{2}\s)/u;
const PARTED_NAME =
  /North|South|East|West|New|United|Equatorial|Северн|Южн|Восточн|Западн|[NS]ord|Sud|Norte|Sur|Est|Oest|Ouest|Republic|[JS]n?r/;
const MARK = /[⁰¹²³⁴-⁹⁺⁻₀-₉₊₋]/;
const HYPHEN = /[-‐‑]/;
const JOINT = /[@/]|www\./i;

/** Where line ends are kept, a hyphen in front of one still parts a word. */
const LINE_HYPHENATED = /\p{L}+[-‐]\r?\n\s*\p{Ll}+/gu;

/** French, Italian and Catalan words that are written together with the next; "n’" negates and is none of them. */
const ELIDED =
  /(?<!\p{L})(?:[ldjmtsc]|qu|jusqu|lorsqu|puisqu|un|dell|all|nell|dall|sull|quest|quell)['’]$/iu;

/** Korean particles and copulas, which are written together with the word they follow. */
export const PARTICLES =
  /^(?:들|님|씨|께서|에게|에서|으로|부터|까지|처럼|보다|마다|조차|마저|라도|이라도|이라고|라고|이라는|라는|이란|이나|이며|이고|이다|이었다|였다|입니다|이라|하고|로서|으로서|로써|으로써|은|는|이|가|을|를|의|에|와|과|도|만|로|께|나|며|랑|이랑|서|야)+(?![\p{L}\p{N}])/u;

/**
 * Whether a span of a text begins and ends at boundaries of words and numbers, by Unicode's word boundaries in the
 * text's language (UAX #29, and dictionaries for scripts without spaces); a Korean noun may end before its particles.
 * @param language a BCP 47 tag
 * @returns what is cut, at most once on each side
 * @see https://www.unicode.org/reports/tr29/#Word_Boundaries
 */
export function cutsOf(source: SourceText, { start, end }: Span, language: string): Cut[] {
  return [
    ...(cutAtStart(source, start, language) ?? []),
    ...(cutAtEnd(source, end, language) ?? []),
  ];
}

/** The least span of whole words and numbers that holds a span; {@link WINDOW} longer on each side at most. */
export function wholeWords(source: SourceText, { start, end }: Span, language: string): Span {
  let [from, to] = [start, end];
  while (from > 0 && start - from < WINDOW && cutAtStart(source, from, language)) from--;
  while (to < source.text.length && to - end < WINDOW && cutAtEnd(source, to, language)) to++;
  return { start: from, end: to };
}

function cutAtStart(source: SourceText, at: number, language: string): Cut[] | null {
  const cut = cutAt(source, at, language);
  const elides = /^(?:fr|it|ca|oc)\b/i.test(language);
  if (cut && elides && ELIDED.test(besideOf(source, at)[0])) return null;
  return cut && [{ side: 'begins', ...cut }];
}

function cutAtEnd(source: SourceText, at: number, language: string): Cut[] | null {
  const cut = cutAt(source, at, language);
  if (cut?.kind !== 'word') return cut && [{ side: 'ends', ...cut }];
  const [before, after] = besideOf(source, at);
  // Of one syllable the noun could be any word cut short: 합 of 합의.
  if (/[\p{L}\p{N}]{2}$/u.test(before) && PARTICLES.test(after)) return null;
  return cut && [{ side: 'ends', ...cut }];
}

/** The text on both sides of an offset, folded: soft hyphens, line ends and footnote marks part no word. */
const besideOf = (source: SourceText, at: number): [before: string, after: string] => [
  fold(shownText(source, { start: Math.max(0, at - WINDOW), end: at })),
  fold(shownText(source, { start: at, end: Math.min(source.text.length, at + WINDOW) })),
];

/** The word or number that lies on both sides of an offset. */
function cutAt(source: SourceText, at: number, language: string): Omit<Cut, 'side'> | null {
  const [before, after] = besideOf(source, at);
  const around = before + after;
  const offset = before.length;
  if (offset === 0 || offset === around.length) return null;
  const isByFigures = FIGURE.test(around.slice(Math.max(0, offset - NEAR), offset + NEAR));
  const numbers = [
    ...(isByFigures ? [NUMBER] : []),
    ...((isByFigures && CALLING.test(around)) || ACCOUNT.test(around) ? [CALLED] : []),
    HAN_NUMERALS,
    ...(MARK.test(around) ? [MARKED] : []),
  ];
  for (const pattern of numbers) {
    const number = matchOver(around, offset, pattern);
    if (number !== null) return { kind: 'number', whole: number };
  }
  const from = Math.max(0, at - WINDOW);
  const hyphenated =
    (HYPHEN.test(around)
      ? (matchOver(around, offset, HYPHENATED) ?? matchOver(around, offset, GIVEN_NAME))
      : null) ??
    (PARTED_NAME.test(around) ? matchOver(around, offset, COMPOUND) : null) ??
    (JOINT.test(around) ? matchOver(around, offset, JOINED) : null) ??
    (source.lines
      ? matchOver(source.text.slice(from, at + WINDOW), at - from, LINE_HYPHENATED)
      : null);
  if (hyphenated !== null) return { kind: 'word', whole: fold(hyphenated) };
  const segment = segmenterOf(language).segment(around).containing(offset);
  if (!segment || segment.index === offset) return null;
  return segment.isWordLike ? { kind: 'word', whole: segment.segment } : null;
}

/** What a pattern finds that begins before an offset and ends after it. */
function matchOver(text: string, offset: number, pattern: RegExp): string | null {
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (index >= offset) return null;
    if (index + match.length > offset && match.trim() !== '') return match.trim();
  }
  return null;
}
