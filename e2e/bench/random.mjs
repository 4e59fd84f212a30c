// @ts-check
/** A pseudo-random generator: the same seed gives the same numbers on every machine. */

/**
 * @typedef {object} Random
 * @property {() => number} next from 0 up to 1
 * @property {(from: number, to: number) => number} whole a whole number, both ends included
 * @property {<T>(from: readonly T[]) => T} pick one of a list that is not empty
 */

/**
 * Mulberry32: 32 bits of state, enough for invented towns.
 * @param {number} seed
 * @returns {Random}
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** @type {Random['whole']} */
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  return { next, whole, pick: (from) => /** @type {any} */ (from[whole(0, from.length - 1)]) };
}
