/** Reads the archive once per process, for the configuration, the pages and the list of URLs. */
import { checkArchive, type Report } from '../check/check.ts';
import { contentFolder, handOn, lastReport } from './checked.ts';

/** The last reading; reads the archive if there is none yet. */
export const reading = (): Report => lastReport() ?? readAgain();

/** Reads and checks the archive again. */
export const readAgain = (): Report => handOn(checkArchive(contentFolder()));
