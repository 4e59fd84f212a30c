/** Plain text as Markdown that shows it as it is, with no markup, code or link of its own. */
import { hasWord } from '../check/read/markdown.ts';
import { withoutDeceptive } from '../check/rules/characters.ts';
import { oneLine } from '../model/text.ts';

/** A text without control characters, lone surrogates and what check refuses as unseen; its line ends are `\n`. */
export const cleaned = (text: string): string =>
  withoutDeceptive(text.toWellFormed().replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it removes them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g, '');

/** A cleaned text on one line. */
export const cleanLine = (text: string): string => oneLine(cleaned(text));

/**
 * Text with everything escaped that Markdown or MDX would act on. URLs and e-mail addresses are escaped too, so that
 * they do not become links. It is one line, so that nothing in it begins a block.
 */
export function escapeMarkdown(text: string): string {
  return (
    cleanLine(text)
      .replace(/[\\`*_{}[\]<>#|~&$^@]/g, '\\$&')
      // Not the colon of a time of day, which nothing acts on.
      .replace(/(?<!\d(?=:\d)):(?=\S)/g, '\\:')
      .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
      .replace(/^([-+=]+)/, (run) => run.replace(/./g, '\\$&'))
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replace(/^(import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`)
  );
}

/** A web address in its normal form; `null` for anything else, and for one with a user name or password. */
export function webAddress(given: string): string | null {
  const address = given.trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username || url.password ? null : url.href;
}

/** A Markdown link to a web address; anything else becomes text, words first and the address in brackets. */
export function linkTo(words: string, href: string): string {
  const address = webAddress(href);
  const text = escapeMarkdown(words);
  if (address === null) return href.trim() === '' ? text : `${text} (${escapeMarkdown(href)})`;
  // These would end the link early, or begin an expression or a tag in MDX.
  const target = address.replace(
    /[\\()<>[\]{}|`\s]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (hasWord(words)) return `[${text}](${target})`;
  // Signs alone are no words of a link.
  return `${text && `${text} `}[${escapeMarkdown(address)}](${target})`;
}
