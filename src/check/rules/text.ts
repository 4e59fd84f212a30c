import { didYouMean } from '../near/suggest.ts';
import { error, type Problem } from '../problem.ts';
import { type Draft, type EventDraft, quoteIds } from '../read/draft.ts';

/** Rule 4: what an event says outside notes cites its own quotes, and each quote is cited. */
export function checkText(draft: Draft): Problem[] {
  const owners = new Map<string, string[]>();
  for (const event of draft.events)
    for (const id of quoteIds(event)) owners.set(id, [...(owners.get(id) ?? []), event.id]);
  return draft.events.flatMap((event) => [
    ...unknownLinks(event, owners),
    ...uncitedBlocks(event),
    ...unusedQuotes(event),
  ]);
}

function unknownLinks(event: EventDraft, owners: ReadonlyMap<string, string[]>): Problem[] {
  const own = quoteIds(event);
  // Broken front matter has said already that nothing is known of its quotes.
  if (event.raw === undefined) return [];
  return (event.body?.citations ?? [])
    .filter(({ kind, id }) => kind === 'quote' && !own.includes(id))
    .map(({ id, place }) => {
      const elsewhere = owners.get(id)?.[0];
      return error(
        4,
        place,
        `#${id} is no quote of this event${elsewhere ? '' : didYouMean(id, own)}`,
        elsewhere
          ? [
              `it is a quote of ${elsewhere}; an event cites its own quotes, so give it one of these words too`,
            ]
          : [],
      );
    });
}

function uncitedBlocks(event: EventDraft): Problem[] {
  // What has no quotes yet says so as a whole.
  if (event.part.unsourced) return [];
  const known = quoteIds(event);
  return (event.body?.blocks ?? [])
    .filter(({ citations }) => !citations.some(({ kind }) => kind === 'quote'))
    .map(({ kind, place }) =>
      error(4, place, `this ${kind} cites no quote`, [
        known.length > 0
          ? `link its statement, as in [words](#${known[0]}), or make it a <Note about="context">`
          : 'give the event a quote under quotes: and link to it, as in [words](#its-id)',
      ]),
    );
}

function unusedQuotes(event: EventDraft): Problem[] {
  const { body } = event;
  // Where there is no text, that has been said.
  if (!body || body.blocks.length + body.notes.length === 0) return [];
  const cited = new Set(body.citations.filter(({ kind }) => kind === 'quote').map(({ id }) => id));
  return quoteIds(event)
    .filter((id) => !cited.has(id))
    .map((id) =>
      error(4, event.place(['quotes', id], 'key'), `quote ${id} is never cited`, [
        `link to it, as in [words](#${id}), or remove it`,
      ]),
    );
}

/** Each paragraph of the epilogue rests on a reference, as it has no quotes. */
export function checkEpilogue(draft: Draft): Problem[] {
  return (draft.epilogue?.body?.blocks ?? [])
    .filter(
      ({ kind, citations }) => kind !== 'heading' && citations.every((c) => c.kind !== 'reference'),
    )
    .map(({ kind, place }) =>
      error(4, place, `this ${kind} cites no reference`, [
        'link its statement to an entry of references.yaml, as in [words](ref:its-id)',
      ]),
    );
}
