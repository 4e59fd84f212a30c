import { quoteAnchors, referenceAnchor } from '../../model/address.ts';
import { citationsOf } from '../../model/body.ts';
import { whyReserved } from '../../model/id.ts';
import { GAP } from '../../model/quote.ts';
import { didYouMean } from '../near/suggest.ts';
import { error, formatPosition, type Position, type Problem } from '../problem.ts';
import { type Draft, type EventDraft, idsIn, quoteIds } from '../read/draft.ts';
import { type Path, valueAt } from '../read/path.ts';

/** The ids of one kind; `ids` is `null` if the file that lists them is broken, which is reported elsewhere. */
interface Ids {
  what: string;
  /** What to do about an unknown id that resembles none of them. */
  remedy: string;
  ids: Set<string> | null;
}

interface Names {
  eventKinds: Ids;
  actorKinds: Ids;
  tracks: Ids;
  actors: Ids;
  references: Ids;
  sources: Ids;
}

/** Rule 6: every id that a record refers to exists. */
export function checkNames(draft: Draft): Problem[] {
  const kinds = (of: 'events' | 'actors'): Ids => {
    // From the raw value, so that a kind with a wrong declaration counts as declared; the schema reports it.
    const site = draft.site?.raw;
    const declared = Object.keys(valueAt(site, ['kinds', of]) ?? {});
    const isMap = typeof site === 'object' && site !== null && !Array.isArray(site);
    return {
      what: 'kind',
      // An archive that declares none may use any.
      ids: isMap && declared.length > 0 ? new Set(declared) : null,
      remedy: `site.yaml declares ${declared.join(', ')} under kinds: ${of}:; add it there`,
    };
  };
  const names: Names = {
    eventKinds: kinds('events'),
    actorKinds: kinds('actors'),
    tracks: {
      what: 'track',
      remedy: 'site.yaml does not have it; add it there',
      ids: trackIds(draft),
    },
    actors: {
      what: 'actor',
      remedy: 'actors.yaml does not have it; add it there',
      ids: idsIn(draft.actors),
    },
    references: {
      what: 'reference',
      remedy: 'references.yaml does not have it; add it there',
      ids: idsIn(draft.references),
    },
    sources: {
      what: 'source',
      remedy: 'sources/ does not have it; add it there',
      ids: new Set(draft.sources.keys()),
    },
  };
  const pages = [...draft.events, draft.epilogue, draft.about].filter((page) => page !== null);
  return [
    ...draft.events.flatMap((event) => namesOfEvent(event, names)),
    ...Object.entries(draft.actors?.part ?? {}).flatMap(([id, actor]) =>
      draft.actors ? named(names.actorKinds, actor?.kind, draft.actors, [id, 'kind']) : [],
    ),
    ...pages.flatMap(({ body, at }) =>
      citationsOf(body ?? [])
        .filter(({ kind }) => kind === 'reference')
        .flatMap(({ id, offset }) => unknown(names.references, id, () => at(offset))),
    ),
    ...[...draft.sources.values()].flatMap(({ record }) =>
      (['publisher', 'agency'] as const).flatMap((key) =>
        record ? named(names.actors, record.part[key], record, [key]) : [],
      ),
    ),
  ];
}

function namesOfEvent(
  event: EventDraft,
  { eventKinds, tracks, actors, references, sources }: Names,
): Problem[] {
  const { track, kind, refined, place, actors: present, quotes, media = [] } = event.part;
  return [
    ...named(tracks, track, event, ['track']),
    ...named(eventKinds, kind, event, ['kind']),
    ...named(actors, present, event, ['actors']),
    ...named(references, refined?.reference, event, ['refined', 'reference']),
    ...(['reference', 'located'] as const).flatMap((key) =>
      named(references, place?.[key], event, ['place', key]),
    ),
    ...media.flatMap((medium, i) => [
      ...named(sources, medium.source, event, ['media', i, 'source']),
      ...named(references, medium.reference, event, ['media', i, 'reference']),
    ]),
    ...Object.entries(quotes ?? {}).flatMap(([id, quote]) => [
      ...named(sources, quote.source, event, ['quotes', id, 'source']),
      ...(quote.speaker === GAP
        ? []
        : named(actors, quote.speaker, event, ['quotes', id, 'speaker'])),
      ...named(actors, quote.via, event, ['quotes', id, 'via']),
    ]),
  ];
}

/** @param given one id or a list of ids, as the YAML at `path` has it */
function named(
  ids: Ids,
  given: string | readonly string[] | undefined,
  { raw, position }: Pick<EventDraft, 'raw' | 'position'>,
  path: Path,
): Problem[] {
  if (given === undefined) return [];
  const inList = Array.isArray(valueAt(raw, path));
  return [given]
    .flat()
    .flatMap((id, i) => unknown(ids, id, () => position(inList ? [...path, i] : path)));
}

function unknown({ what, remedy, ids }: Ids, id: string, position: () => Position): Problem[] {
  if (ids === null || ids.has(id)) return [];
  const meant = didYouMean(id, ids);
  return [error(6, position(), `unknown ${what} "${id}"${meant}`, meant ? [] : [remedy])];
}

function trackIds(draft: Draft): Set<string> | null {
  const tracks = draft.site?.part.tracks;
  return tracks ? new Set(tracks.map(({ id }) => id)) : null;
}

/** Rule 6: no id is a name that the site or a file system reserves. */
export function checkReserved({ events, sources, actors }: Draft): Problem[] {
  const reserved = (
    id: string,
    what: 'event' | 'source' | 'actor',
    position: () => Position,
  ): Problem[] => {
    const why = whyReserved(id, what);
    return why === null
      ? []
      : [error(6, position(), `${what} "${id}" needs another id: ${why}`, [`as ${id}-1`])];
  };
  const start = (file: string): Position => ({ file, line: 1, column: 1 });
  return [
    ...events.flatMap((event) => [
      ...reserved(event.id, 'event', () => start(event.file)),
      ...(event.part.aliases ?? []).flatMap((alias, i) =>
        reserved(alias, 'event', () => event.position(['aliases', i])),
      ),
    ]),
    ...[...sources.values()].flatMap(({ id, text, record }) =>
      reserved(id, 'source', () => start(text?.file ?? record?.file ?? id)),
    ),
    ...(actors
      ? [...(idsIn(actors) ?? [])].flatMap((id) =>
          reserved(id, 'actor', () => actors.position([id], 'key')),
        )
      : []),
  ];
}

/** Rule 6: no two things share an anchor on a page, as quote `b-c` of event `a` and quote `c` of event `a-b` would. */
export function checkAnchors(draft: Draft): Problem[] {
  const owners = new Map<string, { what: string; position: () => Position }>();
  const problems: Problem[] = [];
  const claim = (anchor: string, what: string, position: () => Position): void => {
    const owner = owners.get(anchor);
    if (!owner) owners.set(anchor, { what, position });
    else
      problems.push(
        error(6, position(), `${what} has the address #${anchor} of ${owner.what}`, [
          `the other is at ${formatPosition(owner.position())}; rename the one that is not published yet`,
        ]),
      );
  };
  const { events, references } = draft;
  for (const { id, file } of events) claim(id, `event ${id}`, () => ({ file, line: 1, column: 1 }));
  if (references)
    for (const id of idsIn(references) ?? [])
      claim(referenceAnchor(id), `reference ${id}`, () => references.position([id], 'key'));
  for (const event of events)
    for (const alias of event.part.aliases ?? [])
      claim(alias, `the alias ${alias} of ${event.id}`, () => event.position(['aliases']));
  for (const event of events)
    for (const id of quoteIds(event)) {
      const { aliases } = event.part.quotes?.[id] ?? {};
      for (const anchor of quoteAnchors({ id: event.id, ...event.part }, { id, aliases }))
        claim(anchor, `quote ${id} of ${event.id}`, () => event.position(['quotes', id], 'key'));
    }
  const tracks = draft.site?.part.tracks ?? [];
  tracks.forEach(({ id }, i) => {
    if (draft.site && tracks.findIndex((track) => track.id === id) < i)
      problems.push(
        error(6, draft.site.position(['tracks', i, 'id']), `track ${id} is given twice`),
      );
  });
  return problems;
}
