import * as words from '#words';
import type { ChainLink, Quote } from './archive.ts';

/**
 * A quote's chain as text, from the speaker to the publisher: `Kim Jong Un → KCNA`.
 * @param arrow between two links
 * @param named a link as text; the actor's name unless given
 */
export const chainText = (
  { chain }: Pick<Quote, 'chain'>,
  arrow: string = words.arrow,
  named: (link: ChainLink) => string = ({ actor }) => actor.name,
): string => chain.map(named).join(arrow);
