import { citationsOf, notesOf, statementsOf } from '../../model/body.ts';
import { keeping } from '../../model/once.ts';
import { didYouMean } from '../near/suggest.ts';
import { error, type Problem } from '../problem.ts';
import { type Draft, type EventDraft, quoteIds } from '../read/draft.ts';

/** Rule 4: each statement of an event outside notes cites a quote of the event, and each quote is cited. */
export function checkText(draft: Draft): Problem[] {
  // Of each quote the first event that has one of its name.
  const owners = new Map<string, string>();
  for (const event of draft.events)
    for (const id of quoteIds(event)) if (!owners.has(id)) owners.set(id, event.id);
  return draft.events.flatMap((event) => [...unknownLinks(event, owners), ...checkEvent(event)]);
}

const checkEvent = keeping((event: EventDraft): Problem[] => [
  ...uncitedBlocks(event),
  ...withoutQuotes(event),
  ...unusedQuotes(event),
]);

function unknownLinks(event: EventDraft, owners: ReadonlyMap<string, string>): Problem[] {
  const own = quoteIds(event);
  // If the front matter is broken, its quotes are unknown; that is reported elsewhere.
  if (event.raw === undefined) return [];
  return citationsOf(event.body ?? [])
    .filter(({ kind, id }) => kind === 'quote' && !own.includes(id))
    .map(({ id, offset }) => {
      const elsewhere = owners.get(id);
      return error(
        4,
        event.at(offset),
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
  // An unsourced event cites nothing yet.
  if (event.part.unsourced) return [];
  const ids = quoteIds(event);
  const link = `link its statement, as in [words](#${ids[0]})`;
  return statementsOf(event.body ?? [])
    .filter(
      ({ node, citations }) =>
        // What a picture shows may be known from elsewhere.
        !citations.some(({ kind }) => kind === 'quote' || node.type === 'medium'),
    )
    .map(({ node }) => {
      const isCaption = node.type === 'medium';
      return error(
        4,
        event.at(node.offset),
        `this ${FORMS[node.type]} cites no quote${isCaption ? ' and no reference' : ''}`,
        [
          ids.length === 0
            ? 'give the event a quote under quotes: and link to it, as in [words](#its-id)'
            : isCaption
              ? `${link} or [words](ref:its-id)`
              : `${link}, or make it a <Note about="context">`,
        ],
      );
    });
}

/** An event without quotes verifies nothing, its title included, even if all its text is in notes. */
function withoutQuotes({ part, raw, body, position }: EventDraft): Problem[] {
  if (part.unsourced || part.retracted || raw === undefined || quoteIds({ raw }).length > 0)
    return [];
  // Reported elsewhere: a missing `quotes:`, and paragraphs that cite none.
  const isSaid = statementsOf(body ?? []).some(({ node }) => node.type !== 'medium');
  if (part.quotes === undefined || isSaid) return [];
  return [
    error(4, position(['quotes'], 'key'), 'this event has no quote', [
      'give it one and cite it, or mark the event unsourced: true; a note is no source',
    ]),
  ];
}

function unusedQuotes(event: EventDraft): Problem[] {
  const { body } = event;
  // A missing text is reported elsewhere.
  const isEmpty = !body?.some(({ type }) => type === 'medium');
  if (!body || (isEmpty && statementsOf(body).length + notesOf(body).length === 0)) return [];
  const cited = new Set(
    citationsOf(body)
      .filter(({ kind }) => kind === 'quote')
      .map(({ id }) => id),
  );
  return quoteIds(event)
    .filter((id) => !cited.has(id))
    .map((id) =>
      error(4, event.position(['quotes', id], 'key'), `quote ${id} is never cited`, [
        `link to it, as in [words](#${id}), or remove it`,
      ]),
    );
}

/** The archive's own pages have no quotes: each block of the epilogue cites a reference. */
export function checkPages({ epilogue, about }: Draft): Problem[] {
  const quoting = [epilogue, about].flatMap((page) =>
    page === null
      ? []
      : citationsOf(page.body ?? [])
          .filter(({ kind }) => kind === 'quote')
          .map(({ id, offset }) =>
            error(4, page.at(offset), `#${id} is no quote: this page has none`, [
              'link to an entry of references.yaml, as in [words](ref:its-id)',
            ]),
          ),
  );
  if (!epilogue) return quoting;
  const unsupported = statementsOf(epilogue.body ?? [])
    .filter(
      ({ node, citations }) =>
        node.type !== 'heading' && citations.every(({ kind }) => kind !== 'reference'),
    )
    .map(({ node }) =>
      error(4, epilogue.at(node.offset), `this ${FORMS[node.type]} cites no reference`, [
        'link its statement to an entry of references.yaml, as in [words](ref:its-id)',
      ]),
    );
  return [...quoting, ...unsupported, ...headingsAlone(epilogue)];
}

/** A page of headings alone is an error: only text can cite something. */
function headingsAlone({ body, at }: NonNullable<Draft['epilogue']>): Problem[] {
  const statements = statementsOf(body ?? []);
  if (body === null || statements.some(({ node }) => node.type !== 'heading')) return [];
  const [first] = statements;
  const what = first ? 'headings and no text' : 'no text';
  return [
    error(4, at(first?.node.offset ?? 0), `this page has ${what}`, [
      'write below them what the page says, and link it to references',
    ]),
  ];
}

/** The names of blocks in messages. */
const FORMS = {
  paragraph: 'paragraph',
  heading: 'heading',
  table: 'table',
  code: 'code block',
  medium: 'caption',
} as const;
