/** Which part of the Earth a map shows, and how it is laid flat: no place is at an edge. */
import {
  type ExtendedFeatureCollection,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCircle,
  geoDistance,
  geoEqualEarth,
  geoPath,
  geoRotation,
} from 'd3-geo';

/** A point, and the kilometres around it that it may lie within. */
export interface Spot {
  latitude: number;
  longitude: number;
  near: number | null;
}

export interface Frame {
  projection: GeoProjection;
  /** Of the drawing, in its units. */
  width: number;
  height: number;
  /** Degrees from the middle of the places to the farthest. */
  radius: number;
  /** Whether it shows the whole Earth, whose outline is the frame. */
  world: boolean;
}

type Point = [longitude: number, latitude: number];

export const WIDTH = 720;
const TALLEST = 460;
const FLATTEST = 320;
/** Around the places, for their labels. */
const MARGIN = 84;
/** Degrees: a map of a town shows its surroundings, as Natural Earth knows no streets; of one place alone, its region. */
const LEAST = 0.4;
const ALONE = 1;
/** Degrees: a wider circle is not shown from above. */
const WIDEST = 75;
/** Degrees: what lies beyond is smeared along the edge of the disc, and left out. */
const HALF = 92;
/** Degrees: no place of a map of the world is nearer to its edge, if any turn of the globe allows that. */
const FROM_EDGE = 10;
const RADIANS = Math.PI / 180;
const KM_PER_DEGREE = 111.2;

export const degreesOf = (km: number): number => km / KM_PER_DEGREE;

/** The part of the Earth that holds all places with a margin, or all of it. */
export function frameOf(spots: readonly Spot[]): Frame {
  const points = spots.map(({ longitude, latitude }): Point => [longitude, latitude]);
  const middle = middleOf(points);
  const radius = Math.max(
    new Set(points.map(String)).size > 1 ? LEAST : ALONE,
    ...spots.map(({ near }, i) => distance(middle, points[i] ?? middle) + degreesOf(near ?? 0)),
  );
  return radius > WIDEST ? worldOf(points, radius) : regionOf(spots, middle, radius);
}

const distance = (a: Point, b: Point): number => geoDistance(a, b) / RADIANS;

/** The middle of the smallest circle around points, by steps towards the farthest that become shorter. */
function middleOf(points: readonly Point[]): Point {
  let [middle = [0, 0] as Point] = points;
  for (let step = 1; step <= 300; step++) {
    const farthest = points.reduce((a, b) => (distance(middle, b) > distance(middle, a) ? b : a));
    middle = between(middle, farthest, 1 / (step + 1));
  }
  return middle;
}

/** A point on the way between two, along a chord: points opposite one another have a middle too. */
function between(a: Point, b: Point, share: number): Point {
  const [from, to] = [vectorOf(a), vectorOf(b)];
  const [x = 0, y = 0, z = 0] = from.map((value, i) => value + ((to[i] ?? 0) - value) * share);
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

function vectorOf([longitude, latitude]: Point): number[] {
  const [l, p] = [longitude * RADIANS, latitude * RADIANS];
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
}

function regionOf(spots: readonly Spot[], middle: Point, radius: number): Frame {
  const projection = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]);
  const shown: ExtendedFeatureCollection = {
    type: 'FeatureCollection',
    features: spots.map(({ longitude, latitude, near }) => ({
      type: 'Feature',
      properties: null,
      geometry: geoCircle()
        .center([longitude, latitude])
        // Places together at one point have no extent to fit.
        .radius(Math.max(degreesOf(near ?? 0), radius / 100))(),
    })),
  };
  const least = geoCircle().center(middle).radius(radius)();
  if (radius <= ALONE) shown.features.push({ type: 'Feature', properties: null, geometry: least });
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, TALLEST - MARGIN],
    ],
    shown,
  );
  const [[, top], [, bottom]] = geoPath(projection).bounds(shown);
  const height = Math.round(Math.max(FLATTEST, bottom - top + 2 * MARGIN));
  const [x, y] = projection.translate();
  projection.translate([x, y - (TALLEST - height) / 2]);
  // What lies beyond the corners is not projected at all.
  const reach = Math.max(
    ...[0, WIDTH].flatMap((left) =>
      [0, height].map((low) => distance(middle, projection.invert?.([left, low]) ?? [180, 90])),
    ),
  );
  projection.clipAngle(Math.min(reach + 1, HALF));
  return { projection, width: WIDTH, height, radius, world: false };
}

/** The globe turned so that no place is near its edges: if possible with north above, otherwise rolled over. */
function worldOf(points: readonly Point[], radius: number): Frame {
  const turns = [0, 30, -30, 60, -60, 90].map((roll) =>
    Array.from({ length: 36 }, (_, i) => {
      const projection = geoEqualEarth().rotate([i * 10 - 180, 0, roll]);
      return { projection, room: Math.min(...points.map((point) => fromEdge(projection, point))) };
    }).reduce((a, b) => (b.room > a.room ? b : a)),
  );
  const best =
    turns.find(({ room }) => room >= FROM_EDGE) ??
    turns.reduce((a, b) => (b.room > a.room ? b : a));
  const { projection } = best;
  projection.fitExtent(
    [
      [2, 2],
      [WIDTH - 2, TALLEST - 2],
    ],
    { type: 'Sphere' },
  );
  const [[, top], [, bottom]] = geoPath(projection).bounds({ type: 'Sphere' });
  const [x, y] = projection.translate();
  projection.translate([x, y - top + 2]);
  return { projection, width: WIDTH, height: Math.round(bottom - top + 4), radius, world: true };
}

/** Degrees from a point to where a turned globe is cut open, or to its pole, which is drawn as a line. */
function fromEdge(projection: GeoProjection, point: Point): number {
  const [longitude, latitude] = geoRotation(projection.rotate())(point);
  const toCut =
    Math.abs(longitude) < 90
      ? 90
      : Math.asin(Math.cos(latitude * RADIANS) * Math.sin((180 - Math.abs(longitude)) * RADIANS)) /
        RADIANS;
  return Math.min(toCut, 90 - Math.abs(latitude));
}
