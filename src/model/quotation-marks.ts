/** Words that a text sets in quotation marks, in the usages of different languages. */
import { type Layout, paragraphEnd } from './layout.ts';
import type { Span } from './text.ts';

/** Opening quotation marks, each with the marks that may close it. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '「': '」',
  '『': '』',
  '＂': '＂',
  '〝': '〞〟',
  '﹁': '﹂',
  '❝': '❞',
  '❛': '❜',
  '‟': '”',
  '＇': '＇',
  '″': '″',
  '′': '′',
  '`': "´'’",
  '´': '´',
};

const LETTER = /[\p{L}\p{N}]/u;

/**
 * The spans between the quotation marks of one paragraph, without the marks, in order; marks within marks are not
 * looked for. A mark that is never closed reaches to the paragraph's end, but not one that may as well be an apostrophe
 * or a sign of inches.
 */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    const closing = CLOSING[mark];
    if (closing === undefined || !opens(text, at)) continue;
    let end = at + 1;
    while (end < text.length && !(closing.includes(text.charAt(end)) && closes(text, end))) end++;
    if (end === text.length && SHARED.test(mark)) continue;
    if (LETTER.test(text.slice(at + 1, end))) spans.push({ start: at + 1, end });
    at = end;
  }
  return spans;
}

/** Marks that may as well be an apostrophe, an accent or a sign of inches and feet. */
const SHARED = /["'‘”＂＇″′`´]/;

/** An apostrophe begins no quotation: it stands behind a letter, or before nothing. */
function opens(text: string, at: number): boolean {
  const [mark, before, after] = [text.charAt(at), text.charAt(at - 1), text.charAt(at + 1)];
  // Inches stand behind their figure.
  if (mark === '"' && /\p{Nd}/u.test(before)) return false;
  if (/['″′`´]/.test(mark)) return /^$|[\s([{–—"“«]/.test(before) && /[\p{L}\p{N}`]/u.test(after);
  return mark !== '‘' || (!LETTER.test(before) && /\S/.test(after));
}

/** An apostrophe ends none: a letter follows it. */
const closes = (text: string, at: number): boolean =>
  !/['’‘′´]/.test(text.charAt(at)) || !LETTER.test(text.charAt(at + 1));

/** Whether words of a text begin and end within quotation marks that were opened in their paragraph. */
export function isQuoted(
  { text, ...layout }: Layout & { text: string },
  { start, end }: Span,
): boolean {
  const parting = paragraphEnd(layout);
  const last = [...text.slice(0, start).matchAll(parting)].at(-1);
  const from = last ? last.index + last[0].length : 0;
  const to = text.slice(end).search(parting);
  const spans = quotedSpans(text.slice(from, to < 0 ? text.length : end + to));
  // The words may begin or end with the marks themselves.
  const holds = (at: number): boolean =>
    spans.some((span) => span.start - 1 <= at - from && at - from <= span.end + 1);
  return holds(start) && holds(end);
}

/** Longer paragraphs are not looked through, in UTF-16 units on either side. */
const LONGEST = 4000;

/** The quotation that has all of a span between its marks, without them; `null` if there is none. */
export function quotationOf(
  { text, ...layout }: Layout & { text: string },
  { start, end }: Span,
): Span | null {
  const parting = paragraphEnd(layout);
  const first = Math.max(0, start - LONGEST);
  const last = [...text.slice(first, start).matchAll(parting)].at(-1);
  if (!last && first > 0) return null;
  const from = last ? first + last.index + last[0].length : 0;
  const to = text.slice(end, end + LONGEST).search(parting);
  const found = quotedSpans(text.slice(from, end + (to < 0 ? LONGEST : to))).find(
    (span) => from + span.start <= start && end <= from + span.end,
  );
  return found ? { start: from + found.start, end: from + found.end } : null;
}
