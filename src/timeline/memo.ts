/** Memoisation: the last results of a pure function, kept for as long as the object they were computed from. */

/**
 * Remembers what `make` gave for an object and its other arguments, which are compared by identity.
 * @param keep how many results to remember for each object; the oldest one goes first
 */
export function memo<Owner extends object, Rest extends readonly unknown[], Result>(
  make: (owner: Owner, ...rest: Rest) => Result,
  keep = 1,
): (owner: Owner, ...rest: Rest) => Result {
  const remembered = new WeakMap<Owner, { rest: Rest; result: Result }[]>();
  return (owner, ...rest) => {
    const entries = remembered.get(owner) ?? [];
    const found = entries.find((entry) => entry.rest.every((value, i) => value === rest[i]));
    if (found) return found.result;
    const result = make(owner, ...rest);
    entries.push({ rest, result });
    if (entries.length > keep) entries.shift();
    remembered.set(owner, entries);
    return result;
  };
}
