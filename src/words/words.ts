/** What a language file has to export. English is the model: it says what each is for. */

/** The types of a module of words, whatever they say. */
type Shape<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Shape<T[Key]> };

/** Every word of the interface in one language. */
export type Words = Shape<typeof import('./en.ts')>;

/** Every language file ends with this type of itself: what is missing or differs is an error there. */
export type Complete<Own extends Words> = Own;
