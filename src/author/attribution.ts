/** Who said the words of a quote, how, and through whom they came: answered, or left open for `check` to refuse. */
import { holdsName } from '../model/actor.ts';
import { foldedSource, GAP, type QuoteDraft, quoteModes } from '../model/quote.ts';
import type { Span } from '../model/text.ts';
import { actorChoices, type NewActors, notAnId, resolveActor } from './actors.ts';
import { type Ask, answers } from './ask.ts';
import type { Match } from './find.ts';
import type { Opened } from './open.ts';
import type { Flags } from './options.ts';

export interface Attribution {
  quote: Pick<QuoteDraft, 'speaker' | 'mode' | 'via' | 'inferred'>;
  added: NewActors;
}

const OPEN = { value: GAP, label: 'not known yet: check refuses the quote until it is' };

/**
 * Asks for what the options do not say. Nothing is assumed: what nobody answers is a gap.
 * @throws {Refusal} if the source does not name the speaker and nobody says why they are taken to be so
 */
export async function attribute(
  opened: Opened,
  match: Match,
  flags: Flags,
  ask: Ask | null,
): Promise<Attribution> {
  const source = opened.draft.sources.get(match.source)?.text?.text ?? '';
  const { text } = foldedSource(source);
  const actors = opened.draft.actors?.part ?? {};
  const isNamed = (names: readonly string[]): boolean =>
    names.some((name) => holdsName(text, name));
  const named = Object.keys(actors).filter((id) => isNamed(actors[id]?.names ?? []));

  const { speaker: chosen = GAP } = await answers(
    [
      {
        flag: 'speaker',
        asks: `Who says "${match.exact}"?`,
        choices: [OPEN, ...actorChoices(opened, named)],
        refuses: (given) => (given === GAP ? undefined : notAnId(given)),
        initial: GAP,
        unasked: GAP,
      },
    ],
    flags,
    ask,
  );
  const speaker =
    chosen === GAP
      ? { id: GAP, added: {} }
      : await resolveActor(opened, 'speaker', chosen, flags, ask);
  const { mode = GAP, via = '' } = await answers(
    [
      {
        flag: 'mode',
        asks: 'How does the source give these words?',
        choices: [
          { value: 'direct', label: 'direct: in quotation marks' },
          { value: 'indirect', label: 'indirect: in the source’s own words, as what was said' },
          { value: 'narration', label: 'narration: as the source’s own statement' },
          OPEN,
        ],
        refuses: (given) =>
          given === GAP || quoteModes.some((mode) => mode === given)
            ? undefined
            : `${given} is not ${quoteModes.join(', ')} or ${GAP}`,
        initial: isQuoted(source, match) ? 'direct' : GAP,
        unasked: GAP,
      },
      {
        flag: 'via',
        asks: 'Who passed the words on, in order? Ids, separated by commas; Enter for nobody',
        refuses: (given) => listOf(given).map(notAnId).find(Boolean),
        mayBeEmpty: true,
        unasked: '',
      },
    ],
    // Who passed the words on is not asked while it is open who said them.
    speaker.id === GAP ? { via: '', ...flags } : flags,
    ask,
  );
  let added: NewActors = speaker.added;
  const links: string[] = [];
  for (const id of listOf(via)) {
    const link = id in added ? { id, added: {} } : await resolveActor(opened, 'via', id, {}, ask);
    links.push(link.id);
    added = { ...added, ...link.added };
  }

  const unnamed = [speaker.id, ...links].filter(
    (id) => id !== GAP && !isNamed((added[id] ?? actors[id])?.names ?? []),
  );
  const { inferred } =
    unnamed.length === 0
      ? flags
      : await answers(
          [
            {
              flag: 'inferred',
              asks: `The source does not name ${unnamed.join(', ')}. Why are the words taken to be theirs?`,
            },
          ],
          flags,
          ask,
        );
  return {
    quote: {
      speaker: speaker.id,
      mode: mode as QuoteDraft['mode'],
      via: links,
      ...(inferred !== undefined && { inferred }),
    },
    added,
  };
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** Opening quotation marks, each with the marks that may close it, in the usages of different languages. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '‘': '’',
  '「': '」',
  '『': '』',
};

/** Whether words of a text stand within quotation marks that were opened in their paragraph. */
export function isQuoted(text: string, { start }: Pick<Span, 'start'>): boolean {
  const paragraph = Math.max(text.lastIndexOf('\n\n', start), text.lastIndexOf('\r\n\r\n', start));
  let open = '';
  // Up to and including the quote's first character, which may be the mark itself.
  for (let at = Math.max(paragraph, 0); at <= start; at++) {
    const mark = text[at] ?? '';
    const apostrophe = mark === '’' && /\p{L}/u.test(text[at + 1] ?? '');
    if (open === '') open = Object.hasOwn(CLOSING, mark) ? mark : '';
    else if (at < start && !apostrophe && CLOSING[open]?.includes(mark)) open = '';
  }
  return open !== '';
}
