import { type Omission, omissionsOf } from '../../model/meaning.ts';
import { quotationOf } from '../../model/quotation-marks.ts';
import { type SourceText, shownText } from '../../model/quote.ts';
import { reportBehind } from '../../model/sayers.ts';
import { fold, oneLine, type Span } from '../../model/text.ts';
import { error, type Problem, shown } from '../problem.ts';
import { type Found, isOfPublisher, passageOf } from './found.ts';

/** An omission that reverses the meaning is an error; one that only may is a warning. */
export function omissionsIn(quote: Found, at: number): Problem[] {
  const { record, text, spans, language } = quote;
  const { hit, position, words: said } = passageOf(quote, at);
  const isOwn = isOfPublisher(quote);
  if (isOwn && isInMarks(text, hit))
    return [
      error(
        3,
        position(),
        `mode is narration, but the words stand in quotation marks in source ${record.source}: ${said}`,
        [
          'mode: direct, and under speaker: whose words they are',
          'if they are a term or a title, add within: phrase, and the reason under why:',
        ],
      ),
    ];
  const [before, after] = [spans[at - 1]?.end ?? 0, spans[at + 1]?.start ?? Infinity];
  // Words that another passage of the quote contains are not left out.
  const omissions = omissionsOf(text, hit, language).filter(
    ({ side, kind, words }) =>
      (side === 'before' ? hit.start - words.length >= before : hit.end + words.length <= after) &&
      // Others are known to say it.
      (kind !== 'report' || isOwn) &&
      !(kind === 'capitals' && side === 'before' && isKnownShort(quote, words, hit)),
  );
  const report = isOwn ? reportBehind(text, hit, language) : null;
  if (report !== null && !omissions.some(({ side }) => side === 'after'))
    omissions.push({ kind: 'report', side: 'after', words: report });
  const of = (side: Omission['side']): string =>
    omissions.find((omission) => omission.side === side)?.words ?? '';
  const whole = oneLine(of('before') + shownText(text, hit) + of('after'));
  return omissions.map(({ kind, side, words }) => {
    const problem = error(3, position(), `${messageOf(kind, side, shown(words))}: ${said}`, [
      `source ${record.source} says: ${shown(whole, 300)}`,
      kind === 'negation' && side === 'after'
        ? 'quote on to the end of the clause'
        : `take it in, as in exact: ${JSON.stringify(whole)}`,
      'if a part of the phrase is meant as such, add within: phrase, and the reason under why:',
    ]);
    return MAY_MEAN.has(kind) ? { ...problem, severity: 'warning' } : problem;
  });
}

/** What may be left out without harm. */
const MAY_MEAN: ReadonlySet<Omission['kind']> = new Set([
  'clause',
  'condition',
  'limit',
  'report',
  'capitals',
]);

function messageOf(kind: Omission['kind'], side: Omission['side'], words: string): string {
  if (kind === 'number') return `quote leaves ${words} out, which belongs to its number`;
  if (kind === 'name') return `quote ends inside a name, before ${words}`;
  if (kind === 'limit') return `quote begins right after ${words}, which limits it`;
  if (kind === 'capitals')
    return side === 'before'
      ? `quote may begin inside a name, after ${words}`
      : `quote may end inside a name, before ${words}`;
  if (kind === 'report') return `mode is narration, but the source has it from somebody: ${words}`;
  if (kind === 'question') return `quote leaves ${words} out, so that it states what was asked`;
  if (kind === 'condition')
    return `quote ${side === 'before' ? 'begins right after' : 'ends before'} ${words}, so that it is not said to be so`;
  if (kind === 'clause') return `quote begins within a clause that may deny it, after ${words}`;
  return side === 'before'
    ? `quote begins right after ${words}, which reverses it`
    : `quote ends right before ${words}, which reverses it`;
}

/** Whether words are from a quotation; a single word and a title in capitals may be a term. */
function isInMarks(text: SourceText, hit: Span): boolean {
  const words = shownText(text, hit).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
  return (
    words.length > 1 &&
    !words.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) &&
    quotationOf(text, hit) !== null
  );
}

/** Whether a name that a quote begins with is short for the one in the source: both are listed for one actor. */
function isKnownShort({ names, text }: Found, left: string, hit: Span): boolean {
  const said = fold(shownText(text, hit));
  return names.some((own) =>
    own.some(
      (short) =>
        said.startsWith(short) &&
        !/^[\p{L}\p{M}\p{N}]/u.test(said.slice(short.length)) &&
        own.some((long) => long !== short && `${left}${short}`.endsWith(long)),
    ),
  );
}
