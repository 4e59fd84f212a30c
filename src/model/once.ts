const made = new WeakMap<object, Map<string, unknown>>();

/** What is made of an archive or a part of it, once however many pages show it. @param name of the thing, no other's */
export function once<T>(of: object, name: string, make: () => T): T {
  let things = made.get(of);
  if (!things) {
    things = new Map();
    made.set(of, things);
  }
  if (!things.has(name)) things.set(name, make());
  return things.get(name) as T;
}
