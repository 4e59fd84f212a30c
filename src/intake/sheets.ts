/** Style sheets that were saved beside a page. They decide what of the page is hidden. */

/** Gives the text of a style sheet by the page's `href`; `null` if it is not there. */
export type SheetOf = (href: string) => string | null;

/** The line before each sheet, which names it. */
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

/** `null` for a line that is not of {@link joinSheets}. */
function hrefOf(json: string): string {
  try {
    return JSON.parse(json);
  } catch {
    return '';
  }
}
