/** Who said the words of a quote, how, and through whom they came: answered, or left open for `check` to refuse. */
import { readText } from '../check/read/draft.ts';
import { type ActorRecord, holdsName } from '../model/actor.ts';
import { isQuoted } from '../model/quotation-marks.ts';
import { foldedSource, GAP, type QuoteDraft, quoteModes, type SourceText } from '../model/quote.ts';
import { actorChoices, type NewActors, notAnId, resolveActor } from './actors.ts';
import { type Ask, answers, type Question } from './ask.ts';
import type { Match } from './find.ts';
import type { Opened } from './open.ts';
import type { Flags } from './options.ts';

export interface Attribution {
  quote: Pick<QuoteDraft, 'speaker' | 'mode' | 'via' | 'inferred' | 'unmarked'>;
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
  const draft = opened.draft.sources.get(match.source);
  const source = (draft && readText(draft)) ?? { text: '' };
  const actors = opened.draft.actors?.part ?? {};
  const isNamed = namedIn(source);
  const quoted = match.passages.every((passage) => isQuoted(source, passage));
  const named = Object.keys(actors).filter((id) => isNamed(actors[id]));

  const { speaker: chosen = GAP } = await answers(
    [speakerQuestion(match, [OPEN, ...actorChoices(opened, named)])],
    flags,
    ask,
  );
  const speaker =
    chosen === GAP
      ? { id: GAP, added: {} }
      : await resolveActor(opened, 'speaker', chosen, flags, ask);
  const { mode = GAP, via = '' } = await answers(
    [modeQuestion(quoted), VIA],
    // Who passed the words on is not asked while it is open who said them.
    speaker.id === GAP ? { via: '', ...flags } : flags,
    ask,
  );
  const links: string[] = [];
  let added: NewActors = speaker.added;
  for (const id of listOf(via)) {
    links.push(id);
    if (!Object.hasOwn(added, id))
      added = { ...added, ...(await resolveActor(opened, 'via', id, {}, ask)).added };
  }

  const unnamed = [speaker.id, ...links].filter(
    (id) => id !== GAP && !isNamed(added[id] ?? actors[id]),
  );
  const { inferred } =
    unnamed.length === 0 ? flags : await answers([inferredQuestion(unnamed)], flags, ask);
  const { unmarked } = mode === 'direct' && !quoted ? await answers([UNMARKED], flags, ask) : flags;
  return {
    quote: {
      speaker: speaker.id,
      mode: mode as QuoteDraft['mode'],
      via: links,
      ...(inferred !== undefined && { inferred }),
      ...(unmarked !== undefined && { unmarked }),
    },
    added,
  };
}

/** Tells whether a source names an actor, as rule 7 of check asks. */
function namedIn(source: SourceText): (actor: Pick<ActorRecord, 'names'> | undefined) => boolean {
  const { text } = foldedSource(source);
  return (actor) => actor?.names.some((name) => holdsName(text, name)) ?? false;
}

const speakerQuestion = (
  { exact }: Match,
  choices: NonNullable<Question['choices']>,
): Question => ({
  flag: 'speaker',
  asks: `Who says "${exact}"?`,
  choices,
  refuses: (answer) => (answer === GAP ? undefined : notAnId(answer)),
  initial: GAP,
  unasked: GAP,
});

/** Words in quotation marks make direct the proposal; without a person to confirm it, the mode stays open. */
const modeQuestion = (quoted: boolean): Question => ({
  flag: 'mode',
  asks: 'How does the source give these words?',
  choices: [
    { value: 'direct', label: 'direct: in quotation marks' },
    { value: 'indirect', label: 'indirect: in the source’s own words, as what was said' },
    { value: 'narration', label: 'narration: as the source’s own statement' },
    OPEN,
  ],
  refuses: (answer) =>
    answer === GAP || quoteModes.some((mode) => mode === answer)
      ? undefined
      : `${answer} is not ${quoteModes.join(', ')} or ${GAP}`,
  initial: quoted ? 'direct' : GAP,
  unasked: GAP,
});

const VIA: Question = {
  flag: 'via',
  asks: 'Who passed the words on, in order? Ids, separated by commas; Enter for nobody',
  refuses: (answer) => listOf(answer).map(notAnId).find(Boolean),
  mayBeEmpty: true,
  unasked: '',
};

const UNMARKED: Question = {
  flag: 'unmarked',
  asks: 'These words stand in no quotation marks in the source. Why are they direct?',
};

const inferredQuestion = (unnamed: readonly string[]): Question => ({
  flag: 'inferred',
  asks: `The source does not name ${unnamed.join(', ')}. Why are the words taken to be theirs?`,
});

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
