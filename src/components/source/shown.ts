/** Which sentences of a source its page shows. */
import { sentences } from '../../model/sentences.ts';
import { isLong, type Source } from '../../model/source.ts';
import type { Span } from '../../model/text.ts';

/** In a long source with no reserved rights, so many sentences are shown before and after quoted ones. */
const AROUND = 3;

/** The shown spans of each paragraph: all of it, or its quoted sentences, in a long source with those around them. */
export function shownIn(
  source: Source,
  quoted: readonly Span[],
  blocks: readonly Span[],
): Span[][] {
  if (source.display === 'full' && !isLong(source)) return blocks.map((block) => [block]);
  const all = sentences(source);
  const around = source.display === 'full' ? AROUND : 0;
  const isShown = all.map(() => false);
  let next = 0;
  for (const { start, end } of quoted) {
    while (next < all.length && (all[next]?.end ?? 0) <= start) next++;
    for (let i = next; i < all.length && (all[i]?.start ?? 0) < end; i++)
      isShown.fill(true, Math.max(0, i - around), i + around + 1);
  }
  let at = 0;
  return blocks.map((block) => {
    const spans: Span[] = [];
    for (let sentence = all[at]; sentence && sentence.start < block.end; sentence = all[++at])
      if (isShown[at]) spans.push(sentence);
    return joined(
      source.text,
      spans.flatMap((span) => (isVast(span) ? near(source.text, span, quoted) : [span])),
    );
  });
}

/** Characters. What has no full stops is one sentence, however long: of that, only what is near the quoted words is shown. */
const VAST = 4000;
const NEAR = 600;

const isVast = ({ start, end }: Span): boolean => end - start > VAST;

/** What is near quoted words in a sentence, cut between words. */
function near(text: string, { start, end }: Span, quoted: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const passage of quoted) {
    if (passage.end <= start || end <= passage.start) continue;
    const from = wordBreak(text, start, Math.max(start, passage.start - NEAR), passage.start);
    const to = end - passage.end <= NEAR ? end : lastSpace(text, passage.end, passage.end + NEAR);
    const before = spans.at(-1);
    const own = { start: Math.max(from, start), end: Math.min(to, end) };
    if (before && own.start <= before.end) before.end = Math.max(before.end, own.end);
    else spans.push(own);
  }
  return spans;
}

/** The beginning of the first word from an offset on; that of the passage, if none begins before it. */
function wordBreak(text: string, start: number, from: number, passage: number): number {
  if (from === start) return start;
  const space = /\s\S/.exec(text.slice(from, passage));
  return space ? from + space.index + 1 : passage;
}

/** The end of the last word before an offset; the earliest end allowed, if none ends before it. */
function lastSpace(text: string, earliest: number, to: number): number {
  const space = /\s\S*$/.exec(text.slice(earliest, to));
  return space ? earliest + space.index : earliest;
}

/** Joins neighbouring sentences to one span, with the white space between them. */
function joined(text: string, spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && !text.slice(last.end, span.start).trim()) last.end = span.end;
    else runs.push({ ...span });
  }
  return runs;
}
