import { clockOffset, commonClock, offsetsOf, parseDate } from '../../model/date.ts';
import { error, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';

/** Rule 5: if times have several offsets from UTC, `site.yaml` says which of them days and the axis follow. */
export function checkClocks({ site, events }: Draft): Problem[] {
  if (!site || site.part.clock !== undefined) return [];
  const written = events.flatMap(({ part: { date, refined }, position }) => [
    ...(date === undefined ? [] : [{ when: parseDate(date), position: () => position(['date']) }]),
    ...(refined === undefined
      ? []
      : [{ when: parseDate(refined.date), position: () => position(['refined', 'date']) }]),
  ]);
  const common = commonClock(written.map(({ when }) => when));
  if (common === null) return [];
  const others = written.flatMap(({ when, position }) =>
    offsetsOf(when)
      .filter((offset) => clockOffset(offset) !== clockOffset(common))
      .map((offset) => ({ offset, position })),
  );
  return others.slice(0, 1).map(({ offset, position }) => ({
    ...error(
      5,
      position(),
      `this time is read from another clock, ${offset}, than most, ${common}, which days and the axis follow`,
      [`say in site.yaml which clock they are to follow, as in clock: "${common}"`],
    ),
    severity: 'warning',
  }));
}
