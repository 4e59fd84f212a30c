/** The reasons that authors give for quotes and names are in every data export, and on no quote that has none. */
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import { annotationPage } from './annotations.ts';
import { csv } from './csv.ts';
import { eventsJson } from './events-json.ts';
import { eventJsonLd } from './json-ld.ts';

const address = (path: string): string => `https://example.org${path}`;
const { archive } = checkArchive(join(import.meta.dirname, '../../e2e/archives/reasons'));
if (!archive) throw new Error('the archive of reasons does not pass');
const [event] = archive.events;
if (!event) throw new Error('the archive of reasons has no event');

const charge = 'Names the charge; her answer is not quoted here.';
const term = 'The statute has the word without its first letters.';
const unmarked = 'A transcript sets no quotation marks.';
const paragraphs = 'One answer, given in two lines.';
const advertisement = 'She had written the advertisement herself.';
/** By quote, in the order of the event. */
const TEXTS = {
  heard: [],
  charge: [`A part of a sentence: ${charge}`],
  term: [`A part of a word: ${term}`],
  lamp: [
    `In no quotation marks in the source: ${unmarked}`,
    `Runs over several paragraphs: ${paragraphs}`,
  ],
  lights: [`Not part of the article: ${advertisement}`],
};

it('gives kinds and reasons in events.json, and the page that gives a name', () => {
  const { events, actors } = JSON.parse(eventsJson(archive, address, 'schema', null));
  expect(events[0].quotes.map(({ reasons }: { reasons: unknown }) => reasons)).toEqual([
    [],
    [{ kind: 'phrase', why: charge }],
    [{ kind: 'word', why: term }],
    [
      { kind: 'unmarked', why: unmarked },
      { kind: 'paragraphs', why: paragraphs },
    ],
    [{ kind: 'furniture', why: advertisement }],
  ]);
  expect(actors.map(({ reference }: { reference: unknown }) => reference)).toEqual([
    'register',
    null,
  ]);
});

it('gives a line for each quote in the table', () => {
  const [row] = parseCsv(csv(archive, address), { columns: true });
  expect(Object(row)['reasons'].split('\n')).toEqual(
    Object.values(TEXTS).map((texts) => texts.join('; ') || '–'),
  );
});

it('leaves the column empty where no quote has a reason', () => {
  const bare = { ...event, quotes: event.quotes.slice(0, 1) };
  const [row] = parseCsv(csv({ ...archive, events: [bare] }, address), { columns: true });
  expect(Object(row)['reasons']).toBe('');
});

it('describes an annotation by them', () => {
  const { items } = JSON.parse(annotationPage(archive, address));
  const page = {
    id: 'https://example.org/events/dale-heard/',
    type: 'Text',
    format: 'text/html',
    language: 'en-GB',
  };
  expect(items.map(({ body }: { body: unknown }) => body)).toEqual(
    Object.values(TEXTS).map((texts) =>
      texts.length === 0
        ? page
        : [
            page,
            ...texts.map((value) => ({
              type: 'TextualBody',
              value,
              format: 'text/plain',
              language: 'en-GB',
              purpose: 'describing',
            })),
          ],
    ),
  );
});

it('describes a quotation and a person by them in JSON-LD', () => {
  const { '@graph': graph } = JSON.parse(JSON.stringify(eventJsonLd(archive, event, [], address)));
  const nodes: Record<string, unknown>[] = graph;
  expect(
    nodes.flatMap((one) => (one['@type'] === 'Quotation' ? [one['description']] : [])),
  ).toEqual(Object.values(TEXTS).map((texts) => (texts.length > 0 ? texts.join('\n') : undefined)));
  expect(nodes.find((one) => one['name'] === 'Anna Westergaard')?.['subjectOf']).toEqual({
    '@type': 'CreativeWork',
    name: 'Register of the keepers of lights',
    url: 'https://example.org/register',
    inLanguage: 'en',
    publisher: { '@type': 'Organization', name: 'The harbour museum' },
  });
});
