/** Proposes to the author parts of a page that seem to be boilerplate; they are recorded only if the author agrees. */
import { formatPosition, plural, shown } from '../check/problem.ts';
import type { TextFile } from '../check/read/file.ts';
import type { Furniture } from '../intake/furniture.ts';
import { findExact } from '../model/quote.ts';
import type { SourceRecord } from '../model/source.ts';
import { type Ask, answers } from './ask.ts';

const MOST_LISTED = 10;

/** @returns what is to be recorded, and what is printed of the rest */
export async function chosenFurniture(
  given: readonly Furniture[],
  text: TextFile,
  lines: SourceRecord['lines'],
  isWanted: boolean,
  ask: Ask | null,
): Promise<{ furniture: Furniture[]; printed: string[] }> {
  // Only words that check finds exactly once are proposed.
  const proposals = given.flatMap((one) => {
    const [span, second] = findExact({ text: text.text, lines }, { exact: one.exact });
    return span && !second ? [{ ...one, at: text.at(span.start) }] : [];
  });
  if (proposals.length === 0) return { furniture: [], printed: [] };
  const furniture = proposals.map(({ exact, why }) => ({ exact, why }));
  const count = plural(proposals.length, 'passage');
  if (isWanted) return { furniture, printed: [`${count} recorded as furniture`] };
  const listed = proposals
    .slice(0, MOST_LISTED)
    .map(({ exact, why, at }) => `  ${formatPosition(at)}  ${why}: ${shown(exact, 60)}`);
  const more = proposals.length - listed.length;
  const printed = [
    `${count} may be furniture, which is no part of the document:`,
    ...listed,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
  if (ask) {
    const { furniture: answer } = await answers(
      [
        {
          flag: 'furniture',
          asks: [...printed, 'Record all of them under furniture?'].join('\n'),
          choices: [{ value: 'no' }, { value: 'yes' }],
          initial: 'no',
        },
      ],
      {},
      ask,
    );
    return { furniture: answer === 'yes' ? furniture : [], printed: [] };
  }
  return {
    furniture: [],
    printed: [
      ...printed,
      '  take it in again with --furniture to record all of them, or list some under furniture: in the record',
    ],
  };
}
