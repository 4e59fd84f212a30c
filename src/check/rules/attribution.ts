import { type Actor, holdsName } from '../../model/actor.ts';
import { foldedSource } from '../../model/quote.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';
import type { Draft, SourceDraft } from '../read/draft.ts';

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
