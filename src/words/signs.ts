/** Signs of the interface that are the same in every language. What a language has its own of is in its file. */

/** On the buttons that move a view in time, by the direction that time runs in: towards earlier, towards later. */
export const towards = { ltr: ['←', '→'], rtl: ['→', '←'] } as const;
/** To zoom out and in. */
export const minus = '−';
export const plus = '+';
/** On the way to the next event, and mirrored to the previous one. Text from right to left mirrors it too. */
export const next = '›';
/** Between two things said side by side, as a date and a track. */
export const beside = ' · ';
/** After a text that was cut short. */
export const cutShort = ' …';
/** From whoever spoke to whoever passed it on, in pictures: their typefaces have no arrow. */
export const passedOn = ' › ';
/** Behind a name that is our guess, where room is short. */
export const guess = '*';
/** In a table, for nobody or nothing. */
export const nobody = '–';
/** After a number of years. */
export const half = '½';
/** Kinds of picture. */
export const svg = 'SVG';
export const png = 'PNG';
/** Names of numbers by which documents are known. */
export const doi = 'DOI';
export const isbn = 'ISBN';
/** Whose maps are drawn. */
export const naturalEarth = 'Natural Earth';
