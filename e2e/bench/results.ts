/** The results, stored between runs so that sections can be measured separately. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { medians } from './statistics.ts';

export const SECTIONS = ['building', 'loading', 'moving', 'lighthouse', 'writing'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** One subject at one size: medians of the runs, or why there are none. */
export interface Row {
  subject: string;
  /** The number of events, or a page's name. */
  size: number | string;
  runs: number;
  values?: Partial<Record<string, number>>;
  failed?: string;
}

/** When and on which machine some sizes were measured, in one run. */
export interface Run {
  date: string;
  commit: string;
  machine: string;
  /** The load average at the start, and the number of processors. */
  load: number;
  cores: number;
  sizes: Row['size'][];
}

/** A section's rows, sorted by size. */
export interface Section {
  runs: Run[];
  rows: Row[];
}

export type Results = Partial<Record<SectionName, Section>>;

export const readResults = (path: string): Results =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : {};

export const writeResults = (path: string, results: Results): void =>
  writeFileSync(path, `${JSON.stringify(results, null, 1)}\n`);

/** A section in which a run's rows replace earlier rows of the same sizes; measuring all sizes takes hours. */
export function joinRun(
  before: Section | undefined,
  run: Omit<Run, 'sizes'>,
  rows: Row[],
): Section {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const kept = (before?.runs ?? [])
    .map((one) => ({ ...one, sizes: one.sizes.filter((size) => !sizes.includes(size)) }))
    .filter((one) => one.sizes.length > 0);
  const others = (before?.rows ?? []).filter(({ size }) => !sizes.includes(size));
  return {
    runs: [...kept, { ...run, sizes }],
    rows: [...others, ...rows].sort((a, b) => Number(a.size) - Number(b.size) || 0),
  };
}

/** The runs of one subject at one size as a row; it has failed if most runs have. */
export function rowOf(
  subject: string,
  size: Row['size'],
  runs: readonly (Record<string, number> | Error)[],
): Row {
  const done = runs.flatMap((run) => (run instanceof Error ? [] : [run]));
  const failure = runs.find((run) => run instanceof Error);
  if (done.length <= runs.length / 2)
    return { subject, size, runs: runs.length, failed: failure?.message ?? 'not measured' };
  return { subject, size, runs: done.length, values: medians(done) };
}

/** A value of a row; `null` if there is none. */
export const measuredOf = (row: Row | undefined, name: string): number | null => {
  // JSON writes NaN as null.
  const value = row?.values?.[name] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
};
