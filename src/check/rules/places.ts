import { placeKey } from '../../model/place.ts';
import { error, formatPosition, type Position, type Problem } from '../problem.ts';
import type { Draft, EventDraft } from '../read/draft.ts';

/** Rule 4: a point on the map rests on a reference or on a reason. Rule 6: one name is one point. */
export const checkPlaces = ({ events }: Draft): Problem[] => [
  ...events.flatMap(keysOfPlace),
  ...checkSamePlaces(events),
];

function keysOfPlace({ part: { place }, position }: EventDraft): Problem[] {
  if (!place) return [];
  const at = (key: string): Position => position(['place', key], 'key');
  if (place.at === undefined)
    return (['near', 'located', 'inferred'] as const)
      .filter((key) => place[key] !== undefined)
      .map((key) =>
        error(1, at(key), `${key} is about the point of a place, and this one has none`, [
          'give at: [latitude, longitude], or remove it',
        ]),
      );
  if (place.located && place.inferred)
    return [
      error(4, at('inferred'), 'the point of this place has both a reference and a reason', [
        'keep located if that page gives it, otherwise inferred',
      ]),
    ];
  return place.located || place.inferred
    ? []
    : [
        error(4, at('at'), 'nothing gives the point of this place', [
          'name the reference under located, or say under inferred why the editors put it there',
        ]),
      ];
}

/** Events at places of one name are drawn as one mark, which says once how it is known. */
function checkSamePlaces(events: readonly EventDraft[]): Problem[] {
  const first = new Map<string, { point: string; position: () => Position }>();
  return events.flatMap(({ part: { place }, position }) => {
    if (!place?.at) return [];
    const name = placeKey(place.name);
    const { at, near, located, inferred } = place;
    const point = JSON.stringify({ at, near, located, inferred });
    const here = (): Position => position(['place', 'at'], 'key');
    const other = first.get(name);
    if (!other) first.set(name, { point, position: here });
    return !other || other.point === point
      ? []
      : [
          error(
            6,
            here(),
            `the place "${place.name}" is put elsewhere, or by other means, in another event`,
            [
              `the other is at ${formatPosition(other.position())}; give both the same at, near, located and inferred, or another name`,
            ],
          ),
        ];
  });
}
