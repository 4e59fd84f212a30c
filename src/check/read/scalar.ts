/** One text of a YAML document put in another's place, and every other character left as it is. */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isScalar, parseDocument, type Scalar } from 'yaml';
import type { Path } from './path.ts';

/**
 * The document with `text` as the value at a path, in the style the old value had where that style can hold it.
 * @returns `null` where there is no such text, or where it could not be changed alone, as behind an alias
 */
export function replaceScalar(yaml: string, path: Path, text: string): string | null {
  const document = parse(yaml);
  const node = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null;
  const [start, end] = node.range;
  const expected = withValue(document.toJS(), path, text);
  // A style may not be able to hold the text; what is read back decides.
  for (const written of spellings(node, yaml.slice(start, end), text)) {
    const edited = yaml.slice(0, start) + written + yaml.slice(end);
    if (isDeepStrictEqual(read(edited), expected)) return edited;
  }
  return null;
}

const parse = (yaml: string): Document.Parsed =>
  parseDocument(yaml, { schema: 'core', prettyErrors: false });

/** Plain values; `undefined` where the syntax is broken. */
function read(yaml: string): unknown {
  const document = parse(yaml);
  try {
    return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined;
  }
}

/** Ways to write a text, the one it is written in first. */
function spellings({ type }: Scalar, written: string, text: string): string[] {
  const single = `'${text.replaceAll("'", "''")}'`;
  const double = JSON.stringify(text);
  const quoted = [double, single];
  switch (type) {
    case 'PLAIN':
      return [text, ...quoted];
    case 'QUOTE_SINGLE':
      return [single, double];
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL': {
      const [, header = '', indent = '', rest = ''] =
        /^([^\n]*\n)([ \t]*)[\s\S]*?(\s*)$/.exec(written) ?? [];
      return [`${header}${indent}${text}${rest}`, ...quoted.map((q) => `${q}${rest}`)];
    }
    default:
      return quoted;
  }
}

/** A copy of plain values with another one at a path. */
function withValue(value: unknown, path: Path, text: string): unknown {
  const copy = structuredClone(value);
  let owner = copy as Record<PropertyKey, unknown>;
  for (const step of path.slice(0, -1)) owner = owner[step] as Record<PropertyKey, unknown>;
  owner[path.at(-1) ?? ''] = text;
  return copy;
}
