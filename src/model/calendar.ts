/** The proleptic Gregorian calendar, exact for any integer year. Years are astronomical: 0 is 1 BCE. */

/** Milliseconds. */
export const DAY = 86_400_000;

/**
 * Days from 1970-01-01 to a proleptic Gregorian date, exact for any integer year.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1–12) and day of a moment in milliseconds; the inverse of {@link daysFromCivil}. */
export function civilFromMs(ms: number): { year: number; month: number; day: number } {
  const days = Math.floor(ms / DAY) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** How many days a month has, 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** The first moment of a day, in milliseconds. A month of 13 is the next January. */
export const startOf = (year: number, month = 1, day = 1): number =>
  (month > 12 ? daysFromCivil(year + 1, month - 12, day) : daysFromCivil(year, month, day)) * DAY;

/** A year in ISO 8601: four digits; a negative year, or one of more digits, has a sign and at least six. */
export function isoYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

/** A day as ISO 8601 writes it: `2019-04-25`, `-000043-03-15`. */
export function isoDay(ms: number): string {
  const { year, month, day } = civilFromMs(ms);
  return [isoYear(year), two(month), two(day)].join('-');
}

/** A number in at least two digits, for dates and times. */
export const two = (n: number): string => String(n).padStart(2, '0');
