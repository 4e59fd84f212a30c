/** Finds texts that YAML cuts or changes: an author wrote more, or other characters, than it keeps. */
import { type Document, isAlias, isPair, isScalar, isSeq, type Scalar, visit } from 'yaml';

/** Keys whose values are texts that an author writes or copies. */
export const TEXTS: ReadonlySet<string> = new Set(
  'exact prefix suffix title text by inferred why name names native role note label short deck author translator edition held callNumber rights stateMedia was now'.split(
    ' ',
  ),
);

/** What is wrong with one text, and the offset in the YAML where it is cut. */
export interface CutText {
  offset: number;
  message: string;
}

/**
 * Finds texts that a comment, an anchor or an escape changes.
 * @param yaml the text that the document was parsed from
 */
export function cutTexts(document: Document.Parsed, yaml: string): CutText[] {
  const found: CutText[] = [];
  let sought: Set<string> | undefined;
  const aliases = (): ReadonlySet<string> => {
    sought ??= aliasesOf(document);
    return sought;
  };
  const look = (node: unknown, key: string, column: number): void => {
    if (isSeq(node)) for (const item of node.items) look(item, key, column);
    else if (isScalar(node)) {
      const fault = faultOf(node, key, column, yaml, aliases);
      if (fault) found.push(fault);
    }
  };
  visit(document, {
    Pair(_, { key, value }, path) {
      if (!isScalar(key) || isAlias(value)) return;
      const start = key.range?.[0] ?? 0;
      const column = start - (yaml.lastIndexOf('\n', start - 1) + 1);
      // The value of such a key is a text, or a map from languages to texts.
      const owner = path.at(-2);
      const parent = isPair(owner) && isScalar(owner.key) ? String(owner.key.value) : '';
      const name = [String(key.value), parent].find((one) => TEXTS.has(one));
      if (name !== undefined) look(value, name, column);
    },
  });
  return found;
}

/** The names of all aliases. */
function aliasesOf(document: Document.Parsed): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Alias(_, { source }) {
      names.add(source);
    },
  });
  return names;
}

function faultOf(
  node: Scalar,
  key: string,
  column: number,
  yaml: string,
  aliases: () => ReadonlySet<string>,
): CutText | null {
  const [start = 0, end = 0] = node.range ?? [];
  if (node.anchor !== undefined && !aliases().has(node.anchor))
    return {
      offset: yaml.lastIndexOf('&', Math.max(start, end)),
      message: `${key} loses "&${node.anchor}", which YAML takes for a name of the value`,
    };
  const written = yaml.slice(start, end);
  // Only in quotes: programs write other texts with escaped line ends on purpose.
  if (node.type === 'QUOTE_DOUBLE' && /^(?:exact|prefix|suffix)$/.test(key)) {
    const escaped = /(?<!\\)(?:\\\\)*(\\[fnrtvNLP_])/.exec(written);
    return escaped
      ? {
          offset: start + escaped.index,
          message: `${key} has ${escaped[1]}, which YAML takes for white space; a plain backslash is written \\\\`,
        }
      : null;
  }
  if (node.type !== 'PLAIN') return null;
  // A comment ends an unquoted text, on its own line or on a line that seems to continue it.
  const rest = yaml.slice(end);
  const comment = /^[ \t]*(?:\r?\n(?<indent>[ \t]*))?(?<words>#[^\r\n]*)/.exec(rest)?.groups;
  const [words, indent] = [comment?.['words'], comment?.['indent']];
  if (words === undefined || (indent !== undefined && indent.length <= column)) return null;
  return {
    offset: end + rest.indexOf('#'),
    message: `${key} ends before ${JSON.stringify(words)}, which YAML takes for a comment`,
  };
}
