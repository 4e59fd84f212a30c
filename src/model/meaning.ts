/** What a quote of whole words may still leave out: a negation right beside it, or a part of a number in words. */
import { primaryLanguage } from './language.ts';
import { paragraphEnd } from './layout.ts';
import { ANSWERS, NEGATIONS, UNSPACED_NEGATIONS } from './negations.ts';
import { oneOf } from './numerals.ts';
import { type RestOfName, restOfName, startOfName } from './proper-names.ts';
import { BEGINS_WORD, CLOSING, ENDS_WORD, numberAfter, numberBefore, OPENING } from './quantity.ts';
import { type SourceText, shownText } from './quote.ts';
import { fold, type Span } from './text.ts';

/** The kinds of what is left out, the gravest first. */
const KINDS = [
  'negation',
  'number',
  'question',
  'name',
  'condition',
  'limit',
  'clause',
  'report',
  'capitals',
] as const;

/** Words right beside a quote without which it says something else. */
export interface Omission {
  side: 'before' | 'after';
  /**
   * `clause`: a negation further before the quote, in the same clause. `condition`: what makes it no statement, an if,
   * a hedge or the rest of a question, or a statement of another. `question`: the mark right behind it. `report`: that somebody says it.
   * `limit`: that it is said of a part, or of nobody else. `name`: the rest of a name; `capitals`: what may be that.
   */
  kind: (typeof KINDS)[number];
  /** What is left out, with the white space and the marks up to the quote: `not a `. */
  words: string;
}

/** How much of a text is looked at on either side, in UTF-16 units. */
const WINDOW = 160;

/** A quote that begins or ends with one of these is a clause of its own. */
const STOP = /[.,;:!?…—–)。，、；：！？؟،؛]/u;

/**
 * What a quote leaves out beside it, at most once on each side: it begins right after words that deny or take back, or
 * ends before them; or it has a part of a number of which the rest stands beside it: scale, unit, sign, range.
 * @param language a BCP 47 tag; the negations are those of this language
 */
export function omissionsOf(source: SourceText, span: Span, language: string): Omission[] {
  const quote = fold(shownText(source, span)).trim();
  const [before, after] = besideOf(source, span);
  const omissions: Omission[] = [];
  const add = (
    side: Omission['side'],
    found: Readonly<Partial<Record<Omission['kind'], string | null>>>,
  ): void => {
    for (const kind of KINDS)
      if (found[kind]) return void omissions.push({ side, kind, words: found[kind] });
  };
  if (!STOP.test(quote.charAt(0)))
    add('before', {
      negation: negationBefore(before, language),
      number: numberBefore(before, quote, language),
      condition: patternsOf(language).condition?.exec(before)?.[0] ?? null,
      limit: patternsOf(language).limit?.exec(before)?.[0] ?? null,
      clause: patternsOf(language).clause?.exec(before)?.[0] ?? null,
      report: patternsOf(language).report?.exec(before)?.[0] ?? null,
      ...ofName(startOfName([before, quote, after], source, language)),
    });
  if (!STOP.test(quote.at(-1) ?? ''))
    add('after', {
      negation: negationAfter(after, language),
      number: numberAfter(before + quote, after, language),
      question: QUESTION_MARK.exec(after)?.[0] ?? null,
      condition: patternsOf(language).proviso?.exec(after)?.[0] ?? ASKED.exec(after)?.[0] ?? null,
      ...ofName(restOfName(before + quote, after, source, language)),
    });
  return omissions;
}

const ofName = (rest: RestOfName | null) => (rest ? { [rest.kind]: rest.words } : {});

/** The words of the same paragraph before and after a quote, as they are shown. */
function besideOf(source: SourceText, { start, end }: Span): [before: string, after: string] {
  const { text } = source;
  const parting = paragraphEnd(source);
  const from = Math.max(0, start - WINDOW);
  const [to] = [...text.slice(end, end + WINDOW).matchAll(parting)].map(({ index }) => end + index);
  const last = [...text.slice(from, start).matchAll(parting)].at(-1);
  return [
    fold(
      shownText(source, { start: last ? from + last.index + last[0].length : from, end: start }),
    ),
    fold(shownText(source, { start: end, end: to ?? Math.min(text.length, end + WINDOW) })),
  ];
}

/** Signs of emphasis and quotation that may close a negation itself. */
const CLOSED = '[*_"”’»)]*';
/** Words put in, as in "did not, he said, agree". */
const ASIDE =
  '(?:,\\s[^,.;:!?()]{1,50},|\\s?\\([^().]{1,50}\\)|\\s?[–—]\\s?[^–—.]{1,50}[–—]|\\s-\\s[^.]{1,50}\\s-)';

const BEGINS_SENTENCE = `(?<=^|[.!?…]["”’»)]*\\s)["“„«‘'(]*`;
const QUESTION_MARK = /^["”’»)*_]*\s?[?？؟]/u;
/** The rest of a question. */
const ASKED = /^[^.!?;:…。！？；]+[?？؟]/u;

interface Patterns {
  before: RegExp | null;
  clause: RegExp | null;
  condition: RegExp | null;
  limit: RegExp | null;
  proviso: RegExp | null;
  report: RegExp | null;
  after: RegExp | null;
}

const patterns = new Map<string, Patterns>();

function patternsOf(tag: string): Patterns {
  const language = primaryLanguage(tag);
  const known = patterns.get(language);
  if (known) return known;
  const own = Object.hasOwn(NEGATIONS, language) ? NEGATIONS[language] : undefined;
  const {
    before = '',
    skipped,
    reversing,
    after,
    clauses,
    conditions,
    provisos,
    inverted,
    hedges,
    owned,
    reports,
    limits,
    joined = '',
  } = own ?? {};
  const skip = skipped ? `(?:,?\\s+${oneOf(skipped)}){0,3}` : '';
  const direct = reversing ? `|${oneOf(reversing)}` : '';
  const firm = before.split(' ').filter((word) => !ANSWERS.has(word));
  const aside = firm.length > 0 ? `|${oneOf(firm.join(' '))}${skip}${ASIDE}${skip}` : '';
  const made: Patterns = {
    before: own
      ? new RegExp(
          `${BEGINS_WORD}${joined}(?:${oneOf(before)}${CLOSED}${skip}${direct}${aside})${CLOSED}[\\s-]${OPENING}`,
          'iu',
        )
      : null,
    clause: clauses
      ? new RegExp(
          `${BEGINS_WORD}${oneOf(before)}(?:\\s+(?!${oneOf(clauses)}${ENDS_WORD})[\\p{L}\\p{M}\\p{N}’'-]+){1,5}\\s${OPENING}`,
          'iu',
        )
      : null,
    condition: anyOf([
      conditions && `${BEGINS_WORD}${oneOf(conditions)}\\s${OPENING}`,
      owned && `${BEGINS_WORD}${oneOf(owned)}\\s${OPENING}`,
      inverted && `${BEGINS_SENTENCE}${oneOf(inverted)}\\s${OPENING}`,
      provisos && `${BEGINS_SENTENCE}${oneOf(provisos)}\\s[^.!?;,]+\\s[^.!?;]*,\\s${OPENING}`,
    ]),
    proviso: anyOf([
      provisos && `${CLOSING},?\\s(?:but\\s)?(?:only\\s)?${oneOf(provisos)}${ENDS_WORD}`,
      hedges && `${CLOSING},?\\s\\(?${oneOf(hedges)}${ENDS_WORD}`,
    ]),
    // "Not only" Kim.
    limit: limits
      ? new RegExp(
          `(?<!${BEGINS_WORD}${oneOf(before)}\\s)${BEGINS_WORD}${oneOf(limits)}\\s${OPENING}`,
          'iu',
        )
      : null,
    report: reports ? new RegExp(`${BEGINS_WORD}${oneOf(reports)}\\s*${OPENING}`, 'iu') : null,
    after: after ? new RegExp(`${CLOSING}\\s\\(?(?:${oneOf(after)})${ENDS_WORD}`, 'iu') : null,
  };
  patterns.set(language, made);
  return made;
}

function anyOf(alternatives: readonly (string | undefined)[]): RegExp | null {
  const given = alternatives.filter(Boolean);
  return given.length > 0 ? new RegExp(given.join('|'), 'iu') : null;
}

/** The first word of a text by which its language denies; `null` if there is none. */
export function negationIn(text: string, language: string): string | null {
  const own = NEGATIONS[primaryLanguage(language)]?.before;
  const spaced = own && new RegExp(`${BEGINS_WORD}${oneOf(own)}${ENDS_WORD}`, 'iu').exec(text);
  return spaced?.[0] ?? null;
}

const UNSPACED_BEFORE = new RegExp(`(?:${UNSPACED_NEGATIONS.before})${OPENING}`, 'u');
const UNSPACED_AFTER = new RegExp(`${CLOSING}(?:${UNSPACED_NEGATIONS.after})`, 'u');

function negationBefore(before: string, language: string): string | null {
  const unspaced = UNSPACED_BEFORE.exec(before);
  // 别 denies, and in 特别 it does not.
  if (unspaced && isWord(before, unspaced.index, language)) return unspaced[0];
  return patternsOf(language).before?.exec(before)?.[0] ?? null;
}

function negationAfter(after: string, language: string): string | null {
  const found = UNSPACED_AFTER.exec(after) ?? patternsOf(language).after?.exec(after);
  return found?.[0] ?? null;
}

/** Whether a word begins at an offset, by Unicode's dictionaries. */
function isWord(text: string, at: number, language: string): boolean {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return segmenter.segment(text).containing(at)?.index === at;
}
