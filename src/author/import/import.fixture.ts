/** For the properties of imports: any file, imported into a new archive. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { errorsIn, newArchive, now, work } from '../archive.fixture.ts';
import { Refusal } from '../refusal.ts';
import { importFile } from './import.ts';

const fresh = newArchive();

/**
 * Imports a file into a new archive, which must then pass `check`.
 * @param look reads the archive before it is removed
 * @param prepare writes into the archive before the import
 * @returns what the import said, a refusal included, and what `look` gave
 */
export function imported<T>(
  file: string | Uint8Array,
  look: (folder: string) => T,
  prepare: (folder: string) => void = () => {},
): { report: string; seen: T } {
  const folder = join(work, 'imported');
  const path = join(work, 'input');
  cpSync(fresh, folder, { recursive: true });
  writeFileSync(path, file);
  prepare(folder);
  try {
    const report = reportOf(folder, path);
    expect(errorsIn(folder)).toEqual([]);
    return { report, seen: look(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A refusal is an answer, unless it is that of check to what the importer made; all else is a fault. */
function reportOf(folder: string, path: string): string {
  try {
    return importFile(folder, path, {}, { cwd: work, now, verbose: true });
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.message.startsWith('check would refuse')) throw cause;
    return [cause.message, ...cause.details].join('\n');
  }
}
