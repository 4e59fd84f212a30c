import type { Actor } from '../../model/actor.ts';
import { foldedSource } from '../../model/quote.ts';
import { fold } from '../../model/text.ts';
import type { Draft, SourceDraft } from '../draft.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';

/** Rule 7: whoever a quote's words come from is named in the source, or the quote says why it is inferred. */
export function checkAttribution(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  const known = new Map<string, boolean>();
  const isNamed = (source: SourceDraft, actor: string, names: Actor['names']): boolean => {
    const key = `${source.id} ${actor}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = foldedSource(source.text?.text ?? '').text;
    const found = names.some((name) => holdsName(text, name));
    known.set(key, found);
    return found;
  };
  return quotes.flatMap(({ event, id, record, source, hits }) => {
    // A quote that is not in this source may be from another, where they are named.
    if (!source?.text || !hits?.length || record.inferred !== undefined) return [];
    const links = [
      { actor: record.speaker, role: 'speaker', path: ['quotes', id, 'speaker'] },
      ...record.via.map((actor, i) => ({ actor, role: 'via', path: ['quotes', id, 'via', i] })),
    ];
    return links.flatMap(({ actor, role, path }) => {
      const names = draft.actors?.part[actor]?.names;
      if (!names || isNamed(source, actor, names)) return [];
      return [
        error(7, event.place(path), `${role} ${actor} is not named in source ${source.id}`, [
          `sought: ${names.map((name) => shown(name)).join(', ')}`,
          'add the spelling of the source to its names in actors.yaml, or say under inferred: why it is taken to be so',
        ]),
      ];
    });
  });
}

/** Scripts that set no spaces between words, or attach particles to names. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/** Whether a folded text holds a name as whole words. */
function holdsName(text: string, name: string): boolean {
  const sought = fold(name).trim();
  const edge = (character: string | undefined, side: string): string =>
    character !== undefined && UNSPACED.test(character) ? '' : side;
  const escaped = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = edge(sought[0], '(?<![\\p{L}\\p{N}\\p{M}])');
  const after = edge(sought.at(-1), '(?![\\p{L}\\p{N}\\p{M}])');
  return new RegExp(before + escaped + after, 'u').test(text);
}
