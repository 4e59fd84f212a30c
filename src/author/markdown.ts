/** Imported text as Markdown that says the same and does nothing. */

/** Control characters, and halves of characters that no file can hold, have no place in a text. */
export const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF\uFFFE\uFFFF]/g, '');

export const oneLine = (text: string): string => cleaned(text).replace(/\s+/g, ' ').trim();

/**
 * Text with everything escaped that Markdown or MDX would act on, addresses and e-mail as well: a link is made of a
 * link alone. White space is folded, so that nothing begins a line but the text itself.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&$^@]/g, '\\$&')
    .replace(/:(?=\S)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^([-+=]+)/, (run) => run.replace(/./g, '\\$&'))
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^(import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

/** An address that a reader can follow, as a record or a link may hold it; `null` for any other. */
export function webAddress(given: string): string | null {
  const address = given.trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  // What the parser let through must be an address to check as well: no spaces, no user.
  return url.username || url.password ? null : url.href;
}

/** A link to the web; to anything else, the words and the address as text. */
export function linkTo(words: string, href: string): string {
  const address = webAddress(href);
  const text = escapeMarkdown(words);
  if (address === null) return href.trim() === '' ? text : `${text} (${escapeMarkdown(href)})`;
  // What would end the link early, and what MDX would take for code.
  const target = address.replace(
    /[\\()<>[\]{}|`\s]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${text || escapeMarkdown(address)}](${target})`;
}
