/** Memoisation: the last results of a pure function. */

/**
 * Remembers what `make` gave for an object and its other arguments, which are compared by identity, for as long as the
 * object is used.
 * @param keep how many results to remember for each object; the oldest one goes first
 */
export function memo<Owner extends object, Rest extends readonly unknown[], Result>(
  make: (owner: Owner, ...rest: Rest) => Result,
  keep = 1,
): (owner: Owner, ...rest: Rest) => Result {
  const remembered = new WeakMap<Owner, { rest: Rest; result: Result }[]>();
  return (owner, ...rest) => {
    const entries = remembered.get(owner) ?? [];
    for (const entry of entries) if (isSame(entry.rest, rest)) return entry.result;
    const result = make(owner, ...rest);
    entries.push({ rest, result });
    if (entries.length > keep) entries.shift();
    remembered.set(owner, entries);
    return result;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** How many texts, numbers and the like are remembered at most. */
const MOST = 4000;

/** Remembers what `make` gave for a text or a number; everything is forgotten when it has become too much. */
export function remember<Key extends string | number, Result>(
  make: (key: Key) => Result,
): (key: Key) => Result {
  const remembered = new Map<Key, Result>();
  return (key) => {
    const found = remembered.get(key);
    if (found !== undefined) return found;
    if (remembered.size >= MOST) remembered.clear();
    const result = make(key);
    remembered.set(key, result);
    return result;
  };
}
