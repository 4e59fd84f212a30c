import { namePartedAt } from '../../model/actor.ts';
import { cutsOf, wholeWords } from '../../model/boundaries.ts';
import { paragraphEnd } from '../../model/layout.ts';
import { keeping, once } from '../../model/once.ts';
import { onlyHits } from '../../model/passages.ts';
import { isQuoted } from '../../model/quotation-marks.ts';
import { type SourceText, shownText } from '../../model/quote.ts';
import { type Reason, type ReasonKind, reasonKinds, reasonsOf } from '../../model/reason.ts';
import { furnitureOf } from '../../model/source.ts';
import { fold, oneLine, type Span } from '../../model/text.ts';
import { type LocatedQuote, pathOf } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';
import { type Draft, readText } from '../read/draft.ts';
import { type ActorNames, type Found, isOfPublisher, passageOf } from './found.ts';
import { omissionsIn } from './omissions.ts';

/**
 * Rule 3: each passage consists of whole words, numbers and phrases, lies in one paragraph, and has the mode that its
 * source shows; or the quote gives a reason. Each reason excuses one thing. A reason that nothing needs is an error:
 * it says of the quote what is not so.
 */
export function checkBoundaries(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  const names = draft.actors ? namesIn(draft.actors) : NO_NAMES;
  const language = draft.site?.part.language ?? 'en';
  return quotes.flatMap((quote) => checkQuote(quote, names, language));
}

const NO_NAMES: readonly ActorNames[] = [];
const namesIn = keeping(({ part }: NonNullable<Draft['actors']>): readonly ActorNames[] =>
  Object.values(part).map((actor) =>
    [actor?.name ?? '', ...(actor?.names ?? [])].map((name) => fold(name).trim()),
  ),
);

/** @param fallback the language of a source that says none */
const checkQuote = keeping(
  (quote: LocatedQuote, names: readonly ActorNames[], fallback: string): Problem[] => {
    const { source, hits } = quote;
    const spans = hits && onlyHits(hits);
    const text = source && readText(source);
    const problems = withoutReason(quote);
    if (!spans || !text || !source) return problems;
    const language = source.record?.part.language ?? fallback;
    const located: Found = { ...quote, text, spans, language, names };
    const passages = spans.map((_, at) => at);
    const cuts = passages.map((at) => cutsIn(located, at));
    const found: Record<ReasonKind, Problem[]> = {
      word: cuts.flat(),
      // A passage that cuts a word also leaves out the rest of the word: one error is enough.
      phrase: cuts.flatMap((cut, at) => (cut.length > 0 ? [] : omissionsIn(located, at))),
      unmarked: passages.flatMap((at) => unmarkedIn(located, at)),
      paragraphs: passages.flatMap((at) => paragraphsIn(located, at)),
      furniture: furnitureIn(located),
    };
    const reasons = reasonsOf(quote.record);
    return [
      ...problems,
      ...nothingBetween(located),
      ...reasonKinds.flatMap((kind) => {
        const reason = reasons.find((one) => one.kind === kind);
        if (!reason) return found[kind];
        return found[kind].length > 0 ? [] : [needless(quote, reason)];
      }),
    ];
  },
);

/** The key of each reason, and the message if nothing needs it. */
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

/** `within` needs `why`, and `why` needs `within`. */
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

/** Passages with no words between them are an error: the ellipsis would be false. YAML may have split one at a comma. */
function nothingBetween({ text, spans, ...quote }: Found): Problem[] {
  return spans.slice(1).flatMap((span, i): Problem[] => {
    const { start, end } = spans[i] ?? span;
    const between = shownText(text, { start: end, end: span.start });
    if (/[\p{L}\p{N}]/u.test(between)) return [];
    const whole = oneLine(shownText(text, { start, end: span.end }));
    return [
      error(
        3,
        quote.event.position(pathOf(quote, i + 1)),
        `no word is left out between passages ${i + 1} and ${i + 2} of the quote: ${shown(whole)}`,
        [
          `write both as one passage: ${JSON.stringify(whole)}`,
          'in a list between brackets, a passage with a comma stands in quotation marks',
        ],
      ),
    ];
  });
}

function cutsIn(quote: Found, at: number): Problem[] {
  const { record, text, language } = quote;
  const { hit, position, words } = passageOf(quote, at);
  const cuts = cutsOf(text, hit, language).map(({ side, kind, whole: cut }) =>
    error(
      3,
      position(),
      `quote ${side} inside the ${kind} ${shown(cut)} of source ${record.source}: ${words}`,
      [
        `take in the whole ${kind}, as in exact: ${JSON.stringify(oneLine(shownText(text, wholeWords(text, hit, language))))}`,
        IF_MEANT,
      ],
    ),
  );
  // Of two namesakes the first part of a name may mean the other.
  const [left, rest] = namePartedAt(text, hit.end, quote.names.flat());
  if (cuts.length > 0 || rest === '') return cuts;
  return [
    error(
      3,
      position(),
      `quote ends inside the name ${shown(left + rest)} of source ${record.source}: ${words}`,
      [
        `take in the whole name, as in exact: ${JSON.stringify(oneLine(shownText(text, hit)) + rest)}`,
        IF_MEANT,
      ],
    ),
  ];
}

const IF_MEANT = 'if a part of it is meant as such, add within: word, and the reason under why:';

function unmarkedIn(quote: Found, at: number): Problem[] {
  const { event, id, record, text } = quote;
  const { hit, words } = passageOf(quote, at);
  if (record.mode !== 'direct' || isQuoted(text, hit)) return [];
  return [
    error(
      7,
      event.position(['quotes', id, 'mode']),
      `mode of ${words} is direct, but it stands in no quotation marks in its source`,
      [
        'mode: indirect if the source reports what was said, narration if it states it itself; or say under unmarked: why it is direct',
      ],
    ),
  ];
}

function paragraphsIn(quote: Found, at: number): Problem[] {
  const { text } = quote;
  const { hit, position, words } = passageOf(quote, at);
  if (text.text.slice(hit.start, hit.end).search(paragraphEnd(text)) < 0) return [];
  return [
    error(3, position(), `quote runs over the end of a paragraph: ${words}`, [
      'quote each paragraph by itself, or say under paragraphs: why they are one quote',
    ]),
  ];
}

/** Furniture is not journalism: it may be quoted only as the publisher's own narration, and not together with text. */
function furnitureIn(quote: Found): Problem[] {
  const { record, source, text, spans } = quote;
  const { furniture } = source?.record?.part ?? {};
  const known = source
    ? once(source, 'furniture found', () => furnitureOf({ ...text, furniture }))
    : [];
  // Furniture that is there twice is reported as such.
  const isOnce = (span: Span): boolean =>
    known.filter((one) => wordsAt(text, one) === wordsAt(text, span)).length === 1;
  const holding = spans.map((hit) =>
    known.find(({ start, end }) => start <= hit.start && hit.end <= end),
  );
  if (isOfPublisher(quote) && holding.every(Boolean)) return [];
  return spans.flatMap((hit, at) => {
    const { position, words } = passageOf(quote, at);
    const span = holding[at] ?? known.find((one) => overlaps(one, hit) && isOnce(one));
    if (!span) return [];
    if (!holding[at])
      return [
        error(8, position(), `quote runs over furniture of source ${record.source}: ${words}`, [
          `its record says: ${span.why}`,
          'quote what stands beside it by itself, or say under furniture: why they are one quote',
        ]),
      ];
    return [
      error(8, position(), `quote is furniture of source ${record.source}: ${words}`, [
        `its record says: ${span.why}`,
        `furniture is quoted ${spans.length > 1 ? 'without other passages, ' : ''}as narration of the publisher, or with the reason under furniture:`,
      ]),
    ];
  });
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const wordsAt = (text: SourceText, span: Span): string => oneLine(shownText(text, span));
