import { notesOf } from '../../model/body.ts';
import {
  type DatePart,
  parseDate,
  partsOf,
  timeText,
  unqualified,
  within,
} from '../../model/date.ts';
import { primaryLanguage } from '../../model/language.ts';
import { fold } from '../../model/text.ts';
import { error, type Problem } from '../problem.ts';
import { type Draft, type EventDraft, quoteIds } from '../read/draft.ts';

/** Rule 5: `refined` lies within `date`, and a date that no quote gives is derived in a note. */
export function checkDates(draft: Draft): Problem[] {
  return draft.events.flatMap((event) => [
    ...checkRefined(event),
    ...checkDerivation(draft, event),
  ]);
}

const hasNote = (event: EventDraft, topic: string): boolean =>
  // A body that cannot be parsed may well hold it.
  event.body === null || notesOf(event.body).some(({ about }) => about === topic);

function checkRefined(event: EventDraft): Problem[] {
  const { date, refined } = event.part;
  if (date === undefined || refined === undefined) return [];
  if (within(parseDate(refined.date), parseDate(date)) || hasNote(event, 'discrepancy')) return [];
  return [
    error(
      5,
      event.place(['refined', 'date']),
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
  const spelled = Object.values(quotes).map(({ exact, source }) => ({
    text: fold(exact),
    language: draft.sources.get(source)?.record?.part.language ?? draft.site?.part.language ?? 'en',
  }));
  const absent = partsOf(parseDate(date)).filter(
    (part) => !spelled.some(({ text, language }) => gives(text, part, language)),
  );
  if (absent.length === 0) return [];
  const named = absent.map(({ edtf }) => edtf).join(' and ');
  return [
    error(5, event.place(['date']), `no quote of this event gives the date ${named}`, [
      'say in a <Note about="date"> how it is derived',
    ]),
  ];
}

/** Arabic and Persian figures. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Whether a quote's text gives a date literally, to its own precision, in figures or with the month's name. */
export function gives(words: string, part: DatePart, language: string): boolean {
  const text = words.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
  const written = unqualified(part).replace('+', '\\+');
  if (new RegExp(`(?<!\\d)${written}(?!\\d)`).test(text)) return true;
  const { year, month, day, time } = part;
  const number = (n: number): boolean => new RegExp(`(?<!\\d)0?${n}(?!\\d)`, 'u').test(text);
  if (!number(year > 0 ? year : 1 - year)) return false;
  if (month === null) return true;
  if (!monthNames(month, language).some((name) => holdsWord(text, name))) return false;
  if (day === null) return true;
  if (!number(day)) return false;
  return time === null || text.includes(timeText({ ...time, second: null }));
}

const names = new Map<string, string[]>();

/** A month's names, long and short, alone and beside a day, as they are in many languages two forms. */
function monthNames(month: number, language: string): string[] {
  const key = `${language} ${month}`;
  const known = names.get(key);
  if (known) return known;
  // The bare language as well: `Sep` is English, `Sept` British.
  const languages = [language, primaryLanguage(language)];
  const made = languages.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((length) =>
      [{ month: length }, { month: length, day: 'numeric' as const }].flatMap((fields) => {
        const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...fields });
        const parts = format.formatToParts(Date.UTC(2001, month - 1, 1));
        const at = parts.findIndex((part) => part.type === 'month');
        const name = parts[at]?.value.replace(/\.$/, '') ?? '';
        // Where months are numbered, the word for month makes the number a name, as in 4月.
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

/** As a whole word, whichever its case. A month in figures, as `4월`, begins after anything but a figure. */
function holdsWord(text: string, name: string): boolean {
  const figures = /^\d/.test(name);
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(figures ? `(?<!\\d)${escaped}` : `(?<!\\p{L})${escaped}(?!\\p{L})`, 'iu').test(
    text,
  );
}
