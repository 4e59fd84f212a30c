/** Reads the archive once for all that is made of it in this process: the configuration, the pages, the list of addresses. */
import { checkArchive, type Report } from '../check/check.ts';
import { handOn, lastReport } from './checked.ts';

/** The folder of the archive. */
export const contentFolder = (): string => process.env['CONTENT_DIR'] ?? 'content';

/** The reading there is, or the first. */
export const reading = (): Report => lastReport() ?? readAgain();

/** Reads and checks the archive anew. */
export const readAgain = (): Report => handOn(checkArchive(contentFolder()));
