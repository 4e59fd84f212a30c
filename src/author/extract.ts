/** What an HTML page says, one paragraph a line, in the characters of the page. */
import { parseHTML } from 'linkedom';
import { oneLine } from '../model/text.ts';

interface Node {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: ArrayLike<Node>;
}

const UNREAD = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'SVG',
]);
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);

export function extractText(bytes: Uint8Array): {
  title: string;
  /** As the page says; `''` if it does not. */
  language: string;
  text: string;
} {
  const { document } = parseHTML(decodePage(bytes));
  const lines: string[] = [];
  let line = '';
  const flush = (): void => {
    const text = line.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 3) line += node.textContent ?? '';
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (UNREAD.has(name)) return;
    const block = !INLINE.has(name);
    if (block) flush();
    for (const child of Array.from(node.childNodes)) walk(child);
    if (block) flush();
  };
  walk((document.body ?? document.documentElement) as unknown as Node);
  flush();
  const title = oneLine(document.querySelector('title')?.textContent ?? '');
  const language = document.documentElement?.getAttribute('lang')?.trim() ?? '';
  return { title, language, text: lines.map((text) => `${text}\n`).join('') };
}

/** Decodes as the page says it is encoded; UTF-8 where it does not say. */
function decodePage(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
