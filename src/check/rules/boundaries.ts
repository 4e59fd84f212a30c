import { cutsOf, wholeWords } from '../../model/boundaries.ts';
import { isQuoted } from '../../model/quotation-marks.ts';
import { furnitureOf } from '../../model/source.ts';
import { oneLine, type Span } from '../../model/text.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';
import { type Draft, readText } from '../read/draft.ts';

/** Rule 3: a quote is whole words and numbers, or says why it is not. */
export function checkBoundaries(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  return quotes.flatMap((quote): Problem[] => {
    const { event, id, record, source, hits } = quote;
    const [hit, another] = hits ?? [];
    const withoutReason =
      record.within !== undefined && record.why === undefined
        ? [
            error(3, event.position(['quotes', id, 'within']), 'within: word has no reason', [
              'say under why: for what a part of the word is quoted',
            ]),
          ]
        : [];
    if (!hit || another || !source?.text || record.within !== undefined) return withoutReason;
    const { text } = source.text;
    const language = source.record?.part.language ?? draft.site?.part.language ?? 'en';
    const problems = [...unmarkedOf(quote, text, hit), ...furnitureIn(quote, hit)];
    const cuts = cutsOf(text, hit, language);
    const whole = wholeWords(text, hit, language);
    return [
      ...problems,
      ...cuts.map(({ side, kind, whole: cut }) =>
        error(
          3,
          event.position(['quotes', id, 'exact']),
          `quote ${side} inside the ${kind} ${shown(cut)} of source ${source.id}: ${shown(record.exact)}`,
          [
            `take in the whole ${kind}, as in exact: ${JSON.stringify(oneLine(text.slice(whole.start, whole.end)))}`,
            `if a part of it is meant as such, add within: word, and the reason under why:`,
          ],
        ),
      ),
    ];
  });
}

/** What a reader takes for one passage in quotation marks, and is not. */
function unmarkedOf({ event, id, record }: LocatedQuote, text: string, hit: Span): Problem[] {
  if (record.why !== undefined) return [];
  const position = event.position(['quotes', id, 'exact']);
  const passage = text.slice(hit.start, hit.end);
  return [
    ...(/\r?\n[ \t]*\r?\n/.test(passage)
      ? [
          error(3, position, `quote runs over the end of a paragraph: ${shown(record.exact)}`, [
            'quote each paragraph by itself, or say under why: for what they are one quote',
          ]),
        ]
      : []),
    ...(record.mode === 'direct' && !isQuoted(text, hit)
      ? [
          error(
            7,
            event.position(['quotes', id, 'mode']),
            `mode of ${shown(record.exact)} is direct, but it stands in no quotation marks in its source`,
            [
              'mode: indirect if the source reports what was said, narration if it states it itself; or say under why: for what it is direct',
            ],
          ),
        ]
      : []),
  ];
}

/** Furniture is no journalism: it is quoted only as the publisher's own words. */
function furnitureIn({ event, id, record, source }: LocatedQuote, hit: Span): Problem[] {
  const { furniture, publisher } = source?.record?.part ?? {};
  const text = (source && readText(source)) ?? { text: '' };
  const span = furnitureOf({ ...text, furniture }).find(
    ({ start, end }) => start <= hit.start && hit.end <= end,
  );
  if (!span || record.why !== undefined) return [];
  if (record.speaker === publisher && record.mode === 'narration') return [];
  return [
    error(
      8,
      event.position(['quotes', id, 'exact']),
      `quote is furniture of source ${record.source}: ${shown(record.exact)}`,
      [
        `its record says: ${span.why}`,
        'furniture is quoted as narration of the publisher, or with the reason under why:',
      ],
    ),
  ];
}
