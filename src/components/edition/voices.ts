/** Groups quotes with the same chain, for the table of who speaks through whom. */
import type { ChainLink, Event, Quote } from '../../model/archive.ts';

export interface Voice {
  speaker: ChainLink;
  via: ChainLink[];
  agency: ChainLink | null;
  publisher: ChainLink | null;
  mode: Quote['record']['mode'];
  quotes: Quote[];
}

/** By speaker, in order of first appearance. */
export function voices(events: readonly Event[]): Voice[] {
  const rows = new Map<string, Voice>();
  for (const quote of events.flatMap((event) => event.quotes)) {
    const voice = voiceOf(quote);
    const { speaker, via, agency, publisher, mode } = voice;
    const key = JSON.stringify([
      [speaker, ...via, agency, publisher].map((link) => link && [link.actor.id, link.inferred]),
      via.length,
      mode,
    ]);
    const row = rows.get(key);
    if (row) row.quotes.push(quote);
    else rows.set(key, voice);
  }
  const speakers = Map.groupBy(rows.values(), ({ speaker }) => speaker.actor.id);
  return [...speakers.values()].flat();
}

function voiceOf(quote: Quote): Voice {
  const { record, source, speaker } = quote;
  const link = (id: string | undefined): ChainLink | null =>
    quote.chain.find(({ actor }) => actor.id === id) ?? null;
  return {
    speaker: link(speaker.id) ?? { actor: speaker },
    via: record.via.flatMap((id) => link(id) ?? []),
    agency: link(source.agency),
    publisher: link(source.publisher),
    mode: record.mode,
    quotes: [quote],
  };
}

/** Every inferred link of the quotes' chains, each once: the actor and the reason. */
export function inferences(quotes: readonly Quote[]): { name: string; why: string }[] {
  const found = quotes
    .flatMap(({ chain }) => chain)
    .flatMap(({ actor: { name }, inferred: why }) => (why ? [{ name, why }] : []));
  return [...new Map(found.map((entry) => [entry.name + entry.why, entry])).values()];
}
