import { type Actor, holdsName } from '../../model/actor.ts';
import { kindsOf } from '../../model/kind.ts';
import { onlyHits, wordsOfQuote } from '../../model/passages.ts';
import { foldedSource, GAP } from '../../model/quote.ts';
import { sayersBeside } from '../../model/sayers.ts';
import { isFound, type LocatedQuote } from '../locate.ts';
import { error, formatPosition, type Problem, shown } from '../problem.ts';
import { type Draft, readText, type SourceDraft } from '../read/draft.ts';

/** Rule 7: each quote says who spoke and how, and its source names them, or the quote says why it is inferred. */
export function checkAttribution(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  const isNamed = namesFound();
  return quotes.flatMap((quote) => {
    const unnamed = unnamedActorsOf(quote, draft.actors?.part ?? {}, isNamed);
    return [
      ...gapsOf(quote),
      ...unnamed,
      ...(unnamed.length > 0 ? [] : otherSayerOf(quote, draft)),
    ];
  });
}

/** Fields that the author left open, with the position in the source where the answer can be found. */
function gapsOf({ event, id, record, source, hits }: LocatedQuote): Problem[] {
  if (![record.speaker, record.mode, record.inferred].some((field) => field?.trim() === GAP))
    return [];
  const [hit] = hits?.[0] ?? [];
  const quoted = shown(wordsOfQuote(record));
  const passage = hit && source?.text ? formatPosition(source.text.at(hit.start)) : record.source;
  const gap = (
    key: 'speaker' | 'mode' | 'inferred',
    message: string,
    remedies: string[],
  ): Problem[] =>
    record[key]?.trim() === GAP
      ? [{ ...error(7, event.position(['quotes', id, key]), message, remedies), gap: true }]
      : [];
  return [
    ...gap('speaker', `speaker of ${quoted} is left open`, [
      `read ${passage} and name the actor whose words they are, by the id in actors.yaml; nobody is assumed, not even the publisher`,
      'if they came through others, name those in order under via:',
    ]),
    ...gap('mode', `mode of ${quoted} is left open`, [
      `read ${passage}: direct if the words stand in quotation marks there, indirect if the source reports in its own words what was said, narration if it states them itself`,
    ]),
    ...gap('inferred', `the reason under inferred: is left open`, [
      `say why the words of ${quoted} are taken to be the speaker’s; leave inferred: out if the source names them`,
    ]),
  ];
}

type IsNamed = (source: SourceDraft, actor: string, names: Actor['names']) => boolean;

/** Caches whether a source names an actor. */
function namesFound(): IsNamed {
  const found = new Map<string, boolean>();
  return (source, actor, names) => {
    const key = `${source.id} ${actor}`;
    let named = found.get(key);
    if (named === undefined) {
      const { text } = foldedSource(readText(source) ?? '');
      named = names.some((name) => holdsName(text, name));
      found.set(key, named);
    }
    return named;
  };
}

function unnamedActorsOf(
  { event, id, record, source, hits }: LocatedQuote,
  actors: Readonly<Partial<Record<string, Pick<Actor, 'names'>>>>,
  isNamed: IsNamed,
): Problem[] {
  // A quote that is not found here may belong to another source, which may name them.
  if (!source?.text || !isFound({ hits }) || record.inferred !== undefined) return [];
  const links = [
    { actor: record.speaker, role: 'speaker', path: ['quotes', id, 'speaker'] },
    ...record.via.map((actor, i) => ({ actor, role: 'via', path: ['quotes', id, 'via', i] })),
  ];
  return links.flatMap(({ actor, role, path }) => {
    const names = actors[actor]?.names;
    if (!names || isNamed(source, actor, names)) return [];
    return [
      error(7, event.position(path), `${role} ${actor} is not named in source ${source.id}`, [
        `sought: ${names.map((name) => shown(name)).join(', ')}`,
        'add the spelling of the source to its names in actors.yaml, or say under inferred: why it is taken to be so',
      ]),
    ];
  });
}

/** A listed actor whom the source names right beside the quote as who said it, and who is neither its speaker nor in `via`. */
function otherSayerOf(
  { event, id, record, source, selectors, hits }: LocatedQuote,
  draft: Draft,
): Problem[] {
  const text = source && readText(source);
  const spans = hits && onlyHits(hits);
  const { speaker, via, mode, inferred } = record;
  const actors = draft.actors?.part ?? {};
  const own = actors[speaker];
  if (!text || !spans || !own || inferred !== undefined || mode === 'narration') return [];
  const {
    publisher,
    agency,
    language = draft.site?.part.language ?? 'en',
  } = source.record?.part ?? {};
  const named = (words: string, names: readonly string[]): boolean =>
    names.some((name) => holdsName(words, name));
  const kinds = kindsOf(draft.site?.part.kinds?.actors, [own.kind]);
  const isPerson = own.kind !== undefined && kinds.get(own.kind)?.is === 'person';
  const known = new Set([speaker, publisher, agency, ...via]);
  return spans.flatMap((span, at) => {
    for (const { name, clause, isOther } of sayersBeside(text, span, language)) {
      const said = isOther ? name : clause.replace(/\S+[’']s(?=\s)/gu, '');
      const isNamed = named(said, [own.name, ...own.names]);
      // A ministry speaks through its spokesman, a person does not.
      if (isOther && !isPerson) continue;
      if (isNamed && !isOther) return [];
      const other = Object.keys(actors).find(
        (actor) => !isOther && !known.has(actor) && named(name, actors[actor]?.names ?? []),
      );
      if (other === undefined && !isNamed) continue;
      return [
        error(
          7,
          event.position(['quotes', id, 'speaker']),
          `speaker is ${speaker}, but source ${source.id} has ${shown(clause)} beside the quote: ${shown(selectors[at]?.exact ?? '')}`,
          [
            other === undefined
              ? 'name as speaker whose words they are, and who passes them on under via:'
              : `speaker: ${other}, if these are their words; via: [${other}], if they pass them on`,
            `or say under inferred: why they are taken to be ${speaker}’s`,
          ],
        ),
      ];
    }
    return [];
  });
}
