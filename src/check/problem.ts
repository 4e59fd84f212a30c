/** A problem of an archive: what is wrong, where, and what to do; one type and one text format for all commands. */
import { oneLine } from '../model/text.ts';

/** A position in a file as editors count it: lines from 1, columns from 1 in UTF-16 units. */
export interface Position {
  /** The path relative to the working directory, with forward slashes. */
  file: string;
  line: number;
  column: number;
}

export interface Problem extends Position {
  severity: 'error' | 'warning';
  message: string;
  /** Lines printed indented below the message: similar passages or names, then what to do. */
  details: string[];
  /** The number of the broken rule (`docs/content.md`); absent if a file cannot be read. */
  rule?: number;
  /** A field that the author left as "?": the authoring commands write it, although check refuses it. */
  gap?: true;
}

/** How much a check looked at. */
export interface Counts {
  events: number;
  quotes: number;
  sources: number;
}

/** An error at a position; `rule` 0 stands for a file that cannot be read. */
export function error(
  rule: number,
  at: Position,
  message: string,
  details: string[] = [],
): Problem {
  return { ...at, severity: 'error', message, details, ...(rule > 0 ? { rule } : {}) };
}

/** Sorts by file, line and column; for `Array.prototype.sort`. */
export const byPlace = (a: Problem, b: Problem): number =>
  order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.message, b.message);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `file:line:col`, as terminals and editors make it a link. */
export const formatPosition = (at: Position): string => `${at.file}:${at.line}:${at.column}`;

/** Problems as text: `file:line:col  message`, with the details indented below. No line break at the end. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .flatMap((problem) => [
      `${formatPosition(problem)}  ${problem.severity === 'warning' ? 'warning: ' : ''}${problem.message}`,
      ...problem.details.map((line) => `  ${line}`),
    ])
    .join('\n');
}

/** Warnings beyond this many lines are counted, so that they never hide an error. */
const MOST_WARNING_LINES = 40;
/** Of more warnings of one kind, the first alone has its details: what to do is the same for all. */
const FEW = 3;
/** Lines of one warning: similar passages, and what to do. */
const MOST_DETAILS = 6;

/** The warnings, the errors after them, then a line that counts them or says what was verified. */
export function formatReport(problems: readonly Problem[], counts: Counts): string {
  const wrongs = problems.filter(({ severity }) => severity === 'error');
  const errors = wrongs.length;
  const warned = problems.filter(({ severity }) => severity === 'warning');
  const warnings = warned.length;
  const wrong = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ].join(', ');
  const verified = [
    plural(counts.events, 'event'),
    plural(counts.quotes, 'quote'),
    plural(counts.sources, 'source'),
  ].join(', ');
  const closing = errors > 0 ? wrong : `${wrong && `${wrong}; `}${verified}: all quotes verified`;
  const printed = [formatWarnings(warned), formatProblems(wrongs), closing];
  return printed.filter(Boolean).join('\n');
}

/** The first warnings of each kind, so that many of one kind do not hide the others; and how many more there are. */
function formatWarnings(warnings: readonly Problem[]): string {
  const kinds = [...Map.groupBy(warnings, kindOf).values()].map((kind) =>
    kind.length > FEW
      ? kind.map((problem, i) => (i === 0 ? problem : { ...problem, details: [] }))
      : kind,
  );
  const most = Math.max(0, ...kinds.map(({ length }) => length));
  const inTurns = Array.from({ length: most }, (_, i) =>
    kinds.flatMap((kind) => kind.slice(i, i + 1)),
  ).flat();
  let lines = 0;
  const first = inTurns.filter(({ details }) => {
    lines += 1 + Math.min(details.length, MOST_DETAILS);
    return lines <= MOST_WARNING_LINES;
  });
  const more = inTurns.slice(first.length);
  return [
    ...(first.length > 0 ? [formatProblems(first.map(withFewDetails).sort(byPlace))] : []),
    ...(more.length > 0
      ? [
          `and ${plural(more.length, 'more warning')} (${countedByRule(more)}); npm run check -- --json lists all`,
        ]
      : []),
  ].join('\n');
}

/** What problems of one kind have in common: all but names and numbers. */
const kindOf = ({ rule = 0, message }: Problem): string =>
  `${rule} ${message.replace(/"[^"]*"|[\p{L}\p{N}_.,/-]*\p{N}[\p{L}\p{N}_.,/-]*/gu, '')}`;

const withFewDetails = (problem: Problem): Problem =>
  problem.details.length <= MOST_DETAILS
    ? problem
    : // The last ones say what to do.
      {
        ...problem,
        details: [...problem.details.slice(0, MOST_DETAILS - 1), ...problem.details.slice(-1)],
      };

/** `12 of rule 8, 3 of rule 1`; `docs/content.md` has the rules by number. */
const countedByRule = (problems: readonly Problem[]): string =>
  [...Map.groupBy(problems, ({ rule }) => rule)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([rule, of]) => `${of.length} ${rule === undefined ? 'of files' : `of rule ${rule}`}`)
    .join(', ');

/** `1 quote`, `2 quotes`. */
export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A text in quotation marks on one line; if it is long, its middle is left out. */
export function shown(text: string, longest = 100): string {
  const line = oneLine(text);
  if (line.length <= longest) return `"${line}"`;
  const half = Math.floor((longest - 3) / 2);
  return `"${line.slice(0, half).trimEnd()} … ${line.slice(-half).trimStart()}"`;
}

/** A list in prose: `a`, `a or b`, `a, b or c`. */
export const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
