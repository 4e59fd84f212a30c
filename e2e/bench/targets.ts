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

  for (const size of sizes('building').filter((events) => events >= 10_000))
    for (const kind of ['.mdx', `.mdx, ${WITH_PICTURES}`, '.md']) {
      const seconds = (subject: string) => value('building', subject, size, 'seconds');
      const site = `this site, ${kind}`;
      const actual = ratio(seconds(site), seconds(bareOf(site)));
      hold(
        'building',
        `${many(size)} events as ${kind} build in at most 1.5 × a bare Astro project’s time`,
        rowAt('building', site, size),
        { actual, limit: 1.5, unit: ' ×' },
      );
    }

  const drawn = (subject: string, size: number) => value('loading', subject, size, 'drawn');
  for (const size of sizes('loading')) {
    const ours = rowAt('loading', SITE.name, size);
    const time = measuredOf(ours, 'drawn');
    const floor = ratio(time, drawn(FLOOR.name, size));
    if (size <= 1000)
      hold('loading', `${many(size)} events drawn in at most 1.15 × the floor’s time`, ours, {
        actual: floor,
        limit: 1.15,
        unit: ' ×',
      });
    const peers = PEERS.flatMap(({ name }) => drawn(name, size) ?? []);
    const fastest = ratio(time, peers.length > 0 ? Math.min(...peers) : null);
    hold('loading', `${many(size)} events drawn no later than the fastest peer’s`, ours, {
      actual: fastest,
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

  for (const size of sizes('moving').filter((events) => events >= 10_000))
    for (const [subject, what] of [
      [SITE.name, 'zooming and panning'],
      [SWEEP, 'changing the elasticity'],
    ] as const) {
      const row = rowAt('moving', subject, size);
      const at = (name: string) => measuredOf(row, name);
      const events = `${many(size)} events, ${what}`;
      const growth = ratio(at('p95'), value('moving', subject, 100, 'p95'));
      hold('moving', `${events}: 95 of 100 frames within 4 ms of our own work`, row, {
        actual: at('p95'),
        limit: 4,
        unit: ' ms',
      });
      hold('moving', `${events}: no long task after the first`, row, {
        actual: at('long'),
        limit: 1,
        unit: '',
      });
      hold('moving', `${events}: fewer than 400 nodes in the drawing`, row, {
        actual: at('nodes'),
        limit: 399,
        unit: '',
      });
      hold('moving', `${events}: below 3 × the work at 100 events`, row, {
        actual: growth,
        limit: 3,
        unit: ' ×',
      });
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
    hold('writing', `${many(size)} events: an edit shows within a second`, dev, {
      actual: measuredOf(dev, 'edit'),
      limit: 1,
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
