/**
 * What was imported from which file, as it was written: `.imported.json` of the archive. By it an import knows its own
 * events again, and whether somebody has edited them since.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

export const LEDGER = '.imported.json';

const ledgerSchema = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ id: z.string(), sha256: z.string() })),
);

/** By the file's name and what it calls an event: the event's id, and the digest of its file. */
export type Ledger = z.infer<typeof ledgerSchema>;

/** @throws {Refusal} where the file is there and broken */
export function readLedger(folder: string): Ledger {
  const path = join(folder, LEDGER);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  try {
    return ledgerSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal(`${path} is not as an import writes it`, [
      'take it from the last commit, or remove it: then nothing that was imported is updated',
    ]);
  }
}

export const formatLedger = (ledger: Ledger): string => `${JSON.stringify(ledger, null, 2)}\n`;
