import { namesOf, quoteAnchors, quotePath } from '../../model/address.ts';
import { addressesIn, type Published } from '../ledger.ts';
import { didYouMean } from '../near/suggest.ts';
import { error, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';
import type { TextFile } from '../read/file.ts';

/** Rule 9: every address that was ever published exists, or an alias leads from it. */
export function checkPublishedAddresses(draft: Draft, ledger: TextFile | null): Problem[] {
  if (!ledger) return [];
  const published = addressesIn(ledger.text);
  const { names, quotes } = presentIn(draft);
  const lost = {
    sources: published.filter(({ kind, id }) => kind === 'source' && !draft.sources.has(id)),
    events: published.filter(({ kind, id }) => kind === 'event' && !names.has(id)),
    quotes: published.filter(({ kind, address }) => kind === 'quote' && !quotes.has(address)),
  };

  const report = ({ address, offset }: Published, remedies: string[], meant = ''): Problem =>
    error(9, ledger.at(offset), `the published address ${address} is missing${meant}`, [
      ...remedies,
      'if it was never published, delete this line',
    ]);
  const problems = [
    ...published
      .filter(({ kind }) => kind === null)
      .map(({ address, offset }) =>
        error(9, ledger.at(offset), `${address} is no address of an event, a source or a quote`, [
          'the build keeps this file; delete the line, or put it back as it was',
        ]),
      ),
    ...lost.sources.map((line) => report(line, [`put sources/${line.id}.txt and .yaml back`])),
  ];
  // An event that cannot be read may have the alias.
  if (!draft.complete) return problems;
  const ids = draft.events.map(({ id }) => id);
  return [
    ...problems,
    ...lost.events.map((line) =>
      report(
        line,
        [
          `if it was renamed, write aliases: [${line.id}] in the event that it is now`,
          'if it is taken back, put its file back and say so there: retracted: { date: …, why: … }',
        ],
        didYouMean(line.id, ids),
      ),
    ),
    // If a whole source or event is missing, its quotes are not reported one by one.
    ...lost.quotes
      .filter(({ id }) => !lost.sources.some((source) => source.id === id))
      .filter(({ anchor }) => !lost.events.some(({ id }) => anchor.startsWith(`q-${id}-`)))
      .map((line) => report(line, [quoteRemedy(line, names)])),
  ];
}

/** The ids and aliases of events, each with its event's id, and the addresses of quotes. */
function presentIn({ events }: Draft): { names: Map<string, string>; quotes: Set<string> } {
  const named = events.map(({ id, part: { aliases, quotes = {} } }) => ({ id, aliases, quotes }));
  return {
    names: new Map(named.flatMap((event) => namesOf(event).map((name) => [name, event.id]))),
    quotes: new Set(
      named.flatMap((event) =>
        Object.entries(event.quotes).flatMap(([id, { source, aliases }]) =>
          quoteAnchors(event, { id, aliases }).map((anchor) => quotePath(source, anchor)),
        ),
      ),
    ),
  };
}

function quoteRemedy({ anchor }: Published, names: ReadonlyMap<string, string>): string {
  const [name = ''] = [...names.keys()]
    .filter((candidate) => anchor.startsWith(`q-${candidate}-`))
    .sort((a, b) => b.length - a.length);
  const quote = anchor.slice(`q-${name}-`.length);
  return name === ''
    ? 'put its event back'
    : `put the quote back in events/${names.get(name)}, or write aliases: [${quote}] in the quote that it is now`;
}
