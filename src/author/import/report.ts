/** What an import says of itself: counts first, then a line for each kind of loss with the first places of it. */
import { plural } from '../../check/problem.ts';
import { cleanLine } from '../markdown.ts';

/** Something of the file that is not in the archive, or not as it stands there. */
export interface Loss {
  kind: string;
  /** `row 3 “A title”`. */
  where: string;
  text: string;
  /** Nothing is lost: how it was read is worth a look. */
  noted?: true;
}

export interface Report {
  /** The file's name. */
  file: string;
  format: string;
  /** Ids of events, by what became of them. */
  written: string[];
  updated: string[];
  unchanged: string[];
  /** How many of the written ones have quotes for all that they state. */
  sourced: number;
  tracks: string[];
  references: string[];
  /** Files that are taken in beside it, by their names in `media/`. */
  media: string[];
  /** Events of the file that are not in the archive, by why. */
  missed: Loss[];
  /** Events that stay as they are, by why. */
  kept: Loss[];
  left: Loss[];
  /** What is in the archive, and was read in a way that is worth a look. */
  noted: Loss[];
  /** Whether nothing is written. */
  dry: boolean;
}

const MOST_PLACES = 3;
const LONGEST = 100;

/** @param verbose whether each loss has a line, whole */
export function formatReport(report: Report, verbose = false): string {
  const { file, format, written, updated, unchanged, sourced, missed, kept, left, noted, dry } =
    report;
  const lines = (name: string, losses: readonly Loss[]): string[] =>
    verbose
      ? losses.map(
          ({ kind, where, text }) =>
            `  ${name}: ${where}: ${kind}${text && `: ${cleanLine(text)}`}`,
        )
      : grouped(losses).map((line) => `  ${name}: ${line}`);
  return [
    `${file}: ${format}`,
    [
      `${plural(written.length, 'event')} taken over${
        written.length === 0
          ? ''
          : `, ${sourced === 0 ? 'unsourced' : `${sourced} of them sourced`}, as events/<id>.md`
      }`,
      ...(updated.length > 0 ? [`${plural(updated.length, 'event')} updated`] : []),
      ...(unchanged.length > 0 ? [`${plural(unchanged.length, 'event')} unchanged`] : []),
      `${plural(report.tracks.length, 'track')} and ${plural(report.references.length, 'reference')} added`,
      ...(report.media.length > 0
        ? [`${plural(report.media.length, 'file')} taken into media/`]
        : []),
      `${plural(missed.length, 'event')} not taken over`,
      ...(kept.length > 0 ? [`${plural(kept.length, 'event')} left as they are`] : []),
      `${plural(left.length, 'detail')} left out`,
    ].join('; '),
    ...lines('not taken over', missed),
    ...lines('left as it is', kept),
    ...lines('left out', left),
    ...lines('look at', noted),
    ...(!verbose && [missed, kept, left, noted].some((some) => some.length > MOST_PLACES)
      ? ['  --verbose lists each of them']
      : []),
    ...(dry ? ['nothing is written: --dry-run'] : []),
  ].join('\n');
}

/** One line a kind, the most frequent first: `status (120): event 1 “A”: CONFIRMED; …; and 117 more`. */
function grouped(losses: readonly Loss[]): string[] {
  const kinds = Map.groupBy(losses, ({ kind }) => kind);
  return [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, some]) => {
      const listed = some
        .slice(0, MOST_PLACES)
        .map(({ where, text }) => `${cut(where)}${text && `: ${cut(cleanLine(text))}`}`);
      const more = some.length - listed.length;
      return `${cleanLine(kind)} (${some.length}): ${[...listed, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}`;
    });
}

const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;

/** The whole report for programs. */
export const reportJson = (report: Report): string => JSON.stringify(report, null, 2);
