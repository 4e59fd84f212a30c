import { notesOf } from '../../model/body.ts';
import { DAY } from '../../model/calendar.ts';

<<<<<<< HEAD

import {
  type DatePart,
  namedDates,
  parseDate,
  timeText,
  unqualified,
  within,
} from '../../model/date.ts';
import { primaryLanguage } from '../../model/language.ts';
import { selectorsOf } from '../../model/passages.ts';

=======

import { namedDates, parseDate, within } from '../../model/date.ts';

>>>>>>> truth

import { fold } from '../../model/text.ts';
import { error, type Problem } from '../problem.ts';
import { type Draft, type EventDraft, quoteIds } from '../read/draft.ts';
import { gives } from './given-dates.ts';

/**
 * Rule 5: `refined` lies within `date`; a note derives a date that no quote gives; no event is later than its sources.
 */
export function checkDates(draft: Draft): Problem[] {
  // Of a retracted event the note on its date may have gone with its text.
  const standing = draft.events.filter(({ part }) => part.retracted === undefined);
  return standing.flatMap((event) => [
    ...checkRefined(event),
    ...checkDerivation(draft, event),
    ...checkPublication(draft, event),
  ]);
}

const hasNote = (event: EventDraft, topic: string): boolean =>
  // A body that cannot be parsed may have the note.
  event.body === null || notesOf(event.body).some(({ about }) => about === topic);

function checkRefined(event: EventDraft): Problem[] {
  const { date, refined } = event.part;
  if (date === undefined || refined === undefined) return [];
  if (within(parseDate(refined.date), parseDate(date)) || hasNote(event, 'discrepancy')) return [];
  return [
    error(
      5,
      event.position(['refined', 'date']),
      `refined date ${refined.date} is not within ${date}`,
      ['correct one of them, or say in a <Note about="discrepancy"> why they differ'],
    ),
  ];
}

function checkDerivation(draft: Draft, event: EventDraft): Problem[] {
  const { date, quotes = {}, unsourced } = event.part;
  if (date === undefined || unsourced || hasNote(event, 'date')) return [];
  // A broken quote may be the one that gives the date.
  if (quoteIds(event).length > Object.keys(quotes).length) return [];
<<<<<<< HEAD
  // Each passage by itself: a day from one and a year from another are not a date that the source gives.
  const spelled = Object.values(quotes).flatMap((quote) =>
    selectorsOf(quote).map(({ exact }) => ({
      text: fold(exact),
      language:
        draft.sources.get(quote.source)?.record?.part.language ?? draft.site?.part.language ?? 'en',
    })),
  );
  const absent = namedDates(parseDate(date)).filter(
    (part) => !spelled.some(({ text, language }) => gives(text, part, language)),
=======
  const spelled = Object.values(quotes).map(({ exact, source }) => ({
    text: fold(exact),
    language: draft.sources.get(source)?.record?.part.language ?? draft.site?.part.language ?? 'en',
  }));
  const when = parseDate(date);
  const spans = when.kind !== 'date';
  const absent = namedDates(when).filter(
    (part) => !spelled.some(({ text, language }) => gives(text, part, language, spans)),
>>>>>>> truth
  );
  if (absent.length === 0) return [];
  const named = absent.map(({ edtf }) => edtf).join(' and ');
  const isHedged = absent.every((part) =>
    spelled.some(({ text, language }) =>
      gives(text, { ...part, approximate: true }, language, true),
    ),
  );
  return [
    error(5, event.position(['date']), `no quote of this event gives the date ${named}`, [
      ...(isHedged
        ? [
            'a quote has it as one of which it is sure only by and large: write 1850~ for "about 1850", [..1850] for "before 1850"',
          ]
        : []),
      'say in a <Note about="date"> how it is derived',
    ]),
  ];
}

/** A source cannot report later events. A note can say that it announces one. */
function checkPublication(draft: Draft, event: EventDraft): Problem[] {
  const { date, quotes = {}, unsourced } = event.part;
  const isExplained = (['date', 'discrepancy', 'context'] as const).some((topic) =>
    hasNote(event, topic),
  );
  if (date === undefined || unsourced || isExplained) return [];
  if (quoteIds(event).length > Object.keys(quotes).length) return [];
  const published = Object.values(quotes).map(
    ({ source }) => draft.sources.get(source)?.record?.part.published,
  );
  if (published.length === 0 || !published.every((day) => day !== undefined)) return [];
  const latest = Math.max(...published.map((day) => parseDate(day).hi));
  // One day more: the date may already be the next day in another time zone.
  if (parseDate(date).lo <= latest + DAY) return [];
  return [
    error(
      5,
      event.position(['date']),
      `${date} is after its sources were published, the last ${published.toSorted().at(-1)}`,
      [
        'correct the date; if the source announces what was to come, say so in a <Note about="date">',
      ],
    ),
  ];
}
<<<<<<< HEAD

/** Arabic-Indic and Persian digits. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Whether a quote's text gives a date literally, to its own precision, in figures or with the month's name. */
export function gives(words: string, part: DatePart, language: string): boolean {
  const text = words.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
  const { year, month, day, time } = part;
  if (month !== null) {
    const written = unqualified(part).replace('+', '\\+');
    if (new RegExp(`(?<!\\d)${written}(?!\\d)`).test(text)) return true;
  }
  if (!givesYear(text, year, language)) return false;
  if (month === null) return true;
  if (!monthNames(month, language).some((name) => givesMonth(text, name, part, language)))
    return false;
  if (day === null || time === null) return true;
  return new RegExp(`(?<![\\d:])${timeText({ ...time, second: null })}(?!\\d)`).test(text);
}

/** Whether a text has the year as a number by itself: not part of another number, a price, a percentage or a count. */
function givesYear(text: string, year: number, language: string): boolean {
  const number = year > 0 ? year : 1 - year;
  const date = `(?<=(?<!\\d)\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?)`;
  const whole = `(?<!\\p{Nd}|\\p{Nd}[.,'’]|\\p{Sc}\\s?)`;
  const after = `(?!\\p{Nd}|[.,'’]\\p{Nd}|\\s?[%‰\\p{Sc}])`;
  const pattern = new RegExp(`(?:${date}|${whole})0{0,3}${number}${after}`, 'gu');
  return [...text.matchAll(pattern)].some(({ 0: figures, index }) => {
    const [front, rest] = [text.slice(0, index), text.slice(index + figures.length)];
    const before = isBeforeChrist(front, rest);
    return year > 0 ? !before && mayBeYear(front, year, rest, language) : before;
  });
}

/** Text that may separate the parts of one date. */
const GAP =
  '(?:[\\s,.]*(?:(?:day of|of the|of|the|de la|del|de|di|do|da|du|den|des Jahres|г|год[ау]?|m|年|년|م)(?![\\p{Ll}])[\\s,.]*)?)';
/** Text that joins several days or months, as in `3 and 4 May`. */
const JOINT = '\\s*(?:[-–—/,&]|and|or|to|through|until|et|au|à|und|bis|ir|и|по|y|al|a|e|~)\\s*';
const ORDINAL = '(?:st|nd|rd|th|er|[ºª.]|-?(?:го|е|ое)|日|일)?';
const DAYS = `\\d{1,2}${ORDINAL}`;
/** Not part of a larger number, a price, a percentage or a time of day. */
const NO_NUMBER = "(?!\\p{Nd}|[.,:'’]\\p{Nd}|\\s?[%‰\\p{Sc}])";

/** Whether a text uses a name as a month: next to the day or the year of the date. */
function givesMonth(
  words: string,
  name: string,
  { year, day }: DatePart,
  language: string,
): boolean {
  // "may" and "march" are months only with a capital letter.
  const english = primaryLanguage(language) === 'en';
  const [text, spellings] = english
    ? [words, [name, name.toUpperCase()]]
    : [words.toLowerCase(), [name.toLowerCase()]];
  const found = spellings.filter((spelling) => text.includes(spelling));
  // Patterns with \p{L} compile slowly.
  if (found.length === 0) return false;
  const spelled = `(?:${found.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const month = /^\d/.test(name) ? `(?<!\\d)${spelled}` : `(?<!\\p{L})${spelled}(?!\\p{L})`;
  const has = (pattern: string): boolean => new RegExp(pattern, 'u').test(text);
  if (day !== null) {
    const number = `(?<![\\p{Nd}.,])0?${day}${NO_NUMBER}${ORDINAL}`;
    return (
      has(`${number}(?:${JOINT}${DAYS})*${GAP}${month}`) ||
      has(`${month}${GAP}(?:${DAYS}${JOINT})*${number}`)
    );
  }
  const number = `(?<!\\p{Nd})${year > 0 ? year : 1 - year}(?!\\p{Nd})`;
  return (
    has(`${month}(?:${JOINT}\\p{L}+)?${GAP}${number}`) ||
    has(`${number}${GAP}${month}`) ||
    // The year may stand elsewhere in the quote.
    has(
      english
        ? `\\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id)[\\s-]+${month}`
        : `(?<!\\p{L})\\p{L}{1,4}\\s+${month}`,
    )
  );
}

const names = new Map<string, string[]>();

/** A month's names, long and short, alone and with a day, because many languages then use another form. */
function monthNames(month: number, language: string): string[] {
  const key = `${language} ${month}`;
  const cached = names.get(key);
  if (cached) return cached;
  // Also in the language without its region: `en` has Sep, `en-GB` Sept.
  const languages = [language, primaryLanguage(language)];
  const made = languages.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((length) =>
      [{ month: length }, { month: length, day: 'numeric' as const }].flatMap((fields) => {
        const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...fields });
        const parts = format.formatToParts(Date.UTC(2001, month - 1, 1));
        const at = parts.findIndex((part) => part.type === 'month');
        const name = parts[at]?.value.replace(/\.$/, '') ?? '';
        // Some languages number their months: 4月.
        const unit = /^\d+$/.test(name)
          ? (/^\p{L}+/u.exec(parts[at + 1]?.value ?? '')?.[0] ?? '')
          : '';
        return /^\d*$/.test(name + unit) ? [] : [name + unit];
      }),
    ),
  );
  const unique = [...new Set(made.flatMap((name) => [name, ...declined(name, language)]))];
  names.set(key, unique);
  return unique;
}

/**
 * A month's name in the cases of Russian that no calendar is set in, from its genitive: `в марте`, `к марту`, `перед мартом`.
 */
function declined(name: string, language: string): string[] {
  if (primaryLanguage(language) !== 'ru' || !/[ая]$/.test(name)) return [];
  const [stem, endings] = [
    name.slice(0, -1),
    name.endsWith('а') ? ['е', 'у', 'ом'] : ['е', 'ю', 'ём', 'ем'],
  ];
  return endings.map((ending) => stem + ending);
}
=======
>>>>>>> truth
