const made = new WeakMap<object, Map<string, unknown>>();

/** What is made of an archive, once however many pages show it. @param name of the thing, no other's */
export function once<T>(archive: object, name: string, make: () => T): T {
  const things = made.get(archive) ?? new Map<string, unknown>();
  made.set(archive, things);
  if (!things.has(name)) things.set(name, make());
  return things.get(name) as T;
}
