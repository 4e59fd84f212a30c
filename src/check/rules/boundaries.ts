import { cutsOf, wholeWords } from '../../model/boundaries.ts';
import { paragraphEnd } from '../../model/layout.ts';
import { type Omission, omissionsOf } from '../../model/meaning.ts';
import { isQuoted } from '../../model/quotation-marks.ts';
import { type SourceText, shownText } from '../../model/quote.ts';
import { type Reason, type ReasonKind, reasonKinds, reasonsOf } from '../../model/reason.ts';
import { furnitureOf } from '../../model/source.ts';
import { oneLine, type Span } from '../../model/text.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';
import { type Draft, readText } from '../read/draft.ts';

/**
 * Rule 3: a quote is whole words, numbers and phrases, in one paragraph, and what it is taken for; or it says why not.
 * A reason excuses what it is for and nothing else, and is refused where nothing needs it, for readers are shown it.
 */
export function checkBoundaries(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  return quotes.flatMap((quote): Problem[] => {
    const { source, hits } = quote;
    const [hit, another] = hits ?? [];
    const text = source && readText(source);
    const problems = withoutReason(quote);
    if (!hit || another || !text || !source) return problems;
    const language = source.record?.part.language ?? draft.site?.part.language ?? 'en';
    const cuts = cutsIn(quote, text, hit, language);
    const found: Record<ReasonKind, Problem[]> = {
      word: cuts,
      // What cuts a word leaves the rest of it out.
      phrase: cuts.length > 0 ? [] : omissionsIn(quote, text, hit, language),
      unmarked: unmarkedIn(quote, text, hit),
      paragraphs: paragraphsIn(quote, text, hit),
      furniture: furnitureIn(quote, text, hit),
    };
    const reasons = reasonsOf(quote.record);
    return [
      ...problems,
      ...reasonKinds.flatMap((kind) => {
        const reason = reasons.find((one) => one.kind === kind);
        if (!reason) return found[kind];
        return found[kind].length > 0 ? [] : [needless(quote, reason)];
      }),
    ];
  });
}

/** How each reason is written, and what it says of the quote. */
const REASONS: Readonly<Record<ReasonKind, { key: string; says: string }>> = {
  word: { key: 'within', says: 'within: word, but the quote is whole words' },
  phrase: {
    key: 'within',
    says: 'within: phrase, but the quote leaves nothing out that changes its meaning',
  },
  unmarked: {
    key: 'unmarked',
    says: 'unmarked: has a reason, but the quote stands in quotation marks in its source, or is not direct',
  },
  paragraphs: {
    key: 'paragraphs',
    says: 'paragraphs: has a reason, but the quote lies in one paragraph',
  },
  furniture: {
    key: 'furniture',
    says: 'furniture: has a reason, but the quote is no furniture, or is quoted as it is',
  },
};

const needless = ({ event, id }: LocatedQuote, { kind }: Reason): Problem => {
  const { key, says } = REASONS[kind];
  return error(3, event.position(['quotes', id, key], 'key'), says, [
    key === 'within' ? 'remove within: and why:' : `remove ${key}:`,
  ]);
};

/** `within` and `why` stand together. */
function withoutReason({ event, id, record }: LocatedQuote): Problem[] {
  const { within, why } = record;
  if (within !== undefined && why === undefined)
    return [
      error(3, event.position(['quotes', id, 'within']), `within: ${within} has no reason`, [
        `say under why: for what a part of the ${within} is quoted`,
      ]),
    ];
  if (within === undefined && why !== undefined)
    return [
      error(
        3,
        event.position(['quotes', id, 'why'], 'key'),
        'why: is the reason of within:, which this quote has not',
        [
          'give the reason under its own key: unmarked (direct without quotation marks), paragraphs (over several of them) or furniture; or add within: word or within: phrase',
        ],
      ),
    ];
  return [];
}

function cutsIn(
  { event, id, record }: LocatedQuote,
  text: SourceText,
  hit: Span,
  language: string,
): Problem[] {
  const whole = wholeWords(text, hit, language);
  return cutsOf(text, hit, language).map(({ side, kind, whole: cut }) =>
    error(
      3,
      event.position(['quotes', id, 'exact']),
      `quote ${side} inside the ${kind} ${shown(cut)} of source ${record.source}: ${shown(record.exact)}`,
      [
        `take in the whole ${kind}, as in exact: ${JSON.stringify(oneLine(shownText(text, whole)))}`,
        'if a part of it is meant as such, add within: word, and the reason under why:',
      ],
    ),
  );
}

/** What reverses the meaning of a quote is an error; a negation further off may not concern it. */
function omissionsIn(
  { event, id, record }: LocatedQuote,
  text: SourceText,
  hit: Span,
  language: string,
): Problem[] {
  const omissions = omissionsOf(text, hit, language);
  const of = (side: Omission['side']): string =>
    omissions.find((omission) => omission.side === side)?.words ?? '';
  const whole = oneLine(of('before') + shownText(text, hit) + of('after'));
  return omissions.map(({ kind, side, words }) => {
    const problem = error(
      3,
      event.position(['quotes', id, 'exact']),
      `${messageOf(kind, side, shown(words))}: ${shown(record.exact)}`,
      [
        `source ${record.source} says: ${shown(whole, 300)}`,
        kind === 'negation' && side === 'after'
          ? 'quote on to the end of the clause'
          : `take it in, as in exact: ${JSON.stringify(whole)}`,
        'if a part of the phrase is meant as such, add within: phrase, and the reason under why:',
      ],
    );
    return kind === 'clause' || kind === 'condition'
      ? { ...problem, severity: 'warning' }
      : problem;
  });
}

function messageOf(kind: Omission['kind'], side: Omission['side'], words: string): string {
  if (kind === 'number') return `quote leaves ${words} out, which belongs to its number`;
  if (kind === 'condition')
    return `quote begins right after ${words}, so that it is not said to be so`;
  if (kind === 'clause') return `quote begins within a clause that may deny it, after ${words}`;
  return side === 'before'
    ? `quote begins right after ${words}, which reverses it`
    : `quote ends right before ${words}, which reverses it`;
}

function unmarkedIn({ event, id, record }: LocatedQuote, text: SourceText, hit: Span): Problem[] {
  if (record.mode !== 'direct' || isQuoted(text, hit)) return [];
  return [
    error(
      7,
      event.position(['quotes', id, 'mode']),
      `mode of ${shown(record.exact)} is direct, but it stands in no quotation marks in its source`,
      [
        'mode: indirect if the source reports what was said, narration if it states it itself; or say under unmarked: why it is direct',
      ],
    ),
  ];
}

function paragraphsIn({ event, id, record }: LocatedQuote, text: SourceText, hit: Span): Problem[] {
  if (text.text.slice(hit.start, hit.end).search(paragraphEnd(text)) < 0) return [];
  return [
    error(
      3,
      event.position(['quotes', id, 'exact']),
      `quote runs over the end of a paragraph: ${shown(record.exact)}`,
      ['quote each paragraph by itself, or say under paragraphs: why they are one quote'],
    ),
  ];
}

/** Furniture is no journalism: it is quoted only as the publisher's own words. */
function furnitureIn(
  { event, id, record, source }: LocatedQuote,
  text: SourceText,
  hit: Span,
): Problem[] {
  const { furniture, publisher } = source?.record?.part ?? {};
  const span = furnitureOf({ ...text, furniture }).find(
    ({ start, end }) => start <= hit.start && hit.end <= end,
  );
  if (!span) return [];
  if (record.speaker === publisher && record.mode === 'narration') return [];
  return [
    error(
      8,
      event.position(['quotes', id, 'exact']),
      `quote is furniture of source ${record.source}: ${shown(record.exact)}`,
      [
        `its record says: ${span.why}`,
        'furniture is quoted as narration of the publisher, or with the reason under furniture:',
      ],
    ),
  ];
}
