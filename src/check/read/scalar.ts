/** Replaces one text in a YAML document without changing any other character. */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isScalar, parseDocument, type Scalar } from 'yaml';
import type { Path } from './path.ts';

/**
 * The document with `text` as the value at a path, in the style of the old value if that style can hold it.
 * @returns `null` if there is no text at the path, or if other values would change too, as with an alias
 */
export function replaceScalar(yaml: string, path: Path, text: string): string | null {
  const document = parse(yaml);
  const node = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null;
  const [start, end] = node.range;
  const expected = withValue(document.toJS(), path, text);
  // A style may not be able to hold the text, so the result is parsed again.
  for (const written of spellings(node, yaml.slice(start, end), text)) {
    const edited = yaml.slice(0, start) + written + yaml.slice(end);
    if (isDeepStrictEqual(read(edited), expected)) return edited;
  }
  return null;
}

const parse = (yaml: string): Document.Parsed =>
  parseDocument(yaml, { schema: 'core', prettyErrors: false });

/** The parsed values; `undefined` if the syntax is invalid. */
function read(yaml: string): unknown {
  const document = parse(yaml);
  try {
    return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined;
  }
}

/** Styles in which a text can be written, its present one first. */
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

/** A copy of some values with another one at a path. */
function withValue(value: unknown, path: Path, text: string): unknown {
  const copy = structuredClone(value);
  let owner = copy as Record<PropertyKey, unknown>;
  for (const step of path.slice(0, -1)) owner = owner[step] as Record<PropertyKey, unknown>;
  owner[path.at(-1) ?? ''] = text;
  return copy;
}
