/** Where a quote's words first entered a record: many outlets that carry one wire are one origin. */
import type { Actor } from './actor.ts';
import type { ChainLink, Event, Quote } from './archive.ts';

/** Whoever passes words on by trade. A person, a state or an institution speaks. */
const isMedium = ({ kind }: Actor): boolean => kind === 'agency' || kind === 'publisher';

/**
 * The first link of a quote's chain that passed the words on: after a speaker who is no medium, the next one.
 * Of *Kim → KCNA → ANI → Business Standard* it is KCNA; of what an article says in its own voice, its agency.
 */
export function originOf({ chain, speaker }: Pick<Quote, 'chain' | 'speaker'>): ChainLink {
  const passedOn = chain.find(({ actor }) => actor.id !== speaker.id || isMedium(actor));
  const origin = passedOn ?? chain[0];
  if (!origin) throw new Error('a chain has no links');
  return origin;
}

/** The independent origins of an event's quotes, each once, in the order of the quotes. */
export function originsOf({ quotes }: Pick<Event, 'quotes'>): ChainLink[] {
  const origins = quotes.map(originOf);
  return origins.filter(
    ({ actor }, i) => origins.findIndex((origin) => origin.actor.id === actor.id) === i,
  );
}
