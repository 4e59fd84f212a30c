/** The targets, compared with the results. */
import { measuredOf, type Results, type Row, type SectionName } from './results.ts';
import { FLOOR, PEERS, SITE } from './subjects.ts';

export interface Verdict {
  section: SectionName;
  target: string;
  measured: string;
  met: boolean;
}

interface Bound {
  actual: number | null;
  /** A maximum, or a minimum if `atLeast`. */
  limit: number | null;
  unit: string;
  atLeast?: boolean;
}

/** Every target for which there are results. */
export function verdicts(results: Results): Verdict[] {
  const rows = (section: SectionName): Row[] => results[section]?.rows ?? [];
  const sizes = (section: SectionName): number[] =>
    [...new Set(rows(section).map(({ size }) => size))].filter((size) => typeof size === 'number');
  const rowAt = (section: SectionName, subject: string, size: Row['size']): Row | undefined =>
    rows(section).find((row) => row.subject === subject && row.size === size);
  const value = (section: SectionName, subject: string, size: Row['size'], name: string) =>
    measuredOf(rowAt(section, subject, size), name);
  const found: Verdict[] = [];
  /** Compares `actual` with `limit`: missed if the site's run failed, left out if there are no results. */
  const hold = (
    section: SectionName,
    target: string,
    ours: Row | undefined,
    { actual, limit, unit, atLeast = false }: Bound,
  ): void => {
    if (ours?.failed !== undefined)
      found.push({ section, target, measured: `failed: ${ours.failed}`, met: false });
    else if (actual !== null && limit !== null) {
      const met = atLeast ? actual >= limit : actual <= limit;
      found.push({ section, target, measured: `${short(actual)}${unit}`, met });
    }
  };
  const ratio = (a: number | null, b: number | null): number | null =>
    a === null || b === null || b === 0 ? null : a / b;

  for (const size of sizes('building'))
    for (const kind of ['.mdx', `.mdx, ${WITH_PICTURES}`, '.md']) {
      const subject = `this site, ${kind}`;
      const ours = rowAt('building', subject, size);
      const events = `${many(size)} events as ${kind}`;
      const seconds = measuredOf(ours, 'seconds');
      const limit = size < 10_000 ? 1.5 : 2;
      if (size >= 1000)
        hold(
          'building',
          `${events} build in at most ${limit} × a bare Astro project’s time`,
          ours,
          {
            actual: ratio(seconds, value('building', bareOf(subject), size, 'seconds')),
            limit,
            unit: ' ×',
          },
        );
      else
        hold('building', `${events} build within 8 s`, ours, {
          actual: seconds,
          limit: 8,
          unit: ' s',
        });
      if (size < 10_000) continue;
      for (const [name, what, most] of [
        ['peak', 'with at most 2.5 GB of memory', 2500],
        ['bytes', 'to at most 700 MB', 700],
      ] as const) {
        const bytes = measuredOf(ours, name);
        const actual = bytes === null ? null : bytes / 1e6;
        hold('building', `${events} build ${what}`, ours, { actual, limit: most, unit: ' MB' });
      }
    }

  for (const size of sizes('loading')) {
    const ours = rowAt('loading', SITE.name, size);
    const ofPeers = (name: string): number[] =>
      PEERS.flatMap((peer) => value('loading', peer.name, size, name) ?? []);
    const least = (all: number[]): number | null => (all.length > 0 ? Math.min(...all) : null);
    if (size <= 1000)
      hold('loading', `${many(size)} events drawn in at most 1.15 × the floor’s time`, ours, {
        actual: ratio(measuredOf(ours, 'drawn'), value('loading', FLOOR.name, size, 'drawn')),
        limit: 1.15,
        unit: ' ×',
      });
    hold('loading', `${many(size)} events drawn no later than the fastest peer’s`, ours, {
      actual: ratio(measuredOf(ours, 'drawn'), least(ofPeers('drawn'))),
      limit: 1,
      unit: ' ×',
    });
    const slowest = PEERS[0]?.name ?? '';
    if (size <= 100)
      hold(
        'loading',
        `${many(size)} events: the main thread busy for half of ${slowest}’s time`,
        ours,
        {
          actual: ratio(measuredOf(ours, 'busy'), value('loading', slowest, size, 'busy')),
          limit: 0.5,
          unit: ' ×',
        },
      );
    if (size < 100)
      hold('loading', `${many(size)} events in no more bytes than the lightest peer’s`, ours, {
        actual: ratio(measuredOf(ours, 'bytes'), least(ofPeers('bytes'))),
        limit: 1,
        unit: ' ×',
      });
  }

  /** Kilobytes at 14 events, fonts aside. */
  const weight = (row: Row | undefined): number | null => {
    const [bytes, fonts] = [measuredOf(row, 'bytes'), measuredOf(row, 'fonts')];
    return bytes === null || fonts === null ? null : (bytes - fonts) / 1000;
  };
  const ours = rowAt('loading', SITE.name, 14);
  const shares = ['half of', 'a third of'];
  PEERS.slice(0, 2).forEach(({ name }, i) => {
    const limit = ratio(weight(rowAt('loading', name, 14)), i + 2);
    hold(
      'loading',
      `14 events, fonts aside, in at most ${shares[i]} the bytes of ${name}, ${short(limit ?? 0)} kB`,
      ours,
      { actual: weight(ours), limit, unit: ' kB' },
    );
  });

  for (const size of sizes('moving')) {
    const [site, sweep] = [rowAt('moving', SITE.name, size), rowAt('moving', SWEEP, size)];
    const most = (
      row: Row | undefined,
      name: string,
      what: string,
      limit: number,
      unit = '',
    ): void =>
      hold('moving', `${many(size)} events, ${what}`, row, {
        actual: measuredOf(row, name),
        limit,
        unit,
      });
    const within = (limit: number): string => `95 of 100 frames within ${limit} ms of our own work`;
    most(site, 'pan95', `panning: ${within(0.8)}`, 0.8, ' ms');
    most(site, 'zoom95', `zooming: ${within(2)}`, 2, ' ms');
    if (size <= 100) most(site, 'late', 'zooming and panning: no frame late', 0);
    else most(sweep, 'p95', `changing the elasticity: ${within(4)}`, 4, ' ms');
    most(site, 'long', 'zooming and panning: no long task', 0);
    most(sweep, 'long', 'changing the elasticity: no long task', 0);
    if (size > 100)
      most(site, 'nodes', 'zooming and panning: fewer than 400 nodes in the drawing', 399);
  }

  for (const row of rows('lighthouse'))
    for (const category of ['performance', 'accessibility', 'practices', 'seo'])
      hold('lighthouse', `${row.subject}: 100 for ${category}`, row, {
        actual: measuredOf(row, category),
        limit: 100,
        unit: '',
        atLeast: true,
      });

  for (const size of sizes('writing')) {
    const dev = rowAt('writing', 'dev', size);
    const limit = size < 100 ? 0.5 : size < 10_000 ? 1 : 3;
    hold('writing', `${many(size)} events: an edit shows within ${limit} s`, dev, {
      actual: measuredOf(dev, 'edit'),
      limit,
      unit: ' s',
    });
    if (size < 100)
      hold('writing', `${many(size)} events: the first page shows within 4 s`, dev, {
        actual: measuredOf(dev, 'first'),
        limit: 4,
        unit: ' s',
      });
    const check = rowAt('writing', 'check', size);
    if (size >= 10_000)
      hold('writing', `${many(size)} events of two quotes are checked within 10 s`, check, {
        actual: measuredOf(check, 'seconds'),
        limit: 10,
        unit: ' s',
      });
  }
  return found;
}

/** Marks builds that make every share picture, while the others use cached ones. */
export const WITH_PICTURES = 'pictures too';

/** The subject of the bare project with which a site's row is compared. */
export const bareOf = (subject: string): string =>
  subject.replace('this site', 'bare Astro').replace(`, ${WITH_PICTURES}`, '');

/** The subject of the rows for the elasticity slider, which no peer has. */
export const SWEEP = 'this site, elasticity';

export const many = (count: number): string => count.toLocaleString('en-GB');
/** A number with three significant digits. */
export const short = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 3 });
