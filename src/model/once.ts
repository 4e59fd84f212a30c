const made = new WeakMap<object, Map<string, unknown>>();

/** Computes something from an object once, however many pages need it. @param name unique for the thing computed */
export function once<T>(of: object, name: string, make: () => T): T {
  let things = made.get(of);
  if (!things) {
    things = new Map();
    made.set(of, things);
  }
  if (!things.has(name)) things.set(name, make());
  return things.get(name) as T;
}

/**
 * A pure function that keeps its last result with its first argument, and computes it again only if one of the others is
 * another value or another object. `npm run dev` reads an archive at each save, and most of it is unchanged.
 * @param compute depends on its arguments and on constants alone, and nothing that it is given or returns is ever changed
 */
export function keeping<Of extends object, Rest extends readonly unknown[], Result>(
  compute: (of: Of, ...rest: Rest) => Result,
): (of: Of, ...rest: Rest) => Result {
  const kept = new WeakMap<Of, { rest: Rest; result: Result }>();
  return (of, ...rest) => {
    const last = kept.get(of);
    if (last?.rest.length === rest.length && rest.every((one, i) => Object.is(one, last.rest[i])))
      return last.result;
    const result = compute(of, ...rest);
    kept.set(of, { rest, result });
    return result;
  };
}
