/** Values of a foreign file: read by key, or the error that says why there is none. */

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text or a number of the file, as text; anything else is none. */
export const textIn = (object: unknown, key: string): string => {
  const value = isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

/** Any value as text, with nothing of it left out; `''` for what says nothing. */
export function wholeText(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object') return String(value);
  return Object.values(value).every((one) => wholeText(one) === '') ? '' : JSON.stringify(value);
}

/** A value, or the error that says why there is none. */
export function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (cause) {
    return cause as Error;
  }
}
