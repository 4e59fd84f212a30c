/** Records as YAML text. */
import { Document, isScalar, isSeq, parseDocument, visit } from 'yaml';

/** A value as YAML. Every text is in quotation marks, so that none is read as a number, a date or syntax. */
export function yamlOf(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Pair(_, { key, value: list }) {
      // The labels of a book's pages would fill as many lines.
      if (isScalar(key) && key.value === 'labels' && isSeq(list)) list.flow = true;
    },
  });
  return document.toString({
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
}

/** A Markdown file with front matter. */
export const pageOf = (front: unknown, body: string): string =>
  `---\n${yamlOf(front)}---\n${body === '' ? '' : `\n${body}\n`}`;

/** The text of a YAML file of entries by id with more entries added; the existing lines are unchanged. */
export function withEntries(text: string, entries: Record<string, unknown>): string {
  if (Object.keys(entries).length === 0) return text;
  const [first = ''] = /^(?!\s*(?:#|---|$)).+/m.exec(text) ?? [];
  const before = text.replace(/\n*$/, '\n');
  if (first !== '' && !/^\s*\{/.test(first)) return `${before}${yamlOf(entries)}`;
  if (/^\s*(?:\{\s*\}\s*)?$/.test(first))
    return `${before.replace(/^\s*\{\s*\}\s*$/m, '').trimEnd()}\n${yamlOf(entries)}`.trimStart();
  // No line can be added below a flow map.
  const document = parseDocument(text, { schema: 'core' });
  for (const [id, entry] of Object.entries(entries)) document.setIn([id], entry);
  return document.toString({ lineWidth: 0 });
}

/** The text of `site.yaml` with more tracks. */
export function withTracks(text: string, tracks: readonly unknown[]): string {
  if (tracks.length === 0) return text;
  const document = parseDocument(text, { schema: 'core' });
  const list = document.get('tracks');
  if (isSeq(list)) for (const track of tracks) list.add(document.createNode(track, { flow: true }));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
