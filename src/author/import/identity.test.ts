/** The same file again, wherever it lies and whatever was edited in it, is never doubled; another one adds its own. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { runs } from '../../model/archive.arbitrary.ts';
import { beginArchive } from '../begin.ts';
import { identify, type Named } from './identity.ts';
import { importFile } from './import.ts';

const work = fs.mkdtempSync(join(tmpdir(), 'identity-'));
afterAll(() => fs.rmSync(work, { recursive: true }));
const now = new Date('2026-11-24T00:00:00Z');

interface Row {
  title: string;
  date: string;
  text: string;
}
type Edit = 'none' | 'title' | 'date' | 'text' | 'removed';

let made = 0;
function archive(): string {
  const folder = join(work, `archive-${++made}`);
  beginArchive(folder, now, work);
  return folder;
}

const formats: Record<string, (rows: readonly Row[]) => string> = {
  'events.csv': (rows) =>
    ['title,date,text', ...rows.map((row) => `"${row.title}",${row.date},"${row.text}"`)].join(
      '\n',
    ),
  'events.json': (rows) =>
    JSON.stringify({
      events: rows.map(({ title, date, text }) => ({
        start_date: { year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8) },
        text: { headline: title, text },
      })),
    }),
  'events.mw': (rows) =>
    ['title: T', ...rows.map(({ title, date, text }) => `${date}: ${title}\n${text}`)].join('\n'),
};

/** @returns the report, as programs read it */
function imported(folder: string, path: string, text: string) {
  fs.mkdirSync(dirname(path), { recursive: true });
  fs.writeFileSync(path, text);
  return JSON.parse(importFile(folder, path, {}, { cwd: work, now, json: true })) as Record<
    'written' | 'updated' | 'unchanged' | 'kept' | 'missed',
    unknown[]
  >;
}
const titlesIn = (folder: string): string[] =>
  fs
    .readdirSync(join(folder, 'events'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => fs.readFileSync(join(folder, 'events', name), 'utf8'))
    .map((page) => JSON.parse(/^title: (.*)$/m.exec(page)?.[1] ?? '""') as string)
    .sort();

/** Rows of which no two have a title or a day in common. */
const rowsFrom = (name: string, count: number, from: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    title: `${name} the ${String.fromCharCode(97 + (i % 26)).repeat(9)} of ${i}`,
    date: new Date(Date.UTC(1900, 0, 1 + from + i)).toISOString().slice(0, 10),
    text: `What ${name} did, number ${i}.`,
  }));
const edited = (row: Row, edit: Edit): Row[] =>
  edit === 'removed'
    ? []
    : [
        {
          title: edit === 'title' ? `Once more: ${row.title.toUpperCase()}` : row.title,
          date: edit === 'date' ? `2${row.date.slice(1)}` : row.date,
          text: edit === 'text' ? `${row.text} And more.` : row.text,
        },
      ];

describe.each(Object.entries(formats))('importFile() of %s, again', (name, written) => {
  const places = fc.constantFrom(name, `elsewhere/${name}`, `renamed-${name}`);

  it('updates what was edited in the file and adds what is new, wherever the file is now', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Edit>('none', 'title', 'date', 'text', 'removed'), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.nat(12),
        places,
        fc.boolean(),
        (edits, more, place, reversed) => {
          const folder = archive();
          const first = rowsFrom('Ann', edits.length, 0);
          imported(folder, join(work, `${made}`, name), written(first));
          const kept = first.flatMap((row, i) => edited(row, edits[i] ?? 'none'));
          const second = [...kept, ...rowsFrom('Bob', more, 500)];
          if (second.length === 0) return;
          if (reversed) second.reverse();
          // Under another name, less than half of it may be another file.
          const same = !place.startsWith('renamed');
          fc.pre(same ? kept.length > 0 : kept.length * 2 >= Math.min(first.length, second.length));
          const said = imported(folder, join(work, `${made}`, place), written(second));
          const removed = first.filter((_, i) => edits[i] === 'removed');
          expect(titlesIn(folder)).toEqual([...second, ...removed].map((row) => row.title).sort());
          expect(said.written).toHaveLength(more);
          expect(said.unchanged).toHaveLength(edits.filter((edit) => edit === 'none').length);
          expect(said.kept).toHaveLength(removed.length);
          const again = imported(folder, join(work, `${made}`, 'x', place), written(second));
          expect(again.unchanged).toHaveLength(second.length);
        },
      ),
      runs(12),
    );
  });

  it('adds another file of the same name, and knows both of them afterwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (a, b) => {
        const folder = archive();
        const [one, other] = [rowsFrom('Ann', a, 0), rowsFrom('Bob', b, 500)];
        const [here, there] = ['a', 'b'].map((at) => join(work, `${made}`, at, name));
        imported(folder, here ?? '', written(one));
        const said = imported(folder, there ?? '', written(other));
        expect(said.written).toHaveLength(b);
        expect([...said.updated, ...said.unchanged, ...said.kept]).toEqual([]);
        expect(imported(folder, there ?? '', written(one)).unchanged).toHaveLength(a);
        expect(imported(folder, here ?? '', written(other)).unchanged).toHaveLength(b);
        expect(titlesIn(folder)).toEqual([...one, ...other].map(({ title }) => title).sort());
      }),
      runs(8),
    );
  });
});

describe('importFile() of what two files have in common', () => {
  const csv = formats['events.csv'] as (rows: readonly Row[]) => string;
  const row = (title: string, date: string, text = ''): Row => ({ title, date, text });

  it('takes two files with the same titles on other days for two', () => {
    const folder = archive();
    const lifeOf = (year: number): string =>
      csv([row('Born', `${year}`), row('Died', `${year + 60}`)]);
    imported(folder, join(work, 'a/events.csv'), lifeOf(1800));
    const said = imported(folder, join(work, 'b/events.csv'), lifeOf(1850));
    expect(said.written).toHaveLength(2);
    expect(titlesIn(folder)).toEqual(['Born', 'Born', 'Died', 'Died']);
  });

  it('leaves one event that both have as it is, and adds the others', () => {
    const folder = archive();
    const common = row('Peace', '1918-11-11', 'At last.');
    imported(folder, join(work, 'a/events.csv'), csv([common, ...rowsFrom('Ann', 6, 0)]));
    const said = imported(
      folder,
      join(work, 'b/others.csv'),
      csv([{ ...common, text: 'It was over.' }, ...rowsFrom('Bob', 6, 500)]),
    );
    expect(said.written).toHaveLength(6);
    expect(said.kept).toHaveLength(1);
  });

  it('knows an event of a calendar by its UID in whichever calendar', () => {
    const folder = archive();
    const ics = (...events: [uid: string, day: number][]): string =>
      `BEGIN:VCALENDAR\n${events.map(([uid, day]) => `BEGIN:VEVENT\nUID:${uid}\nDTSTART:202001${day}\nSUMMARY:Of ${uid}\nEND:VEVENT`).join('\n')}\nEND:VCALENDAR`;
    imported(folder, join(work, 'all.ics'), ics(['a', 10], ['b', 11], ['c', 12], ['d', 13]));
    const said = imported(folder, join(work, 'one.ics'), ics(['a', 20], ['e', 21], ['f', 22]));
    expect(said.updated).toEqual(['of-a']);
    expect(said.written).toEqual(['of-e', 'of-f']);
  });
});

describe('identify(file, events, ledger)', () => {
  it('gives no two events one entry, and looks at each a few times', () => {
    let looks = 0;
    const named = (i: number): Named => ({
      key: 'k',
      get title() {
        looks++;
        return `T${i % 7}`;
      },
      date: '1900',
      text: i % 2 ? 'x' : '',
    });
    const events = Array.from({ length: 2000 }, (_, i) => named(i));
    const record = {
      file: 'a',
      format: 'CSV',
      sha256: 'b',
      events: events.map(({ key, title, date, text }, i) => ({
        key: i % 3 ? key : '',
        title,
        date,
        text,
        id: `t-${i}`,
        sha256: '',
      })),
    };
    const { entries } = identify({ file: 'a', format: 'CSV', sha256: 'c' }, events, [record]);
    expect(new Set(entries.map((entry) => entry?.id)).size).toBe(events.length);
    expect(looks).toBeLessThan(20 * events.length);
  });
});
