/** Dates as Excel keeps them, a number of days, and as a cell shows them by its format. */

const DAY = 86_400_000;

/** A number of days as its cell shows it, no finer; `null` where the format is none of dates. */
export function dateText(days: number, format: string, date1904 = false): string | null {
  const code = format
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.toLowerCase();
  if (code === undefined || !/[ymdhs]/.test(code) || /[0#?]/.test(code.replace(/\.0+/, '')))
    return null;
  const clock = /[hs]/.test(code);
  // A month that follows hours or precedes seconds is minutes.
  const date = code.replace(/h+[^ymd]*m+|m+[^a-z]*s+/g, '');
  const [year, month, day] = [/[ye]/, /m/, /d/].map((part) => part.test(date));
  // Excel counts a 29 February 1900, which never was.
  const from = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const at = new Date(from + Math.round(days * 86_400) * 1000);
  if (days < 0 || Number.isNaN(at.getTime()) || (!date1904 && Math.floor(days) === 60)) return null;
  const iso = at.toISOString();
  const time = iso.slice(11, /s/.test(code) ? 19 : 16);
  if (!year && !month && !day) return clock ? time : null;
  if (!year)
    return [day ? String(at.getUTCDate()) : '', month ? MONTHS[at.getUTCMonth()] : '']
      .filter(Boolean)
      .join(' ');
  const shown = iso.slice(0, day && month ? 10 : month ? 7 : 4);
  return clock && shown.length === 10 && (days * DAY) % DAY !== 0 ? `${shown} ${time}` : shown;
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2001, month)),
);
