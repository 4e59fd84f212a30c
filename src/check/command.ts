/** `npm run check` and its options. */
import { checkArchive } from './check.ts';
import { formatCoverage } from './coverage-report.ts';
import { findFixes, formatDifference, formatFixes, writeFix } from './fix.ts';
import { formatReport } from './problem.ts';

export type CheckOption = 'strict' | 'json' | 'fix' | 'dry-run' | 'coverage';

/** Applies `--fix` if asked to, then checks the archive and reports. */
export function runCheck(
  folder: string,
  options: { readonly [option in CheckOption]?: boolean },
  cwd = process.cwd(),
): { text: string; right: boolean } {
  const { strict, json, fix, 'dry-run': dryRun, coverage } = options;
  const fixes = fix || dryRun ? findFixes(folder, cwd) : null;
  if (fixes && !dryRun) {
    try {
      for (const file of fixes) writeFix(file);
    } catch (cause) {
      return { text: `not mended: ${(cause as Error).message}`, right: false };
    }
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
