/** The results as Markdown: for each section a table, and which targets are met. */
import {
  measuredOf,
  type Results,
  type Row,
  SECTIONS,
  type Section,
  type SectionName,
} from './results.ts';
import { FLOOR } from './subjects.ts';
import { bareOf, many, short, verdicts } from './targets.ts';

type Column = [heading: string, cell: (row: Row, rows: readonly Row[]) => string];

const cell =
  (name: string, write: (value: number) => string): Column[1] =>
  (row) => {
    const value = measuredOf(row, name);
    return value === null ? '–' : write(value);
  };
const per = (unit: number) => (value: number) => short(value / unit);
const whole = (value: number): string => many(Math.round(value));
/** A row's value divided by that of another subject at the same size. */
const against =
  (name: string, base: (row: Row) => string): Column[1] =>
  (row, rows) => {
    const other = rows.find(({ subject, size }) => subject === base(row) && size === row.size);
    const [a, b] = [measuredOf(row, name), measuredOf(other, name)];
    return a === null || b === null ? '–' : short(a / b);
  };

const TITLES: Record<SectionName, string> = {
  building: 'Building',
  loading: 'Loading',
  moving: 'Moving',
  lighthouse: 'Lighthouse',
  writing: 'Writing',
};
const ABOUT: Record<SectionName, string> = {
  building:
    'A build without caches, except cached share pictures; “pictures too” makes all pictures as well, as a first build does. The floor is a bare Astro project with the same events, one page each.',
  loading:
    'A first visit over loopback, compressed with Brotli. Drawn: the end of the first frame that shows all events. Usable: the end of the first frame after which the page reacts to the reader. Busy: time of the main thread until one second after the load event.',
  moving:
    'A wheel and a pointer zoom in, pan and zoom out in 300 steps, measured from the browser’s trace. Own work per frame: processor time of the page’s code and of the layouts it forces. The browser’s: what is below the pointer, style, layout and painting. Late frames: those the screen had to do without.',
  lighthouse: 'Lighthouse with its mobile setting, on the archive of this repository.',
  writing:
    'Dev: the time from saving an edited title until the page of a running `npm run dev` shows it. Check: `npm run check`.',
};
const COLUMNS: Record<SectionName, Column[]> = {
  building: [
    ['seconds', cell('seconds', short)],
    ['× floor', against('seconds', ({ subject }) => bareOf(subject))],
    ['processor s', cell('processor', short)],
    ['memory MB', cell('peak', per(1e6))],
    ['dist MB', cell('bytes', per(1e6))],
  ],
  loading: [
    ['kB', cell('bytes', per(1000))],
    ['fonts kB', cell('fonts', per(1000))],
    ['requests', cell('requests', whole)],
    ['first paint ms', cell('painted', whole)],
    ['drawn ms', cell('drawn', whole)],
    ['× floor', against('drawn', () => FLOOR.name)],
    ['usable ms', cell('usable', whole)],
    ['busy ms', cell('busy', whole)],
    ['shift', cell('shift', (value) => value.toFixed(3))],
    ['heap MB', cell('heap', per(1e6))],
    ['nodes', cell('nodes', whole)],
  ],
  moving: [
    ['steps', cell('steps', whole)],
    ['own ms: median', cell('middle', short)],
    ['95 %', cell('p95', short)],
    ['worst', cell('worst', short)],
    ['pan, 95 %', cell('pan95', short)],
    ['zoom, 95 %', cell('zoom95', short)],
    ['browser’s ms', cell('browser', short)],
    ['long tasks', cell('long', whole)],
    ['longest ms', cell('longest', whole)],
    ['late frames', cell('late', whole)],
    ['nodes', cell('nodes', whole)],
  ],
  lighthouse: [
    ['performance', cell('performance', whole)],
    ['accessibility', cell('accessibility', whole)],
    ['best practices', cell('practices', whole)],
    ['SEO', cell('seo', whole)],
    ['largest paint ms', cell('largest', whole)],
    ['blocked ms', cell('blocked', whole)],
    ['shift', cell('shift', (value) => value.toFixed(3))],
  ],
  writing: [
    ['first page s', cell('first', short)],
    ['edit shows s', cell('edit', short)],
    ['seconds', cell('seconds', short)],
    ['processor s', cell('processor', short)],
    ['memory MB', cell('peak', per(1e6))],
  ],
};

/**
 * The whole page.
 * @param notes the text of `notes.md`: a heading for each section, and its methods and causes
 */
export function report(results: Results, notes: string): string {
  const all = verdicts(results);
  const noted = notesOf(notes);
  const parts = SECTIONS.flatMap((name) => {
    const section = results[name];
    if (!section) return [];
    const held = all.filter((verdict) => verdict.section === name);
    const targets = held.map(({ target, measured, met }) => [
      target,
      measured,
      met ? 'met' : '**missed**',
    ]);
    return [
      `## ${TITLES[name]}`,
      ABOUT[name],
      circumstances(section),
      measurements(name, section),
      ...(targets.length > 0 ? [table(['target', 'measured', ''], targets)] : []),
      ...(noted[name] ? [noted[name]] : []),
    ];
  });
  const missed = all.filter(({ met }) => !met).length;
  return `${[
    '# Performance',
    `Made by \`npm run bench\` ([how](../e2e/bench/bench.ts)): medians of the given number of runs, on generated archives that are always the same, in one Chromium, the subjects in turns. Compare numbers within a table only: another machine gives other milliseconds. ${all.length} targets, ${missed} missed. The numbers are also in [performance.json](performance.json).`,
    ...parts,
  ].join('\n\n')}\n`;
}

/** The text below each heading, by the name in the heading. */
const notesOf = (text: string): Partial<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [name = '', ...lines] = part.split('\n');
        return [name.trim(), lines.join('\n').trim()];
      }),
  );

/** A section's table: by size, then as it was measured. */
export function measurements(name: SectionName, { rows }: Section): string {
  const columns = COLUMNS[name];
  const isSized = rows.some(({ size }) => typeof size === 'number');
  const lines = rows.map((row) => [
    ...(isSized ? [typeof row.size === 'number' ? many(row.size) : row.size] : []),
    row.subject,
    ...(row.failed === undefined
      ? columns.map(([, write]) => write(row, rows))
      : [`failed: ${row.failed}`, ...columns.slice(1).map(() => '')]),
    String(row.runs),
  ]);
  const headings = [...(isSized ? ['events'] : []), '', ...columns.map(([title]) => title), 'runs'];
  return table(headings, lines);
}

function circumstances({ runs }: Section): string {
  return runs
    .map(({ date, commit, machine, load, cores, sizes }) => {
      const which = sizes
        .map((size) => (typeof size === 'number' ? many(size) : size))
        .join(' and ');
      const busy = load > cores / 2 ? ' The machine was busy: read the ratios only.' : '';
      return `${runs.length > 1 ? `${which}: ` : ''}${date}${commit && `, ${commit}`}; ${machine}; load at the start ${load.toFixed(1)}.${busy}`;
    })
    .join('\n\n');
}

function table(headings: readonly string[], lines: readonly string[][]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(headings), row(headings.map(() => '---')), ...lines.map(row)].join('\n');
}
