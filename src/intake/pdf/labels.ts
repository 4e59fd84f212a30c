/** What the pages of a document are called: as printed on them, or as the file names them. */
import { romanNumeral } from '../roman.ts';
import type { Numeral } from './furniture.ts';

/** So many pages before the first number that is printed may be counted back to 1, and no more. */
const MOST_BEFORE = 4;

/**
 * A label for each page, empty for a page that has none; `null` if each is called by its place.
 * @param printed by page, the number that it bears
 * @param named the labels that the file gives, if it does
 */
export function labelsOf(
  printed: readonly (Numeral | null)[],
  named: readonly string[] | null,
): string[] | null {
  const labels = printed.map((number) => number?.written ?? '');
  if (labels.every((label) => label === ''))
    return !named || inPlace(named) || named.every((name) => name === '') ? null : [...named];
  fillBetween(labels, printed);
  // What is printed decides; the file's own labels add to it where they agree.
  const agree = named?.every((name, i) => !printed[i] || name === labels[i]) ?? false;
  const all = labels.map((label, i) => label || (agree ? (named?.[i] ?? '') : ''));
  return inPlace(all) ? null : all;
}

const inPlace = (labels: readonly string[]): boolean =>
  labels.every((label, i) => label === String(i + 1));

/** Gives pages without a number the one that those around them leave for it. */
function fillBetween(labels: string[], printed: readonly (Numeral | null)[]): void {
  let before: [page: number, number: Numeral] | null = null;
  for (const [page, number] of printed.entries()) {
    if (!number) continue;
    const inStep =
      before &&
      before[1].style === number.style &&
      number.value - before[1].value === page - before[0];
    const fromOne = !before && number.value - 1 <= Math.min(page, MOST_BEFORE);
    const start = inStep && before ? before[0] + 1 : fromOne ? page - number.value + 1 : page;
    for (let i = start; i < page; i++) labels[i] = written(number.value - (page - i), number);
    before = [page, number];
  }
}

/** A number in the digits or the case of another. */
function written(value: number, { written: like, value: its, style }: Numeral): string {
  if (style === 'roman') {
    const small = romanNumeral(value);
    return like === like.toUpperCase() ? small.toUpperCase() : small;
  }
  const zero = (like.codePointAt(like.length - 1) ?? 48) - (its % 10);
  return [...String(value)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
}
