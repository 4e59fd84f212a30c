/** Makes sure that an import writes only what passes check. */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkFiles } from '../../check/check.ts';
import { asFile, mustPass, type Opened } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { pageOf } from '../yaml.ts';
import type { Converted } from './convert.ts';
import type { Page } from './existing.ts';

/**
 * Sees to it that what is written would pass check. An event of a table with quotes that would not becomes one that is
 * still to be sourced, and if that does not help is not taken over: it says why, in check's words.
 * @throws {Refusal} where it is the importer's fault
 */
export function settle(
  { folder, cwd, files }: Opened,
  pages: Page[],
  { missed, left }: Converted,
  { tracks, list }: { tracks: string; list: string },
): void {
  const shownAs = (file: string): string => relative(cwd, join(folder, file)).split(sep).join('/');
  if (files.site) files.site = asFile(files.site.file, tracks);
  if (files.references) files.references = asFile(files.references.file, list);
  const others = files.events;
  const lay = (): Page[] => {
    const written = pages.filter(({ state }) => state === 'written' || state === 'updated');
    const ids = new Set(written.map(({ id }) => id));
    files.events = [
      ...others.filter(({ id }) => !ids.has(id)),
      ...written.map(({ id, file, text }) => ({ id, file: asFile(shownAs(file), text) })),
    ];
    return written;
  };
  for (const page of pages)
    if (page.state === 'written' && existsSync(join(folder, page.file)))
      throw new Refusal(`${shownAs(page.file)} is there already; nothing is overwritten`);
  const records = ['site.yaml', 'actors.yaml', 'references.yaml'].map(shownAs);
  for (let written = lay(); written.length > 0; written = lay()) {
    const faults = Map.groupBy(
      checkFiles(files).problems.filter(({ severity, gap }) => severity === 'error' && !gap),
      ({ file }) => file,
    );
    const names = written.map(({ file }) => shownAs(file));
    if (![...names, ...records].some((name) => faults.has(name))) return;
    const wrong = written.filter(({ file }) => faults.has(shownAs(file)));
    // What the author wrote is told to the author; all else is the importer's fault.
    const authored = wrong.filter((page) => page.authored);
    if (authored.length === 0) return void mustPass(files, [...names, ...records]);
    for (const page of authored) {
      const text = (faults.get(shownAs(page.file)) ?? [])
        .map(({ message, details }) => [message, ...details].join(', '))
        .join('; ');
      if (page.front['unsourced']) {
        page.state = 'refused';
        const whole = `${text}; ${page.text}`;
        missed.push({ kind: 'check would refuse it', where: page.where, text: whole });
      } else {
        page.front = { ...page.front, unsourced: true };
        page.text = pageOf(page.front, page.body);
        const kind = 'still to be sourced, as check says';
        left.push({ kind, where: page.where, text, noted: true });
      }
    }
  }
}
