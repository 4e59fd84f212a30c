/** Markdown as a reader sees it: made a page by the parser of the events' texts, and taken from it as of any page. */
import { markdownToHtml, markdownToMdast } from 'satteri';
import { parse as parseYaml } from 'yaml';
import { decodeDocument } from './charset.ts';
import type { Extract, LeftOut } from './extract.ts';
import { readHtml } from './html.ts';
import { tooMuch } from './markdown-bounds.ts';
import { Unreadable } from './unreadable.ts';

export function readMarkdown(bytes: Uint8Array, charset?: string): Extract {
  const decoded = decodeDocument(bytes, false, charset);
  const source = decoded.text.replace(/^\uFEFF/, '');
  const much = tooMuch(source, 0);
  if (much)
    throw new Unreadable(`${much.message}, and line ${lineOf(source, much.offset)} has more`, [
      'give --as text, which takes the file as it stands, or part it',
    ]);
  // The heading and the ways back are words of the parser's, not of the document.
  const features = { gfm: { footnotes: { label: ' ', backContent: ' ' } } };
  const { html, frontmatter } = markdownToHtml(source, { features });
  const page = readHtml(
    new TextEncoder().encode(`<!doctype html><meta charset="utf-8">${marked(html)}`),
  );
  const about = frontMatter(frontmatter?.value);
  const notes = /<section data-footnotes/.test(html);
  const [, heading = ''] = /^#\s+(.+?)\s*#*$/m.exec(source) ?? [];
  return {
    title: about['title'] ?? plain(heading),
    language: about['lang'] ?? about['language'] ?? '',
    charset: decoded.charset,
    text: page.text,
    sections: page.sections,
    leftOut: [
      ...(frontmatter ? [{ words: frontmatter.value.trim(), why: 'its front matter' }] : []),
      ...page.leftOut,
      ...unusedNotes(source),
    ],
    remarks: [
      'it was read as Markdown; --as text takes it as it stands',
      ...(decoded.charset === 'utf-8' ? [] : [`its characters were read as ${decoded.charset}`]),
    ],
    ...(notes && { marks: 'footnotes' as const }),
  };
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Numbers that Markdown shows: of its lists, and of its notes as the text refers to them. */
function marked(html: string): string {
  const at = html.indexOf('<section data-footnotes');
  const [body, notes] = at < 0 ? [html, ''] : [html.slice(0, at), html.slice(at)];
  let number = 0;
  return (
    body.replaceAll('<ol>', '<ol start="1">') +
    notes.replace(/<li id="user-content-fn-[^"]*">\s*(?:<p>)?/g, (opening) => {
      number += 1;
      return opening.endsWith('<p>') ? `<li><p>[${number}] ` : `<li><p>[${number}]</p>`;
    })
  );
}

/** Notes that nothing refers to are not shown. */
function unusedNotes(source: string): LeftOut[] {
  const used = new Set<string>();
  const defined: { id: string; words: string }[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'footnoteReference') used.add(node.identifier ?? '');
    if (node.type === 'footnoteDefinition')
      defined.push({ id: node.identifier ?? '', words: wordsIn(node) });
    node.children?.forEach(visit);
  };
  visit(markdownToMdast(source, { features: { gfm: true } }) as Node);
  return defined
    .filter(({ id }) => !used.has(id))
    .map(({ words }) => ({ words, why: 'a footnote that nothing refers to' }));
}

interface Node {
  type: string;
  identifier?: string;
  value?: string;
  children?: Node[];
}

const wordsIn = (node: Node): string =>
  node.value ?? (node.children ?? []).map(wordsIn).join(' ').trim();

/** Texts of front matter in YAML; nothing of what is none. */
function frontMatter(yaml: string | undefined): Record<string, string | undefined> {
  try {
    const value: unknown = parseYaml(yaml ?? '');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, text]) =>
        typeof text === 'string' ? [[key, text]] : [],
      ),
    );
  } catch {
    return {};
  }
}

const plain = (heading: string): string => heading.replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1');
