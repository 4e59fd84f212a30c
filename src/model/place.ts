import { z } from 'zod';
import { idSchema } from './id.ts';
import type { Reference } from './reference.ts';
import { fold } from './text.ts';

export const referencesSchema = z
  .union([idSchema, z.array(idSchema).min(1)])
  .transform((ids) => [ids].flat());

/** Digits after the point of a coordinate, at most: the fifth is a metre. */
const DIGITS = 5;

const isPoint = ([latitude = 91, longitude = 181]: readonly number[]): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
const isRounded = (value: number): boolean => Number(value.toFixed(DIGITS)) === value;

const pointSchema = z
  .array(z.number())
  .refine((at) => at.length === 2, 'it is [latitude, longitude], two numbers')
  .refine(
    (at) => at.length !== 2 || isPoint(at),
    'it is [latitude, longitude]: from -90 to 90, and from -180 to 180',
  )
  .refine(
    (at) => at.every(isRounded),
    `more than ${DIGITS} digits after a point are less than a metre`,
  )
  .transform((at) => at as [latitude: number, longitude: number]);

/** Where an event happened. `check/rules/places.ts` says which keys go together. */
export const placeSchema = z.strictObject({
  name: z.string().min(1),
  /** Outside references that say that it happened there. */
  reference: referencesSchema.optional(),
  /** Latitude and longitude in degrees, WGS 84. */
  at: pointSchema.optional(),
  /** Kilometres around `at` that it may lie within, if `at` is not exact. */
  near: z.number().min(0.001).max(5000).optional(),
  /** Outside references that give `at`. */
  located: referencesSchema.optional(),
  /** Why the editors put it there, if no reference gives `at`. */
  inferred: z.string().trim().min(1).optional(),
});

export type PlaceRecord = z.infer<typeof placeSchema>;

/** A point on the Earth, and how exactly it is known. */
export interface Location {
  /** In degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** In kilometres: it lies within this distance; `null` where it is exact. */
  near: number | null;
  references: Reference[];
  /** Why the editors put it there; `null` where references do. */
  inferred: string | null;
}

export interface Place {
  name: string;
  references: Reference[];
  location: Location | null;
}

/** What a place is known by, also in addresses: its name, without capitals, and with hyphens for spaces and commas. */
export const placeKey = (name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/[\s,]+/g, '-');

/** @param referencesOf resolves ids */
export function placeOf(
  { name, reference, at, near, located, inferred }: PlaceRecord,
  referencesOf: (ids?: string[]) => Reference[],
): Place {
  return {
    name,
    references: referencesOf(reference),
    location: at
      ? {
          latitude: at[0],
          longitude: at[1],
          near: near ?? null,
          references: referencesOf(located),
          inferred: inferred ?? null,
        }
      : null,
  };
}
