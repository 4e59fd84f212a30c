import { error, type Problem } from '../problem.ts';
import { type Draft, quoteIds } from '../read/draft.ts';

/**
 * Rule 4, for imported events: reports each that has no sources yet.
 * @param strict whether that is an error; otherwise it is a warning
 */
export function checkUnsourced(draft: Draft, strict: boolean): Problem[] {
  return draft.events
    .filter(({ part }) => part.unsourced)
    .map((event): Problem => {
      const problem = error(4, event.position(['unsourced'], 'key'), 'not yet sourced', [
        quoteIds(event).length > 0
          ? 'it has quotes; remove unsourced: once every paragraph cites one'
          : 'find its quotes with npm run quote -- "<words>", cite them, and remove unsourced:',
      ]);
      return strict ? problem : { ...problem, severity: 'warning' };
    });
}
