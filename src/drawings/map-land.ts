/** Land and borders of a map, from Natural Earth, as short paths. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type GeoContext, type GeoPermissibleObjects, geoArea, geoPath } from 'd3-geo';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Frame } from './map-projection.ts';

/** The part of the Earth that is shown, its land, and borders as they are held. Paths in {@link SCALE}ths of the map's units. */
export interface Land {
  sea: string;
  land: string;
  borders: string;
}

export const SCALE = 2;

/** Characters of land and borders, at most: the map is in the page. */
const LONGEST = 13_000;
/** Map units: islands smaller than this are left out. */
const SMALLEST = 2;

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
const atlases = new Map<string, Atlas>();

/** Natural Earth at a scale, as world-atlas has it; read once, and only where a map is drawn. */
function atlasOf(scale: string): Atlas {
  const file = join(resolve('node_modules'), 'world-atlas', `countries-${scale}.json`);
  const atlas = atlases.get(scale) ?? (JSON.parse(readFileSync(file, 'utf8')) as Atlas);
  atlases.set(scale, atlas);
  return atlas;
}

/** As much detail as the extent needs and the page can carry. */
export function landOf(frame: Frame): Land {
  const atlas = atlasOf(scaleOf(frame.radius));
  const { countries, land } = atlas.objects;
  const whole = upright(feature(atlas, land));
  const shared = mesh(atlas, countries, (a, b) => a !== b);
  const sea = pathOf(linesOf(frame, { type: 'Sphere' }), 4);
  const lines = { land: linesOf(frame, whole), borders: linesOf(frame, shared) };
  for (let step = 0.8; ; step *= 1.25) {
    const drawn = { sea, land: pathOf(lines.land, step), borders: pathOf(lines.borders, step) };
    if (drawn.land.length + drawn.borders.length <= LONGEST) return drawn;
  }
}

/** Without polygons that run the wrong way round, which are all of the Earth but an islet: world-atlas has some. */
const upright = ({ features }: FeatureCollection): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: features
    .flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [],
    )
    .filter((coordinates) => geoArea({ type: 'Polygon', coordinates }) < 2 * Math.PI),
});

const scaleOf = (radius: number): string => (radius > 30 ? '110m' : radius > 4 ? '50m' : '10m');

interface Line {
  points: [x: number, y: number][];
  closed: boolean;
}

/** The lines of a shape within the frame, but for those that are too small to see. */
function linesOf(
  { projection, width, height, world }: Frame,
  shape: GeoPermissibleObjects,
): Line[] {
  projection.clipExtent(
    world
      ? null
      : [
          [0, 0],
          [width, height],
        ],
  );
  const lines: Line[] = [];
  const pen: GeoContext = {
    beginPath() {},
    arc() {},
    moveTo: (x, y) => void lines.push({ points: [[x, y]], closed: false }),
    lineTo: (x, y) => void lines.at(-1)?.points.push([x, y]),
    closePath() {
      const line = lines.at(-1);
      if (line) line.closed = true;
    },
  };
  geoPath(projection, pen)(shape);
  return lines.filter(({ points }) => {
    const extents = [0, 1].map((axis) => {
      const values = points.map((point) => point[axis] as number);
      return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
    });
    return Math.max(...extents) >= SMALLEST;
  });
}

/**
 * In relative steps of whole {@link SCALE}ths, which are short and compress well.
 * @param step the least distance between two corners, in map units
 */
function pathOf(lines: readonly Line[], step: number): string {
  return lines
    .map(({ points, closed }) => {
      const [first, ...rest] = points
        .filter(far(step, points.length - 1))
        .map(([x, y]) => [Math.round(x * SCALE), Math.round(y * SCALE)]);
      let [x = 0, y = 0] = first ?? [];
      const start = `M${x} ${y}l`;
      const steps = rest.flatMap(([nextX = 0, nextY = 0]) => {
        const [dx, dy] = [nextX - x, nextY - y];
        [x, y] = [nextX, nextY];
        return dx === 0 && dy === 0 ? [] : `${dx} ${dy}`;
      });
      if (steps.length < (closed ? 2 : 1)) return '';
      return start + steps.join(' ').replaceAll(' -', '-') + (closed ? 'z' : '');
    })
    .join('');
}

/** Keeps points that are as far as `step` from the last one kept; and the last one. */
function far(step: number, last: number): (point: [number, number], i: number) => boolean {
  let kept: [number, number] | null = null;
  return (point, i) => {
    if (kept && i < last && Math.hypot(point[0] - kept[0], point[1] - kept[1]) < step) return false;
    kept = point;
    return true;
  };
}
