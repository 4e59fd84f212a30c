/** The map of an archive's places, for its pages and for print. */
import { geoCircle, geoPath } from 'd3-geo';
import * as words from '#words';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import { formatDate } from '../model/date-words.ts';
import { directionOf } from '../model/language.ts';
import { escapeMarkup } from '../model/markup.ts';
import { once } from '../model/once.ts';
import { type Location, placeKey } from '../model/place.ts';
import { cutShort } from '../words/signs.ts';
import { type Label, LEADING, type Mark, placeLabels, type Text } from './map-labels.ts';
import { type Land, landOf, SCALE } from './map-land.ts';
import { degreesOf, type Frame, frameOf } from './map-projection.ts';

/** A place with the events that happened there, in time order. */
export interface MappedPlace {
  key: string;
  name: string;
  location: Location;
  /** Numbered as in print. */
  events: { event: Event; number: number }[];
}

/** The places that have a point, in the order of their first events; none where fewer than two events have one. */
export const mappedPlaces = (archive: Archive): MappedPlace[] =>
  once(archive, 'places', () => {
    const places = new Map<string, MappedPlace>();
    archive.events.forEach((event, i) => {
      if (!event.place?.location) return;
      const { name, location } = event.place;
      const key = placeKey(name);
      const place = places.get(key) ?? { key, name, location, events: [] };
      place.events.push({ event, number: i + 1 });
      places.set(key, place);
    });
    const all = [...places.values()];
    return all.flatMap(({ events }) => events).length > 1 ? all : [];
  });

/** The place of an event for the filter, which archives without a map do not offer. It needs a name, and no point. */
export const filterPlace = (archive: Archive, { place }: Event): string | undefined =>
  place && mappedPlaces(archive).length > 0 ? placeKey(place.name) : undefined;

/** Sizes of type and marks, in map units. A style sheet shows one of them, by the width of the map. */
const VARIANTS = [
  { name: 'wide', size: 13, dot: 4.5 },
  { name: 'narrow', size: 25, dot: 8 },
];
/** Map units: a smaller circle is drawn as an open mark. */
const SMALLEST_AREA = 7;
/** More places at one mark are numbers alone. */
const MOST_TEXTS = 3;
/** More runs of numbers in a label are left to the list. */
const MOST_RUNS = 4;

interface Drawing {
  frame: Frame;
  land: Land;
  /** Circles of places that are as large as they are uncertain. */
  areas: { place: MappedPlace; path: string; radius: number }[];
  variants: { name: string; marks: PlacedMark[] }[];
}

interface PlacedMark extends Mark {
  places: MappedPlace[];
  label: Label | null;
}

/** The geometry of the map, without what differs between pages. */
export const layoutMap = (archive: Archive): Drawing =>
  once(archive, 'map', () => {
    const places = mappedPlaces(archive);
    const frame = frameOf(places.map(({ location }) => location));
    const areas = places.flatMap((place) => areaOf(place, frame));
    const variants = VARIANTS.map(({ name, size, dot }) => {
      const marks = marksOf(places, frame, areas, dot);
      const labels = placeLabels(marks, { ...frame, size });
      return { name, marks: marks.map((mark, i) => ({ ...mark, label: labels[i] ?? null })) };
    });
    return { frame, land: landOf(frame), areas, variants };
  });

function areaOf(place: MappedPlace, { projection }: Frame): Drawing['areas'] {
  const { longitude, latitude, near } = place.location;
  if (near === null) return [];
  const circle = geoCircle().center([longitude, latitude]).radius(degreesOf(near))();
  const path = geoPath(projection).digits(1);
  const [[left, top], [right, bottom]] = path.bounds(circle);
  const radius = Math.max(right - left, bottom - top) / 2;
  return radius < SMALLEST_AREA ? [] : [{ place, path: path(circle) ?? '', radius }];
}

/** Places whose marks would touch share one. */
function marksOf(
  places: readonly MappedPlace[],
  { projection }: Frame,
  areas: Drawing['areas'],
  dot: number,
): Omit<PlacedMark, 'label'>[] {
  const marks: Omit<PlacedMark, 'label' | 'texts' | 'short'>[] = [];
  for (const place of places) {
    const { longitude, latitude } = place.location;
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    const large = areas.find((one) => one.place === place)?.radius ?? 0;
    const area = large > 0;
    const beside = marks.find(
      (mark) => !area && !mark.area && Math.hypot(mark.x - x, mark.y - y) < 2.5 * dot,
    );
    if (beside) beside.places.push(place);
    else
      marks.push({
        x,
        y,
        radius: area ? Math.min(large, 6 * dot) : dot,
        places: [place],
        area,
      });
  }
  return marks.map((mark) => ({
    ...mark,
    texts: textsOf(mark.places),
    short: numbersAlone(mark.places),
  }));
}

function textsOf(places: readonly MappedPlace[]): Text[] {
  const texts = places.map(({ name, events }) => ({ numbers: numbersOf(events), name }));
  return texts.length <= MOST_TEXTS
    ? texts
    : [...texts.slice(0, MOST_TEXTS - 1), numbersAlone(places.slice(MOST_TEXTS - 1))];
}

/** They lead to the names, which are in the list. */
const numbersAlone = (places: readonly MappedPlace[]): Text => ({
  numbers: numbersOf(
    places.flatMap(({ events }) => events).toSorted((a, b) => a.number - b.number),
  ),
  name: '',
});

/** Numbers of events, with runs drawn together. */
export function numbersOf(events: MappedPlace['events']): string {
  const runs: [first: number, last: number][] = [];
  for (const { number } of events) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs
    .slice(0, MOST_RUNS)
    .map(([first, last]) =>
      first === last
        ? words.number(first)
        : words.numberRange(words.number(first), words.number(last)),
    )
    .join(words.comma);
  return runs.length > MOST_RUNS ? shown + cutShort : shown;
}

/** @param here the event whose own page it is @param href the link of a mark, to its first event; without it there is none */
export function drawMap(
  archive: Archive,
  { here, href }: { here?: Event | undefined; href?: (event: Event) => string } = {},
): string {
  const { frame, land, areas, variants } = layoutMap(archive);
  const rtl = directionOf(archive.site.language) === 'rtl';
  const classOf = (places: readonly MappedPlace[]): string =>
    [...trackOf(places), ...(isHere(places, here) ? ['here'] : [])].join(' ');
  return [
    `<svg class="map" viewBox="0 0 ${frame.width} ${frame.height}" role="${href ? 'group' : 'img'}" aria-label="${escapeMarkup(describe(archive))}">`,
    `<g transform="scale(${1 / SCALE})"><path class="sea" d="${land.sea}"/><path class="land" d="${land.land}"/><path class="borders" d="${land.borders}"/></g>`,
    ...areas.map(
      ({ place, path }) =>
        `<path class="area ${classOf([place])}"${href ? keysOf([place]) : ''} d="${path}"/>`,
    ),
    ...variants.map(
      ({ name, marks }) =>
        `<g class="${name}">${marks.map((mark) => markup(mark, classOf(mark.places), rtl, href)).join('')}</g>`,
    ),
    '</svg>',
  ].join('');
}

/** The colour of the track of all its events; of several tracks, none. */
function trackOf(places: readonly MappedPlace[]): string[] {
  const colours = places.flatMap(({ events }) => events.map(({ event }) => event.track.colour));
  const [first] = colours;
  return colours.every((colour) => colour === first) ? [`track-${first}`] : [];
}

const isHere = (places: readonly MappedPlace[], here: Event | undefined): boolean =>
  places.some(({ events }) => events.some(({ event }) => event === here));

function markup(
  { x, y, radius, places, label, area }: PlacedMark,
  name: string,
  rtl: boolean,
  href: ((event: Event) => string) | undefined,
): string {
  const [first] = places.flatMap(({ events }) => events);
  const exact = places.every(({ location }) => location.near === null);
  const title = places.map((place) => place.name).join(words.semicolon);
  const drawn = [
    // Paper has no pointer to ask for it.
    href ? `<title>${escapeMarkup(title)}</title>` : '',
    label?.leader
      ? `<path class="leader" d="M${label.leader.slice(0, 2).map(short).join(' ')}L${label.leader.slice(2).map(short).join(' ')}"/>`
      : '',
    area
      ? ''
      : `<circle class="${exact ? 'solid' : 'open'}" cx="${short(x)}" cy="${short(y)}" r="${radius}"/>`,
    label ? textOf(label, rtl) : '',
  ].join('');
  const node =
    href && first
      ? `<a href="${escapeMarkup(href(first.event))}" tabindex="-1"${keysOf(places)}>${drawn}</a>`
      : drawn;
  return `<g class="place ${name}">${node}</g>`;
}

/** By which the script knows what is pointed at. */
const keysOf = (places: readonly MappedPlace[]): string =>
  ` data-place="${escapeMarkup(places.map(({ key }) => key).join(' '))}"`;

const short = (value: number): string => String(Math.round(value * 2) / 2);

function textOf({ x, y, side, texts, lines }: Label, rtl: boolean): string {
  // The page's direction swaps the ends of a text.
  const anchor = side === 'middle' || !rtl ? side : side === 'start' ? 'end' : 'start';
  const rows = lines.flatMap((own, i) => {
    let numbers = texts[i]?.numbers.split(/\s+/).length ?? 0;
    return own.map((line) => {
      const tokens = line.split(' ');
      const bold = tokens.slice(0, numbers);
      numbers -= bold.length;
      const rest = tokens.slice(bold.length);
      // The space is one of the number's, which has a wider one.
      const number = bold.join(' ') + (rest.length > 0 ? ' ' : '');
      return (
        (bold.length > 0 ? `<tspan class="number">${escapeMarkup(number)}</tspan>` : '') +
        escapeMarkup(rest.join(' '))
      );
    });
  });
  const spans = rows.map(
    (row, i) => `<tspan x="${short(x)}"${i > 0 ? ` dy="${LEADING}em"` : ''}>${row}</tspan>`,
  );
  return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}">${spans.join('')}</text>`;
}

/** The places with their events. */
function describe(archive: Archive): string {
  const { language } = archive.site;
  const places = mappedPlaces(archive).map(
    ({ name, events }) =>
      name +
      words.colon +
      events
        .map(({ event, number }) =>
          words.plate.event(number, event.title, formatDate(bestDate(event), language)),
        )
        .join(words.semicolon) +
      words.stop,
  );
  return [words.map.picture, ...places].join(' ');
}
