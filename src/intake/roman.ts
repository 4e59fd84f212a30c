const PARTS: readonly [value: number, sign: string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number from 1 to 3999 in small Roman numerals. */
export function romanNumeral(number: number): string {
  let left = number;
  let written = '';
  for (const [value, sign] of PARTS) for (; left >= value; left -= value) written += sign;
  return written;
}
