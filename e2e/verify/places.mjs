// @ts-check
/** Where events happened. */

/** What events.json says of a place. @param {any} place the event's own record of it */
export const placeData = (place) =>
  place
    ? {
        name: place.name,
        references: listOf(place.reference),
        ...(place.at && {
          at: place.at,
          near: place.near ?? null,
          located: listOf(place.located),
          inferred: place.inferred ?? null,
        }),
      }
    : null;

/** One, several or none. */
const listOf = (/** @type {any} */ value) => [value ?? []].flat();
