/** The style sheets that a browser saves beside a page, in a folder of their own: they say what a reader does not see. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { linkedSheets } from '../intake/html.ts';
import { joinSheets } from '../intake/sheets.ts';

/** Longer style sheets are not read. */
const LONGEST = 5_000_000;

/**
 * The style sheets of a page that lie beside it, as they are kept; `null` if none does.
 * @param given the path of the page, or `-` for standard input
 */
export function stylesBeside(
  given: string,
  page: Uint8Array,
  charset: string | undefined,
): Uint8Array | null {
  if (given === '-') return null;
  const sheets = new Map<string, string>();
  for (const href of linkedSheets(page, charset)) {
    const sheet = readBeside(dirname(given), href);
    if (sheet !== null) sheets.set(href, sheet);
  }
  return sheets.size > 0 ? new TextEncoder().encode(joinSheets(sheets)) : null;
}

function readBeside(folder: string, href: string): string | null {
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/])/i.test(href)) return null;
  try {
    const path = join(folder, decodeURIComponent(href.replace(/[?#].*$/s, '')));
    if (relative(folder, path).startsWith(`..${sep}`)) return null;
    const { size } = statSync(path);
    return size > LONGEST ? null : readFileSync(path, 'utf8');
  } catch {
    // There is no such file.
    return null;
  }
}
