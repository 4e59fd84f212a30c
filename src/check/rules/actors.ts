import { error, type Problem, shown } from '../problem.ts';
import { type Draft, idsIn } from '../read/draft.ts';

/**
 * Rule 7, for actors: each name identifies one actor, and the displayed name is a name that sources use, or a reference
 * confirms it.
 */
export function checkActors({ actors, references, events, sources }: Draft): Problem[] {
  if (!actors) return [];
  const referenceIds = idsIn(references);
  const speaking = new Set([
    ...events.flatMap(({ part }) =>
      Object.values(part.quotes ?? {}).flatMap(({ speaker, via }) => [speaker, ...via]),
    ),
    // Narration is attributed to the source's agency.
    ...[...sources.values()].flatMap(({ record }) => record?.part.agency ?? []),
  ]);
  return Object.entries(actors.part).flatMap(([id, actor]): Problem[] => {
    if (!actor) return [];
    const { name, names, native = {}, reference } = actor;
    const problems = names.flatMap((one, i) =>
      significant(one).length > 0
        ? []
        : [
            error(7, actors.position([id, 'names', i]), `${shown(one)} names nobody`, [
              'write a name as a source spells it; articles and the like are in every text',
            ]),
          ],
    );
    if (reference !== undefined && referenceIds !== null && !referenceIds.has(reference))
      problems.push(
        error(6, actors.position([id, 'reference']), `unknown reference "${reference}"`, [
          'references.yaml does not have it; add it there',
        ]),
      );
    const spellings = Object.values(native);
    const isNoted = names.some((one) => spellings.some((other) => isSame(one, other)));
    if (
      problems.length === 0 &&
      speaking.has(id) &&
      reference === undefined &&
      !isNoted &&
      !names.some((one) => isSame(name, one))
    )
      problems.push(
        error(
          7,
          actors.position([id, 'name']),
          `${shown(name)} is shown for an actor whom sources call ${names.map((one) => shown(one)).join(', ')}`,
          [
            'show one of these names, also with more words or another spelling; note a name in another language under native:',
            'or give under reference: the entry of references.yaml that says whose name it is',
          ],
        ),
      );
    return problems;
  });
}

/** Function words: they occur in every text and identify nobody. */
const FUNCTION_WORDS = new Set(
  [
    'a an the of and or to in on at by for from with is was are were be it its he she him her his they them we us you who that this these those said as but not no',
    'der die das den dem des ein eine und von zu im am le la les l un une de du des et el los las il lo gli i di da e o os as em',
    'и в на с о от к по не что это он она они',
    'هذا هذه ذلك في من إلى على و أن',
  ]
    .join(' ')
    .split(' '),
);

const MARKS = /\p{M}+/gu;

/** The significant words of a name, in lower case, without diacritics and articles. */
function significant(name: string): string[] {
  return (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => {
      // Capitals are acronyms, not pronouns: US, WHO. A diary's author may be named I.
      const isAcronym =
        (word.length > 1 || word === 'I') &&
        word === word.toUpperCase() &&
        word !== word.toLowerCase();
      return /\p{L}/u.test(word) && (isAcronym || !FUNCTION_WORDS.has(word.toLowerCase()));
    })
    .map((word) =>
      word
        .normalize('NFKD')
        .replace(MARKS, '')
        .toLowerCase()
        .replace(/^ال(?=.{3})/u, ''),
    );
}

/** Whether two names differ only in spelling, or one has all words of the other: `Putin`, `Vladimir Putin`. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [significant(a), significant(b)];
  if (one.length === 0 || other.length === 0) return false;
  if (one.join('') === other.join('') || isAcronym(one, other) || isAcronym(other, one))
    return true;
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return fewer.every((word) => more.some((candidate) => isInflected(word, candidate)));
}

const isAcronym = ([word = '', ...rest]: string[], words: string[]): boolean =>
  rest.length === 0 && words.length > 1 && words.map((each) => each[0]).join('') === word;

/** Whether two words are the same, or, in Cyrillic, forms of the same name: languages written in it decline names. */
function isInflected(a: string, b: string): boolean {
  if (a === b) return true;
  if (!/^\p{sc=Cyrillic}+$/u.test(a + b)) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 3 && Math.max(a.length, b.length) - same <= 3;
}
