/** Where in a record a value stands: its keys, and places in lists from 0. */
export type Path = readonly PropertyKey[];

/** The value at a path of a plain value, `undefined` where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, step)
        ? (part as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}
