/** Which words of a text stand in quotation marks or in a block quotation, with the sentences around them. */
import {
  type Body,
  type BodyNode,
  type Citation,
  citationsOf,
  type Statement,
  statementsOf,
} from '../../model/body.ts';
import { quotedSpans } from '../../model/quotation-marks.ts';
import { sentences } from '../../model/sentences.ts';
import type { Span } from '../../model/text.ts';

interface Block {
  node: Statement['node'];
  /** The block quotation that contains it. */
  quotation: BodyNode | null;
}

/** The blocks of a text outside notes. */
export const blocksOf = (body: Body, quotation: BodyNode | null = null): Block[] =>
  body.flatMap((node) => {
    if (node.type === 'blockquote') return blocksOf(node.children, quotation ?? node);
    if (node.type === 'list' || node.type === 'listItem') return blocksOf(node.children, quotation);
    return statementsOf([node]).map((statement) => ({ node: statement.node, quotation }));
  });

/** A sentence, or several, with what they cite. */
interface Cited {
  sentence: string;
  citations: Citation[];
}

/** Words, and the sentences that contain them. */
export interface Quoted extends Cited {
  words: string;
}

/** All words of a block in a block quotation; otherwise its words in quotation marks. */
export function quotedIn(block: BodyNode, quotation: BodyNode | null, language: string): Quoted[] {
  if (quotation) {
    const words = flat(block).text;
    return [{ words, sentence: words, citations: citationsOf([quotation]) }];
  }
  if (block.type === 'table')
    return sentencesOf(block, language).flatMap((row) =>
      inMarks(row.sentence).map(({ words }) => ({ words, ...row })),
    );
  const { text, citations } = flat(block);
  const marked = inMarks(text);
  if (marked.length === 0) return [];
  const all = sentences({ text, language });
  return marked.map(({ words, ...span }) => {
    const around = all.filter((sentence) => overlap(sentence, span));
    return {
      words,
      sentence: around.map(({ start, end }) => text.slice(start, end)).join(' '),
      citations: citations
        .filter((cited) => around.some((sentence) => overlap(sentence, cited)))
        .map(({ citation }) => citation),
    };
  });
}

/** The sentences of a block, each with what it cites; a row of a table is one. */
export function sentencesOf(block: BodyNode, language: string): Cited[] {
  if (block.type === 'table')
    return block.children.map((row) => ({
      sentence: flat(row).text,
      citations: citationsOf([row]),
    }));
  const { text, citations } = flat(block);
  return sentences({ text, language }).map((span) => ({
    sentence: text.slice(span.start, span.end),
    citations: citations.filter((cited) => overlap(span, cited)).map(({ citation }) => citation),
  }));
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The words in quotation marks: emphasis and code do not take the marks away. */
const inMarks = (text: string): (Span & { words: string })[] =>
  quotedSpans(text).map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));

/** The text of a block. */
interface Flat {
  text: string;
  citations: (Span & { citation: Citation })[];
}

function flat(block: BodyNode): Flat {
  const made: Flat = { text: '', citations: [] };
  const walk = (node: BodyNode): void => {
    const start = made.text.length;
    if ('value' in node) made.text += node.value;
    else if (node.type === 'break' || node.type === 'tableCell') made.text += '\n';
    if ('children' in node) for (const child of node.children) walk(child);
    if (node.type === 'citation')
      made.citations.push({ start, end: made.text.length, citation: node });
  };
  walk(block);
  return made;
}
