/** An archive of the browser tests with thirty places on three continents, written by its code. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name, latitude, longitude, and the kilometres around it if it is not exact. */
const PLACES: [name: string, latitude: number, longitude: number, near?: number][] = [
  ['Lisbon', 38.72, -9.14],
  ['Madrid', 40.42, -3.7],
  ['Paris', 48.86, 2.35],
  ['Brussels', 50.85, 4.35],
  ['Amsterdam', 52.37, 4.9],
  ['Berlin', 52.52, 13.4],
  ['Prague', 50.09, 14.42],
  ['Vienna', 48.21, 16.37],
  ['Budapest', 47.5, 19.04],
  ['Athens', 37.98, 23.73],
  ['Oslo', 59.91, 10.75],
  ['Helsinki', 60.17, 24.94],
  ['Istanbul', 41.01, 28.98],
  ['the Anatolian plateau', 39, 33, 300],
  ['Cairo', 30.04, 31.24],
  ['Khartoum', 15.5, 32.56],
  ['Addis Ababa', 9.03, 38.74],
  ['Nairobi', -1.29, 36.82],
  ['Lagos', 6.45, 3.39],
  ['Dakar', 14.72, -17.47],
  ['Cape Town', -33.92, 18.42],
  ['somewhere in the Kalahari', -23, 22, 500],
  ['Quito', -0.18, -78.47],
  ['Lima', -12.05, -77.04],
  ['La Paz', -16.5, -68.15],
  ['Santiago', -33.45, -70.67],
  ['Buenos Aires', -34.6, -58.38],
  ['Montevideo', -34.9, -56.16],
  ['Rio de Janeiro', -22.91, -43.17],
  ['Bogotá', 4.71, -74.07, 5],
];
const TRACKS = ['north', 'south', 'west'];

const sentence = (i: number): string =>
  `In ${1901 + i} the survey reached ${PLACES[i]?.[0] ?? ''}, and its instruments were set up there.`;

/** Writes it to a folder. The first place has a second event, and a third that gives no point. */
export function writePlacesArchive(folder: string): void {
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const name of ['events', 'sources']) mkdirSync(join(folder, name), { recursive: true });
  const text = `${PLACES.map((_, i) => sentence(i)).join('\n\n')}\n\nIn 1950 the Survey Office came back to Lisbon.\n\nIn 1951 a letter reached the Office from Lisbon.\n`;
  write('sources/report.txt', text);
  write(
    'sources/report.yaml',
    `title: Report of the survey
publisher: office
url: https://example.org/report
published: "1951"
language: en
rights: Made up for tests. Free to use.
display: full
sha256: ${createHash('sha256').update(text).digest('hex')}
`,
  );
  write('actors.yaml', 'office:\n  name: Survey Office\n  names: [Survey Office]\n');
  write(
    'references.yaml',
    `gazetteer:
  title: Gazetteer of towns
  publisher: The Gazetteer
  url: https://example.org/gazetteer
  language: en
  seen: "2024-05-01"
`,
  );
  write(
    'site.yaml',
    `title: The survey
deck: Thirty places on three continents, made up for tests.
language: en-GB
author: The editors of the tests
tracks:
  - { id: north, label: North, colour: red }
  - { id: south, label: South, colour: blue }
  - { id: west, label: West, colour: ochre }
view: { spacing: 0.5 }
`,
  );
  const event = (
    id: string,
    title: string,
    date: number,
    track: number,
    place: string,
    said: string,
  ): void =>
    write(
      `events/${id}.mdx`,
      `---
title: ${title}
track: ${TRACKS[track]}
date: "${date}"
place: ${place}
actors: [office]
quotes:
  reached:
    source: report
    exact: ${said}
    speaker: office
    mode: narration
    via: []
---
[The survey](#reached) was there.
`,
    );
  PLACES.forEach(([name, latitude, longitude, near], i) => {
    const by = near ? `near: ${near}, inferred: From a map.` : 'located: gazetteer';
    const place = `{ name: ${name}, at: [${latitude}, ${longitude}], ${by} }`;
    event(
      `place-${i + 1}`,
      `The survey reaches ${name}`,
      1901 + i,
      Math.floor(i / 13),
      place,
      sentence(i),
    );
  });
  event(
    'return',
    'The survey comes back',
    1950,
    0,
    '{ name: Lisbon, at: [38.72, -9.14], located: gazetteer }',
    'In 1950 the Survey Office came back to Lisbon.',
  );
  event(
    'letter',
    'A letter reaches the Survey Office',
    1951,
    1,
    '{ name: Lisbon }',
    'In 1951 a letter reached the Office from Lisbon.',
  );
}
