/** The style sheets in files of their own that lie beside a saved page: what they hide, no reader of the page sees. */

/** Gives the text of a style sheet by the `href` that the page has for it; `null` if it is not at hand. */
export type SheetOf = (href: string) => string | null;

/** Each sheet stands behind a line that names it. */
const NAMED = /^\/\*! href: (".*") \*\/\n/gm;

/** Several style sheets as one text, to be kept beside the page. @param sheets by their `href` */
export const joinSheets = (sheets: ReadonlyMap<string, string>): string =>
  [...sheets]
    .map(([href, css]) => `/*! href: ${JSON.stringify(href)} */\n${css.replace(/\n*$/, '\n')}`)
    .join('');

/** Finds style sheets in a text of {@link joinSheets}. */
export function sheetsIn(joined: string): SheetOf {
  const names = [...joined.matchAll(NAMED)];
  const sheets = new Map(
    names.map(({ 0: line, 1: href = '', index }, i) => [
      hrefOf(href),
      joined.slice(index + line.length, names[i + 1]?.index),
    ]),
  );
  return (href) => sheets.get(href) ?? null;
}

/** Not every text in quotation marks is one of ours. */
function hrefOf(json: string): string {
  try {
    return JSON.parse(json);
  } catch {
    return '';
  }
}
