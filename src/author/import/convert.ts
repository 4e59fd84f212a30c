/** A foreign timeline as an archive's own records: events, the tracks and the references that they need. */
import type { Draft } from '../../check/read/draft.ts';
import { trackColours } from '../../model/site.ts';
import { escapeMarkdown, oneLine } from '../markdown.ts';
import { freeId, slugOf } from '../slug.ts';
import type { Imported, ImportedEvent } from './imported.ts';
import { joined } from './imported.ts';

export interface Converted {
  events: { id: string; front: Record<string, unknown>; body: string }[];
  tracks: { id: string; label: string; colour: string }[];
  references: Record<string, unknown>;
  /** What an archive has no room for, item by item. */
  left: string[];
  /** Events that cannot be taken over, and why. */
  missed: string[];
}

export interface Into {
  /** The file's name, which references say they come from. */
  file: string;
  /** Today, as EDTF. */
  day: string;
  /** Where events without a group go. */
  track: string | undefined;
  /** Event ids that are in use. */
  taken: Set<string>;
}

export function convert(imported: Imported, draft: Draft, into: Into): Converted {
  const result: Converted = {
    events: [],
    tracks: [],
    references: {},
    left: [...imported.left],
    missed: [],
  };
  const trackOf = tracksOf(draft, into, result);
  const referenceOf = referencesOf(draft, into, result);
  for (const event of imported.events) {
    const title = oneLine(event.title);
    const name = title === '' ? event.where : `${event.where} “${title}”`;
    if (event.date instanceof Error || title === '') {
      const why = event.date instanceof Error ? event.date.message : 'it has no title';
      result.missed.push(`${name}: ${oneLine(why)}`);
      continue;
    }
    const id = freeId(slugOf(title) || `event-${slugOf(event.date) || 'undated'}`, into.taken);
    const place = oneLine(event.place);
    result.left.push(...event.left.map((detail) => `${name}: ${detail}`));
    result.events.push({
      id,
      front: {
        title,
        track: trackOf(event),
        kind: 'background',
        date: event.date,
        ...(place && { place: { name: place } }),
        actors: [],
        quotes: {},
        unsourced: true,
      },
      body: joined(
        event.body,
        ...event.links.map(({ href, words }) => {
          const said = oneLine(words);
          // A link needs a word to be seen by.
          const label = /[\p{L}\p{N}]/u.test(said)
            ? said
            : `${said} ${new URL(href).hostname}`.trim();
          return `[${escapeMarkdown(label)}](ref:${referenceOf(href, oneLine(words) || title)})`;
        }),
      ),
    });
  }
  return result;
}

/** Groups by their label; what has none goes to the only track there is, or to one of its own. */
function tracksOf(
  draft: Draft,
  into: Into,
  { tracks }: Converted,
): (event: ImportedEvent) => string {
  const known = draft.site?.part.tracks ?? [];
  const taken = new Set(known.map(({ id }) => id));
  const byLabel = new Map(
    known.flatMap(
      ({ id, label }) =>
        [
          [label, id],
          [id, id],
        ] as [string, string][],
    ),
  );
  const home = into.track ?? (known.length === 1 ? known[0]?.id : undefined);
  return ({ group }) => {
    const label = oneLine(group);
    if (label === '' && home !== undefined) return home;
    const named = label || 'Imported';
    const there = byLabel.get(named);
    if (there !== undefined) return there;
    const id = freeId(slugOf(named) || 'track', taken);
    const colour = trackColours[(known.length + tracks.length) % trackColours.length] ?? 'slate';
    tracks.push({ id, label: named, colour });
    byLabel.set(named, id);
    return id;
  };
}

/** A reference for an address, one for each however often it is linked to. */
function referencesOf(
  draft: Draft,
  { file, day }: Into,
  { references }: Converted,
): (href: string, title: string) => string {
  const known = Object.entries(draft.references?.part ?? {});
  const taken = new Set(known.map(([id]) => id));
  const byAddress = new Map(known.map(([id, reference]) => [reference?.url ?? '', id]));
  return (href, title) => {
    const there = byAddress.get(href);
    if (there !== undefined) return there;
    const { hostname } = new URL(href);
    const id = freeId(slugOf(`${hostname.replace(/^www\./, '')} ${title}`) || 'page', taken);
    references[id] = {
      title,
      publisher: hostname,
      url: href,
      language: 'und',
      seen: day,
      note: `Taken over from ${oneLine(file)}; nobody has looked at the page yet.`,
    };
    byAddress.set(href, id);
    return id;
  };
}
