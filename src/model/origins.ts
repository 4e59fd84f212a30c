/** Origins: who first recorded a quote's words. Several outlets that carry one agency report are one origin. */
import type { Actor } from './actor.ts';
import type { ChainLink, Event, Quote } from './archive.ts';

/** Whether an actor reports what others say; all others speak. */
const isMedium = ({ kind }: Actor): boolean => kind?.is === 'medium';

/**
 * The first link of a quote's chain that reported the words: the first medium after a speaker who is none.
 * Of *Kim → KCNA → ANI → Business Standard* it is KCNA; of what an article says in its own voice, its agency.
 */
export function originOf({
  chain,
  speaker,
  source,
}: Pick<Quote, 'chain' | 'speaker' | 'source'>): ChainLink {
  const passedOn = chain.find(
    ({ actor }) => actor.id !== speaker.id || isMedium(actor) || actor.id === source.agency,
  );
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
