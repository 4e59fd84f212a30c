import { describe, expect, it } from 'vitest';
import { actor, event, quote, records, sourceRecord } from './archive.arbitrary.ts';
import type { Archive } from './archive.ts';
import { joinArchive, type Records } from './join.ts';
import { originsOf } from './origins.ts';

const source = (publisher: string, agency?: string) => ({
  record: sourceRecord({
    publisher,
    agency,
    furniture: [{ exact: 'A notice.', why: 'the publisher’s own' }],
  }),
  text: `Words of ${publisher}. A notice.`,
});
const outlets = ['one', 'two', 'three', 'four', 'five'];

/** Source, speaker and those between; the quote is of the report unless it says otherwise. */
type Said = [source: string, speaker: string, via: string[], exact?: string];

function origins(...said: Said[]): string[] {
  const given: Records = {
    ...records({
      e: event('2019', {
        quotes: Object.fromEntries(
          said.map(([id, speaker, via, exact = 'Words of'], i) => [
            `q${i}`,
            quote(exact, { source: id, speaker, via }),
          ]),
        ),
      }),
    }),
    actors: {
      kim: actor('Kim', 'person'),
      ministry: actor('A ministry', 'institution'),
      kcna: actor('KCNA', 'agency'),
      sputnik: actor('Sputnik', 'agency'),
      ani: actor('ANI', 'agency'),
      ...Object.fromEntries(outlets.map((id) => [id, actor(id, 'publisher')])),
    },
    sources: {
      ...Object.fromEntries(outlets.map((id) => [id, source(id, 'ani')])),
      alone: source('one'),
    },
  };
  const archive: Archive = joinArchive(given);
  return archive.events.flatMap((event) => originsOf(event).map((link) => link.actor.name));
}

describe('originsOf(event)', () => {
  it.each<[what: string, said: Said[], expected: string[]]>([
    ['who first passed a person’s words on', [['one', 'kim', ['kcna']]], ['KCNA']],
    ['who did so, whoever it is', [['one', 'kim', ['ministry', 'kcna']]], ['A ministry']],
    ['the agency of an article that names nobody between', [['one', 'kim', []]], ['ANI']],
    ['the agency itself where it speaks', [['one', 'kcna', []]], ['KCNA']],
    ['the agency of an article’s own voice', [['one', 'one', []]], ['ANI']],
    ['the publisher where there is no agency', [['alone', 'one', []]], ['one']],
    ['the publisher of its own notice', [['one', 'one', [], 'A notice.']], ['one']],
  ])('is %s', (_, said, expected) => {
    expect(origins(...said)).toEqual(expected);
  });

  it('is one for five outlets on one wire', () => {
    expect(origins(...outlets.map((id): Said => [id, id, []]))).toEqual(['ANI']);
    expect(origins(...outlets.map((id): Said => [id, 'kim', ['kcna']]))).toEqual(['KCNA']);
  });

  it('has each origin once, in the order of the quotes', () => {
    expect(
      origins(
        ['one', 'kim', ['sputnik']],
        ['one', 'one', []],
        ['two', 'kim', ['sputnik']],
        ['two', 'kcna', []],
      ),
    ).toEqual(['Sputnik', 'ANI', 'KCNA']);
  });
});
