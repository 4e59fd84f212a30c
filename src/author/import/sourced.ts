/** The events of a table with quotes as records: each quote is found in a source of the archive, or told near what it is. */

import { didYouMean } from '../../check/near/suggest.ts';
import { formatPosition, shown } from '../../check/problem.ts';
import { type Draft, readText, type SourceDraft } from '../../check/read/draft.ts';
import { idSchema } from '../../model/id.ts';
import { elided, findPassages, selectorsOf, wordsOfQuote } from '../../model/passages.ts';
import { GAP, type QuoteDraft } from '../../model/quote.ts';
import { fold } from '../../model/text.ts';
import { findMatches } from '../find.ts';
import { escapeMarkdown } from '../markdown.ts';
import { quoteId } from '../quote.ts';
import { freeId } from '../slug.ts';
import { isObject, wholeText } from './fields.ts';
import { joined, type SheetEvent, type SheetQuote } from './imported.ts';
import type { Loss } from './report.ts';

export interface Sourced {
  /** Without `title`, `track` and `date`; `unsourced` where a quote was not found, or there is none. */
  front: Record<string, unknown>;
  body: string;
  /** Whether the body has a note. */
  noted: boolean;
  /** What could not be taken over, with row and column. */
  left: Loss[];
}

/** How many more times what is near a missing quote may be sought, some ten milliseconds each. */
export interface Budget {
  near: number;
}

/**
 * Resolves an event's quotes and actors, and makes its body where it has none of its own.
 * @param plain whether it is written into a file that can have no notes
 */
export function sourced(
  sheet: SheetEvent,
  title: string,
  where: string,
  draft: Draft,
  budget: Budget,
  plain: boolean,
): Sourced {
  const left: Loss[] = [];
  const taken = new Set<string>();
  const quotes: Record<string, unknown> = {};
  const paragraphs: string[] = [];
  let whole = sheet.statements.some(({ quote }) => quote !== null);
  for (const { text, quote } of sheet.statements) {
    const found = quote && resolve(quote, draft, budget);
    if (quote && typeof found === 'string') {
      whole = false;
      left.push({ kind: 'a quote that is not taken over', where: quote.where, text: found });
      const { where: row, ...said } = quote;
      left.push({ kind: 'what its row says of it', where: row, text: wholeText(said) });
    }
    if (quote && found && typeof found !== 'string') {
      const said = wordsOfQuote(quote);
      if (Array.isArray(found['exact']) && typeof quote.exact === 'string')
        left.push({
          kind: 'a quote with an ellipsis, taken for passages with other words between them',
          where: quote.where,
          text: shown(said),
          noted: true,
        });
      const open = ['speaker', 'mode'].filter((key) => found[key] === GAP);
      if (open.length > 0)
        left.push({
          kind: `a quote whose ${open.join(' and ')} the table does not give; check asks for it`,
          where: quote.where,
          text: shown(said),
          noted: true,
        });
      const own = idSchema.safeParse(quote.id).success && !taken.has(quote.id);
      if (!own && quote.id !== '')
        left.push({
          kind: 'a quote id that is none, or is taken',
          where: quote.where,
          text: quote.id,
        });
      const id = own ? quote.id : freeId(quoteId(said), taken);
      taken.add(id);
      quotes[id] = found;
      const words = text || (paragraphs.length === 0 ? title : said);
      paragraphs.push(`[${escapeMarkdown(words)}](#${id})`);
    } else if (text !== '') paragraphs.push(escapeMarkdown(text));
  }
  if (plain)
    for (const { text } of sheet.notes)
      left.push({ kind: 'a note, for which the event’s file has to end in .mdx', where, text });
  const notes = (plain ? [] : sheet.notes).map(
    ({ about, text }) => `<Note about="${about}">\n\n${escapeMarkdown(text)}\n\n</Note>`,
  );
  const actors = sheet.actors.flatMap((given) => {
    const id = actorOf(given, draft);
    if (id === null)
      left.push({
        kind: 'an actor that actors.yaml does not have',
        where,
        text: given + suggestActor(given, draft),
      });
    return id ?? [];
  });
  const { place, ...more } = sheet.more;
  const named = { ...(sheet.place && { name: sheet.place }), ...(isObject(place) ? place : {}) };
  const declared = draft.site?.part.kinds?.events ?? {};
  const kind = Object.hasOwn(declared, sheet.kind) ? sheet.kind : '';
  if (kind !== sheet.kind)
    left.push({ kind: 'a kind that site.yaml does not declare', where, text: sheet.kind });
  const front = {
    ...(kind && { kind }),
    ...(Object.keys(named).length > 0 && { place: named }),
    actors,
    quotes,
    ...(!whole && { unsourced: true }),
    ...more,
  };
  const body = sheet.markdown.trim();
  const own = body === '' && sheet.extension === null;
  if (!own)
    for (const { text } of sheet.statements)
      if (text !== '') left.push({ kind: 'text beside the column markdown', where, text });
  const text = joined(...(own ? paragraphs : [body]), ...notes);
  return { front, body: text, noted: /<Note\b/.test(text), left };
}

/** A quote's entry, or why there is none: the column, and what is near. */
function resolve(
  quote: SheetQuote,
  draft: Draft,
  budget: Budget,
): Record<string, unknown> | string {
  const { prefix, suffix, speaker, mode, via, inferred, more } = quote;
  const found = sourceOf(quote, draft, budget);
  if (typeof found === 'string') return found;
  const said = shown(wordsOfQuote(quote));
  if (!/^(?:direct|indirect|narration|\??)$/.test(mode))
    return `column mode: "${mode}" is none of direct, indirect, narration, for ${said}`;
  const links = [];
  const named = [['speaker', speaker], ...via.map((one) => ['via', one])] as const;
  for (const [column = '', name = ''] of named) {
    // Who said it, and how, is not made up: check asks for what is left open.
    const id = column === 'speaker' && (name === '' || name === GAP) ? GAP : actorOf(name, draft);
    if (id === null)
      return `column ${column}: actors.yaml has no "${name}", for ${said}${suggestActor(name, draft)}`;
    links.push(id);
  }
  const [first, ...others] = links;
  return {
    source: found.source.id,
    exact: found.exact,
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
    speaker: first,
    mode: mode || GAP,
    via: others,
    ...(inferred && { inferred }),
    ...more,
  };
}

/** The source that holds the words, once, and the words as an event has them; or why none does. */
function sourceOf(
  { source, exact, prefix, suffix }: SheetQuote,
  draft: Draft,
  budget: Budget,
): { source: SourceDraft; exact: QuoteDraft['exact'] } | string {
  const said = shown(wordsOfQuote({ exact }));
  const all = [...draft.sources.values()];
  const named = all.filter(
    ({ id, record }) =>
      source === '' || [id, record?.part.title, record?.part.url].includes(source),
  );
  if (all.length === 0) return `column quote: the archive has no source yet, for ${said}`;
  if (named.length === 0)
    return `column source: there is no source "${source}", for ${said}${didYouMean(source, [...draft.sources.keys()])}`;
  const parts = typeof exact === 'string' ? elided(exact) : [];
  for (const words of [exact, ...(parts.length > 1 ? [parts] : [])]) {
    const selectors = selectorsOf({
      exact: words,
      ...(prefix && { prefix }),
      ...(suffix && { suffix }),
    });
    const hits = named.flatMap((one) => {
      const places = findPassages(readText(one) ?? '', selectors);
      const most = places.reduce((longest, { length }) => Math.max(longest, length), 0);
      // Two are enough to see that it is not certain.
      return Array.from({ length: Math.min(2, most) }, () => one);
    });
    const [only, second] = hits;
    if (only && !second) return { source: only, exact: words };
    if (only)
      return `column quote: ${said} stands ${hits.length} times in ${[...new Set(hits.map(({ id }) => id))].join(', ')}; say which with source, prefix or suffix`;
  }
  const missing = `column quote: ${said} is in no source`;
  if (budget.near-- <= 0) return `${missing}; what is near is not sought: mend the others first`;
  const [near] = findMatches(named, wordsOfQuote({ exact }));
  return `${missing}${near ? `; nearest, at ${formatPosition(near.position)} (${Math.round(near.likeness * 100)} %): ${shown(near.exact, 300)}` : ', and nothing resembles it'}`;
}

/** An actor by id, by name, or by a spelling of the sources. */
function actorOf(given: string, draft: Draft): string | null {
  const actors = draft.actors?.part ?? {};
  if (given === '') return null;
  if (Object.hasOwn(actors, given)) return given;
  const name = fold(given).trim().toLowerCase();
  const named = Object.entries(actors).filter(([, actor]) =>
    [actor?.name ?? '', ...(actor?.names ?? [])].some(
      (one) => fold(one).trim().toLowerCase() === name,
    ),
  );
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

const suggestActor = (given: string, draft: Draft): string =>
  didYouMean(
    given,
    Object.entries(draft.actors?.part ?? {}).flatMap(([id, actor]) => [id, actor?.name ?? '']),
  );
