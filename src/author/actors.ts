/** Who a command names: an actor of `actors.yaml`, or one that it adds there. */
import { didYouMean } from '../check/near/suggest.ts';
import type { TextFile } from '../check/read/file.ts';
import type { ActorRecord } from '../model/actor.ts';
import { ID_FORM, idSchema, whyReserved } from '../model/id.ts';
import { type Kind, kindsOf } from '../model/kind.ts';
import { type Ask, answers, type Question } from './ask.ts';
import { asFile, type Opened } from './open.ts';
import type { Flags } from './options.ts';
import { Refusal } from './refusal.ts';
import { withEntries } from './yaml.ts';

/** The choice for an actor who is not listed; no id, so that no actor can have it. */
const ANOTHER = '+';

/** Actors to be added to `actors.yaml`, by id. */
export type NewActors = Readonly<Record<string, ActorRecord>>;

/** The choices of a question for an actor, those of `first` before all others. */
export const actorChoices = (
  { draft }: Opened,
  first: readonly string[] = [],
): { value: string; label: string }[] => {
  const actors = Object.entries(draft.actors?.part ?? {});
  const listed = [
    ...actors.filter(([id]) => first.includes(id)),
    ...actors.filter(([id]) => !first.includes(id)),
  ];
  return [
    ...listed.map(([id, actor]) => ({ value: id, label: `${actor?.name ?? id} (${id})` })),
    { value: ANOTHER, label: 'another, who is not in actors.yaml yet' },
  ];
};

export const notAnId = (given: string): string | undefined =>
  idSchema.safeParse(given).success ? undefined : `an id is ${ID_FORM}`;

/**
 * The actor who was chosen, and the record to add if `actors.yaml` does not have them.
 * @param what the option that named them: `publisher`, `speaker` or `via`
 * @throws {Refusal} if nothing says who an unknown actor is
 */
export async function resolveActor(
  opened: Opened,
  what: 'publisher' | 'speaker' | 'via',
  chosen: string,
  flags: Flags,
  ask: Ask | null,
): Promise<{ id: string; added: NewActors }> {
  const listed = Object.keys(opened.draft.actors?.part ?? {});
  const id =
    chosen === ANOTHER && ask
      ? await ask({
          flag: what,
          asks: `Id of the new ${what === 'via' ? 'actor' : what}, permanent, as ada-moor`,
          refuses: (given) =>
            notAnId(given) ??
            (listed.includes(given)
              ? 'actors.yaml has it already'
              : (whyReserved(given, 'actor') ?? undefined)),
        })
      : chosen;
  if (listed.includes(id)) return { id, added: {} };
  if (!ask && flags[`${what}-name`] === undefined)
    throw new Refusal(`--${what}: actors.yaml has no ${id}${didYouMean(id, listed)}`, [
      `known: ${listed.join(', ')}`,
      what === 'via' ? `add ${id} to actors.yaml` : `--${what}-name "<name>" adds it`,
    ]);
  const {
    name = '',
    names,
    kind = flags[`${what}-kind`],
    role,
  } = await newActor(opened, what, id, flags, ask);
  const spellings = (names ?? '').split(';').map((spelling) => spelling.trim());
  return {
    id,
    added: {
      [id]: {
        name,
        names: spellings.some(Boolean) ? spellings.filter(Boolean) : [name],
        ...(kind && { kind }),
        ...(role && { role }),
      },
    },
  };
}

/** Asks for one of the kinds that the archive declares; nothing if it declares none. */
export const kindQuestion = (flag: string, asks: string, kinds: readonly Kind[]): Question[] =>
  kinds.length === 0
    ? []
    : [
        {
          flag,
          asks,
          choices: [
            { value: '', label: 'none' },
            ...kinds.map(({ id, label }) => ({ value: id, label: `${label} (${id})` })),
          ],
          unasked: '',
        },
      ];

/** What a record of `actors.yaml` needs. */
async function newActor(
  { draft }: Opened,
  what: string,
  id: string,
  flags: Flags,
  ask: Ask | null,
): Promise<{ [key in 'name' | 'names' | 'kind' | 'role']?: string }> {
  const questions: Question[] = [
    { flag: `${what}-name`, asks: `Name of ${id}, as a reader will see it` },
    {
      flag: `${what}-names`,
      asks: 'Its spellings in sources, separated by semicolons; Enter for the name alone',
      unasked: '',
      mayBeEmpty: true,
    },
    ...kindQuestion(`${what}-kind`, `What ${id} is`, [
      ...kindsOf(draft.site?.part.kinds?.actors).values(),
    ]),
    {
      flag: `${what}-role`,
      asks: `Office of ${id}, and when; Enter for none`,
      unasked: '',
      mayBeEmpty: true,
    },
  ];
  const answered = await answers(questions, flags, ask);
  return Object.fromEntries(
    Object.entries(answered).map(([flag, answer]) => [flag.slice(what.length + 1), answer]),
  );
}

/** `actors.yaml` with more actors, which then belongs to the files to be checked; `null` if there are none to add. */
export function withActors({ files }: Opened, added: NewActors): TextFile | null {
  if (!files.actors || Object.keys(added).length === 0) return null;
  files.actors = asFile(files.actors.file, withEntries(files.actors.text, added));
  return files.actors;
}
