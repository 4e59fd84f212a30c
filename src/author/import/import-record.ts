/**
 * What was imported, file by file, as it was written: `.imported.json` of the archive. By it an import knows its own
 * events again, and whether somebody has edited them since.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

export const LEDGER = '.imported.json';
/** The format of a table with quotes, whether an export wrote it or an author. */
export const SHEET = 'sheet';

const ledgerSchema = z.array(
  z.strictObject({
    /** Its name when it was imported last. */
    file: z.string(),
    /** A file is never that of an import of another format. */
    format: z.string(),
    /** Of its bytes; `''` of a table that an export wrote. */
    sha256: z.string(),
    events: z.array(
      z.strictObject({
        /** What the file calls the event; `''` where it has only a title. */
        key: z.string(),
        title: z.string(),
        /** EDTF. */
        date: z.string(),
        /** A digest of its text; `''` where it has none. */
        text: z.string(),
        /** In the archive. */
        id: z.string(),
        /** Of the event's file, as the import wrote it. */
        sha256: z.string(),
      }),
    ),
  }),
);

export type Ledger = z.infer<typeof ledgerSchema>;
export type ImportRecord = Ledger[number];
export type ImportedFile = Omit<ImportRecord, 'events'>;
export type EventEntry = ImportRecord['events'][number];

/** @throws {Refusal} where the file is there and broken */
export function readLedger(folder: string): Ledger {
  const path = join(folder, LEDGER);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  try {
    return ledgerSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal(`${path} is not as an import writes it`, [
      'take it from the last commit, or remove it: then nothing that was imported is updated',
    ]);
  }
}

/** An event a line, so that a version control system shows which of them changed. */
export function formatLedger(ledger: Ledger): string {
  const files = ledger.map(({ events, ...file }) => {
    const lines = events.map((event) => `\n    ${JSON.stringify(event)}`);
    return `  ${JSON.stringify(file).slice(0, -1)},"events":[${lines.join(',')}\n  ]}`;
  });
  return `[\n${files.join(',\n')}\n]\n`;
}
