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

export interface Section {
  date: string;
  commit: string;
  machine: string;
  /** Processes that wanted a processor when it began, and how many there are. */
  load: number;
  cores: number;
  rows: Row[];
}

export type Results = Partial<Record<SectionName, Section>>;

export const readResults = (path: string): Results =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : {};

export const writeResults = (path: string, results: Results): void =>
  writeFileSync(path, `${JSON.stringify(results, null, 1)}\n`);

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
