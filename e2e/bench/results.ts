/** What was measured, kept from one run to the next so that sections can be measured by themselves. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { medians } from './statistics.ts';

export const SECTIONS = ['building', 'loading', 'moving', 'lighthouse', 'writing'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** One subject at one size: medians over so many runs, or why there are none. */
export interface Row {
  subject: string;
  /** How many events; a page's name where that is not the question. */
  size: number | string;
  runs: number;
  values?: Partial<Record<string, number>>;
  failed?: string;
}

/** When, on what and where some sizes were measured, which is in one go. */
export interface Run {
  date: string;
  commit: string;
  machine: string;
  /** Processes that wanted a processor when it began, and how many there are. */
  load: number;
  cores: number;
  sizes: Row['size'][];
}

/** By size. */
export interface Section {
  runs: Run[];
  rows: Row[];
}

export type Results = Partial<Record<SectionName, Section>>;

export const readResults = (path: string): Results =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : {};

export const writeResults = (path: string, results: Results): void =>
  writeFileSync(path, `${JSON.stringify(results, null, 1)}\n`);

/** A section with what was measured now in the place of the same sizes before; ten thousand events take hours. */
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

/** The measurements of one subject at one size, as a row: it has failed where most of its runs have. */
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

/** A value of a row, `null` where there is none. */
export const measuredOf = (row: Row | undefined, name: string): number | null => {
  // JSON writes a number that is none as null.
  const value = row?.values?.[name] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
};
