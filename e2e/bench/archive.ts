/**
 * Invented archives of any size, the same for the same seed, byte for byte: content folders that `check` passes, and
 * the same events as plain data for what the site is measured against.
 *
 *     node e2e/bench/archive.ts --events 1000 --out <folder> [--mdx] [--seed 1]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Dated, randomDates, wordsOf } from './dates.ts';
import { type Random, randomOf } from './random.ts';

/** What happened, for whoever knows neither quotes nor sources. */
export interface PlainEvent {
  id: string;
  title: string;
  text: string;
  quotes: string[];
  /** EDTF, and the same in words. */
  date: string;
  when: string;
  /** The first and the last calendar day that the date allows; `end` is null where the event is no span. */
  start: string;
  end: string | null;
  track: string;
}

export interface Made {
  /** The text of each file, by its path in the content folder. */
  files: Map<string, string>;
  events: PlainEvent[];
  tracks: { id: string; label: string }[];
}

export interface Options {
  events: number;
  seed?: number;
  /** Gives each event a note, and so needs .mdx. */
  mdx?: boolean;
}

const TRACKS = [
  { id: 'council', label: 'The council', colour: 'red' },
  { id: 'harbour', label: 'The harbour', colour: 'blue' },
  { id: 'schools', label: 'Schools and letters', colour: 'ochre' },
  { id: 'weather', label: 'River and weather', colour: 'green' },
];
const KINDS = ['talks', 'summit', 'statement', 'invitation', 'report', 'background'];
const PEOPLE = [
  'Ada Norton,Bertil Sand,Clara Weiss,David Okafor,Elena Marsh,Felix Brandt,Greta Lund,Henry Achebe',
  'Ines Duarte,Jonas Vik,Karin Holt,Leo Fontaine,Mira Castell,Nils Aaker,Olga Petrov,Paul Redfern',
  'Rosa Almeida,Simon Frost,Tove Berg,Ulrich Haan',
]
  .join(',')
  .split(',');
const THINGS = [
  'the tram plan,the grain store,the north pier,the school fund,the flood wall,the ferry contract',
  'the night watch,the water tower,the market hall,the printing house,the lamp tax,the coal quay',
  'the library bill,the river survey,the dry dock,the fish market,the teachers’ pay,the toll bridge',
]
  .join(',')
  .split(',');
const DEEDS = [
  ['adopts', 'adopted'],
  ['rejects', 'rejected'],
  ['opens', 'opened'],
  ['debates', 'debated'],
  ['postpones', 'postponed'],
  ['inspects', 'inspected'],
  ['pays for', 'paid for'],
  ['signs off', 'signed off'],
];
const BODIES = [
  'Council',
  'Harbour board',
  'School committee',
  'Ferry company',
  'Town meeting',
  'Guild',
];
const PLACES = [
  '',
  '',
  '',
  ' in the upper town',
  ' across the river',
  ' below the old wall',
  ' by the north gate',
];
const split = (words: string): string[] => words.split(' ');
// Enough words that the texts pack about as badly as what people write.
const QUALITIES = split(
  'old new narrow costly patient doubtful honest crowded distant early late quiet bitter generous hasty modest plain rare stubborn sudden tired upper vacant wary broken common empty firm grave hollow',
);
const NAMES = split(
  'bridge ledger winter harvest council mason orchard pilot quarry rumour sermon tavern vessel widow anchor barrel cargo debt engine fever garden hammer island jury kettle lantern market neighbour oath pension query river salt timber usher valley wagon yard',
);
const ACTS = split(
  'bear blame carry cross doubt delay favour fear follow guard heed honour ignore join lose mend need outlast pay question raise reach refuse repair save seek settle share spare test trust turn urge visit want warn weigh',
);
const ADVERBS = split(
  'again alone badly at-last by-night cheaply for-ever gladly in-haste in-spring in-vain soon together twice without-delay unseen',
).map((word) => word.replaceAll('-', ' '));
const GOODS = ['barley', 'coal', 'cod', 'flax', 'lamp oil', 'rope', 'salt', 'timber'];
const EVENTS_A_SOURCE = 100;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** A JSON string is a YAML string. */
const quoted = (text: string): string => JSON.stringify(text);
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * An archive of `events` events with two quotes each, from a source for every hundred of them; a source has some 600
 * characters an event, half of them prices that its record lists as furniture.
 */
export function makeArchive({ events: count, seed = 1, mdx = false }: Options): Made {
  const random = randomOf(seed);
  const dates = randomDates(count, random);
  const files = new Map<string, string>();
  const events: PlainEvent[] = [];
  for (let first = 0; first < count; first += EVENTS_A_SOURCE) {
    const volume = first / EVENTS_A_SOURCE + 1;
    const source = `gazette-${String(volume).padStart(3, '0')}`;
    const head = `Town Gazette, volume ${volume}`;
    const furniture = [{ exact: head, why: 'The head of the page.' }];
    const paragraphs = [head];
    for (let i = first; i < Math.min(count, first + EVENTS_A_SOURCE); i++) {
      const dated = dates[i] as Dated;
      const event = makeEvent(i + 1, dated, source, mdx, random);
      events.push(event.plain);
      files.set(`events/${event.plain.id}.${mdx ? 'mdx' : 'md'}`, event.text);
      paragraphs.push(event.passages.join(' '));
      if ((i + 1) % 5 === 0) {
        const prices = pricesOf(i + 1, random);
        paragraphs.push(prices);
        furniture.push({ exact: prices, why: 'Prices, which are no report.' });
      }
    }
    const text = `${paragraphs.join('\n\n')}\n`;
    files.set(`sources/${source}.txt`, text);
    files.set(`sources/${source}.yaml`, recordOf(volume, sha256(text), furniture));
  }
  files.set('site.yaml', siteOf(count));
  files.set('actors.yaml', ACTORS);
  files.set('references.yaml', '{}\n');
  return { files, events, tracks: TRACKS.map(({ id, label }) => ({ id, label })) };
}

function makeEvent(number: number, dated: Dated, source: string, mdx: boolean, random: Random) {
  const body = random.pick(BODIES);
  const thing = random.pick(THINGS);
  const place = random.pick(PLACES);
  const [now = '', past = ''] = random.pick(DEEDS);
  const speaker = random.pick(PEOPLE);
  const track = random.pick(TRACKS).id;
  const title = `${body} ${now} ${thing}${place}`;
  const id = `${idOf(thing.replace('the ', ''))}-${String(number).padStart(5, '0')}`;
  const when = wordsOf(dated);
  // The register's number makes each passage the only one of its kind.
  const fact = `${capital(when)} the ${body.toLowerCase()} ${past} ${thing}${place}, register number ${number}, for ${clause(random)}.`;
  const said = `Asked about number ${number}, ${speaker} said that ${clause(random)}, and that ${clause(random)}.`;
  const text = [
    `${capital(when)} the ${body.toLowerCase()} ${past} ${thing}${place}.`,
    `${speaker}, asked about the ${random.pick(QUALITIES)} ${random.pick(NAMES)} and the ${random.pick(QUALITIES)} ${random.pick(NAMES)}, did not hide an opinion.`,
  ];
  const [did, opinion] = text;
  const cited = `[${did?.slice(0, -1)}](#fact). ${opinion?.replace('did not hide an opinion', '[did not hide an opinion](#said)')}`;
  const note = `\n\n<Note about="context">\n\nThe register has this under number ${number}.\n\n</Note>`;
  const file = `---
title: ${quoted(title)}
track: ${track}
kind: ${random.pick(KINDS)}
date: ${quoted(dated.edtf)}
actors: [${idOf(speaker)}]
quotes:
  fact:
    source: ${source}
    exact: ${quoted(fact)}
    speaker: town-gazette
    mode: narration
    via: []
  said:
    source: ${source}
    exact: ${quoted(said)}
    speaker: ${idOf(speaker)}
    mode: indirect
    via: []
---

${cited}${mdx ? note : ''}
`;
  const plain = {
    id,
    title,
    text: text.join(' '),
    quotes: [fact, said],
    date: dated.edtf,
    when: capital(when),
    start: dated.start,
    end: dated.span ? dated.end : null,
    track,
  };
  return { plain, text: file, passages: [fact, said] };
}

/** Words in the order of a sentence, with no more sense than that. */
function clause(random: Random): string {
  const thing = () => `the ${random.pick(QUALITIES)} ${random.pick(NAMES)}`;
  return `${thing()} would ${random.pick(ACTS)} ${thing()} ${random.pick(ADVERBS)}`;
}

function pricesOf(number: number, random: Random): string {
  const lines = Array.from(
    { length: 44 },
    () => `${random.pick(GOODS)} at ${random.whole(2, 90)} marks and ${random.whole(0, 99)} pence`,
  );
  return `Prices of the day, list ${number}: ${lines.join('; ')}.`;
}

const recordOf = (
  volume: number,
  hash: string,
  furniture: readonly { exact: string; why: string }[],
): string => `title: Town Gazette, volume ${volume}
publisher: town-gazette
url: https://example.org/gazette/${volume}
published: "2025"
language: en
rights: Invented for measuring; free to use.
display: full
sha256: ${hash}
furniture:
${furniture.map(({ exact, why }) => `  - exact: ${quoted(exact)}\n    why: ${why}`).join('\n')}
`;

const siteOf = (count: number): string => `title: A town in ${count} events
deck: An invented history of a town by a river, to measure the site with.
language: en-GB
author: The benchmark
kinds:
  events: { ${KINDS.map((kind) => `${kind}: ${kind}`).join(', ')} }
  actors: { person: { label: Person, is: person }, publisher: { label: Publisher, is: medium } }
tracks:
${TRACKS.map(({ id, label, colour }) => `  - { id: ${id}, label: ${label}, colour: ${colour} }`).join('\n')}
view: { spacing: 0.6 }
`;

const ACTORS = `town-gazette:
  name: Town Gazette
  names: [Town Gazette]
  kind: publisher
${PEOPLE.map((name) => `${idOf(name)}:\n  name: ${name}\n  names: [${name}]\n  kind: person\n`).join('')}`;

/** Writes an archive's files, and nothing else into its folder. */
export function writeArchive(folder: string, { files }: Pick<Made, 'files'>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      events: { type: 'string' },
      out: { type: 'string' },
      mdx: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    },
  });
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < 1 || !values.out) {
    console.error(
      'usage: node e2e/bench/archive.ts --events <n> --out <folder> [--mdx] [--seed <n>]',
    );
    process.exit(1);
  }
  const made = makeArchive({ events, mdx: values.mdx, seed: Number(values.seed) });
  writeArchive(values.out, made);
  console.log(`${values.out}: ${events} events, ${made.files.size} files`);
}
