/** Reads the archive once per process, for the configuration, the pages and the list of URLs. */
import { checkFiles, type Report } from '../check/check.ts';
import { type Files, readArchive } from '../check/read/read.ts';
import { contentFolder, handOn, lastReport } from './checked.ts';

/** What was read last: of a file that has not changed since, nothing is made again. */
let files: Files | null = null;

/** The last reading; reads the archive if there is none yet. */
export const reading = (): Report => lastReport() ?? readAgain();

/** Reads and checks the archive again. */
export function readAgain(): Report {
  files = readArchive(contentFolder(), process.cwd(), files);
  return handOn(checkFiles(files));
}
