import { error, type Place, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';
import type { TextFile } from '../read/file.ts';
import type { Path } from '../read/path.ts';
import type { Files } from '../read/read.ts';

/** Control characters but white space, halves of a pair, and what Unicode says is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const UNSHOWABLE = /[\0-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/u;

const REMOVE = 'remove it';

/** Rule 1: a file holds only what a page can show, else its words would be others there. */
export function checkCharacters(files: Files, draft: Draft): Problem[] {
  const { site, actors, references, epilogue, about, permalinks, events, sources } = files;
  const texts = [
    ...[site, actors, references, epilogue, about, permalinks],
    ...events.map(({ file }) => file),
    ...sources.map(({ record }) => record),
  ];
  const records = [
    ...[draft.site, draft.actors, draft.references, ...draft.events],
    ...[...draft.sources.values()].map(({ record }) => record),
  ];
  const plain = [
    ...texts.flatMap((file) => inText(file, REMOVE)),
    ...sources.flatMap(({ text }) =>
      inText(text, `${REMOVE} from the text that is kept, and give the record its new sha256`),
    ),
  ];
  return [
    ...plain,
    ...records
      .flatMap((record) => (record ? inValue(record.raw, record.place) : []))
      // What stands there as it is has been told of.
      .filter(
        ({ file, message }) => !plain.some((one) => one.file === file && one.message === message),
      ),
  ];
}

function inText(file: TextFile | null, remedy: string): Problem[] {
  const at = file?.text.search(UNSHOWABLE) ?? -1;
  return !file || at < 0 ? [] : [unshowable(file.text.slice(at), file.at(at), remedy)];
}

/** What YAML writes with a backslash, as `"\0"`. */
function inValue(value: unknown, place: (path: Path) => Place, path: Path = []): Problem[] {
  if (typeof value === 'string') {
    const at = value.search(UNSHOWABLE);
    return at < 0 ? [] : [unshowable(value.slice(at), place(path), REMOVE)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => inValue(inner, place, [...path, key]));
}

function unshowable(text: string, place: Place, remedy: string): Problem {
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return error(1, place, `no page can show the character U+${code}`, [remedy]);
}
