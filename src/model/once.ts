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
