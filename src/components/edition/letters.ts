/** Letters that identify passages and outside references. */
import { letters } from '#words';

/** 0 → a, 25 → z, 26 → aa; in the letters of the interface's language. */
export const letterOf = (at: number): string =>
  (at < letters.length ? '' : letterOf(Math.floor(at / letters.length) - 1)) +
  letters.charAt(at % letters.length);
