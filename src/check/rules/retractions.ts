import { error, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';

/** Rule 4: a timeline has an event that stands. */
export function checkRetractions({ events, complete }: Draft): Problem[] {
  const [first] = events;
  if (!complete || !first || events.some(({ part }) => part.retracted === undefined)) return [];
  return [
    error(4, first.position(['retracted'], 'key'), 'every event is retracted', [
      'a timeline needs an event that stands: write one, or take the site off the web',
    ]),
  ];
}
