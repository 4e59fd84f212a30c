/** The point of a place in each export that can carry one, no more exact than it is known. */
import { parse as parseCsv } from 'csv-parse/sync';
import ical from 'ical.js';
import { describe, expect, it } from 'vitest';
import { event, records } from '../model/archive.arbitrary.ts';
import { referencesOfEvent } from '../model/archive.ts';
import { joinArchive } from '../model/join.ts';
import { csv } from './csv.ts';
import { eventsJson } from './events-json.ts';
import { ics } from './ics.ts';
import { eventJsonLd } from './json-ld.ts';

const address = (path: string): string => `https://example.org${path}`;
const archive = joinArchive(
  records({
    exact: event('1897-03-12', {
      place: { name: 'The light', at: [-56.32, 7.1], located: ['tides'] },
    }),
    near: event('1897-03-13', {
      place: { name: 'A reef', at: [56, -7], near: 2.5, inferred: 'By the log.' },
    }),
    unplaced: event('1897-03-14', { place: { name: 'A harbour' } }),
    nowhere: event('1897-03-15'),
  }),
);

describe('the point of a place', () => {
  it('is in events.json, with what gives it', () => {
    const { events } = JSON.parse(eventsJson(archive, address, 'schema', null));
    expect(events.map(({ place }: { place: unknown }) => place)).toEqual([
      {
        name: 'The light',
        references: [],
        at: [-56.32, 7.1],
        near: null,
        located: ['tides'],
        inferred: null,
      },
      {
        name: 'A reef',
        references: [],
        at: [56, -7],
        near: 2.5,
        located: [],
        inferred: 'By the log.',
      },
      { name: 'A harbour', references: [] },
      null,
    ]);
  });

  it('is in events.csv as a geo URI, and no column of an archive that has none', () => {
    const rows: Record<string, string>[] = parseCsv(csv(archive, address), { columns: true });
    expect(rows.map((row) => row['geo'])).toEqual(['geo:-56.32,7.1', 'geo:56,-7;u=2500', '', '']);
    const without = joinArchive(records({ nowhere: event('1897', { place: { name: 'A reef' } }) }));
    expect(csv(without, address)).not.toContain('geo');
  });

  it('is in the calendar only if it is exact, for that has no way to say how exact', () => {
    const calendar = new ical.Component(ical.parse(ics(archive, address, null)));
    expect(
      calendar
        .getAllSubcomponents('vevent')
        .map((one) => one.getFirstProperty('geo')?.getFirstValue() ?? null),
    ).toEqual([[-56.32, 7.1], null, null, null]);
  });

  it('is in JSON-LD a point, or a circle of metres', () => {
    const places = archive.events.map((one) => {
      const graph = JSON.parse(JSON.stringify(eventJsonLd(archive, one, [], address)))['@graph'];
      return graph.find((node: { '@type': string }) => node['@type'] === 'Event').location?.geo;
    });
    expect(places).toEqual([
      { '@type': 'GeoCoordinates', latitude: -56.32, longitude: 7.1 },
      {
        '@type': 'GeoCircle',
        geoMidpoint: { '@type': 'GeoCoordinates', latitude: 56, longitude: -7 },
        geoRadius: 2500,
      },
      undefined,
      undefined,
    ]);
  });

  it('brings the reference that gives it to the event’s page', () => {
    expect(archive.events.map(referencesOfEvent)).toEqual([['tides'], [], [], []]);
  });
});
