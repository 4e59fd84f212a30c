/** `npm run check` and its options. */
import { isUnfinished, readSettled } from '../files/together.ts';
import { checkArchive } from './check.ts';
import { formatCoverage } from './coverage-report.ts';
import { type Fix, findFixes, formatDifference, formatFixes, writeFix } from './fix.ts';
import { formatReport } from './problem.ts';

export type CheckOption = 'strict' | 'json' | 'fix' | 'dry-run' | 'coverage';

/** Applies `--fix` if asked to, then checks the archive and reports. */
export function runCheck(
  folder: string,
  options: { readonly [option in CheckOption]?: boolean },
  cwd = process.cwd(),
): { text: string; right: boolean } {
  const { strict, json, fix, 'dry-run': dryRun, coverage } = options;
  const mend = (): readonly Fix[] => {
    const found = findFixes(folder, cwd);
    if (!dryRun) for (const file of found) writeFix(file);
    return found;
  };
  // An import that was stopped is finished first.
  if (isUnfinished(folder)) readSettled(folder, 'npm run check', () => {});
  let fixes: readonly Fix[] | null = null;
  try {
    if (dryRun) fixes = mend();
    else if (fix) fixes = readSettled(folder, 'npm run check', mend);
  } catch (cause) {
    return { text: `not mended: ${(cause as Error).message}`, right: false };
  }
  const report = checkArchive(folder, { strict: Boolean(strict), cwd });
  const { problems, counts } = report;
  const right = problems.every(({ severity }) => severity !== 'error');
  if (json) {
    const changes = fixes?.flatMap((file) => file.changes);
    return { text: JSON.stringify({ problems, counts, fixes: changes }, null, 2), right };
  }
  const text = [
    ...(fixes ? [dryRun ? formatDifference(fixes) : formatFixes(fixes)] : []),
    ...(coverage && report.archive ? [formatCoverage(report.archive, folder, cwd)] : []),
    formatReport(problems, counts),
  ].join('\n');
  return { text, right };
}
