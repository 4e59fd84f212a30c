import { type ActorRecord, holdsName } from '../../model/actor.ts';
import { scriptOf } from '../../model/language.ts';
import { foldedSource } from '../../model/quote.ts';
import { error, type Problem, shown } from '../problem.ts';
import { type Draft, idsIn, readText, type SourceDraft } from '../read/draft.ts';

/**
 * Rule 7, for actors: each name identifies one actor, and the displayed name is a name that sources use, or a reference
 * confirms it.
 */
export function checkActors(draft: Draft): Problem[] {
  const { actors, references } = draft;
  if (!actors) return [];
  const referenceIds = idsIn(references);
  const speaking = sourcesOfSpeakers(draft);
  return Object.entries(actors.part).flatMap(([id, actor]): Problem[] => {
    if (!actor) return [];
    const { name, names, reference } = actor;
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
    const own = speaking.get(id);
    if (problems.length === 0 && own && reference === undefined && !isSupported(actor, own))
      problems.push(
        error(
          7,
          actors.position([id, 'name']),
          `${shown(name)} is shown for an actor whom sources call ${namesIn(own, names)
            .map((one) => shown(one))
            .join(', ')}`,
          [
            'show one of these names, also with more words or another spelling; note a name in another language under native:',
            'or give under reference: the entry of references.yaml that says whose name it is',
          ],
        ),
      );
    return problems;
  });
}

/** By actor: the sources whose quotes they say or pass on, other than their own. */
function sourcesOfSpeakers({ events, sources }: Draft): Map<string, Set<SourceDraft>> {
  const found = new Map<string, Set<SourceDraft>>();
  const add = (actor: string, source: SourceDraft | undefined): void => {
    const own = found.get(actor) ?? new Set();
    found.set(actor, source ? own.add(source) : own);
  };
  for (const { part } of events)
    for (const { speaker, via, source: id } of Object.values(part.quotes ?? {})) {
      const source = sources.get(id);
      // Its record names a publisher and an agency, so that its text need not.
      const { publisher, agency } = source?.record?.part ?? {};
      for (const actor of [speaker, ...via])
        add(actor, actor === publisher || actor === agency ? undefined : source);
    }
  // Narration is attributed to the source's agency.
  for (const { record } of sources.values())
    if (record?.part.agency !== undefined) add(record.part.agency, undefined);
  return found;
}

/** Of an actor's names those that the sources have; all of them if they have none, as where the actor is inferred. */
function namesIn(sources: ReadonlySet<SourceDraft>, names: readonly string[]): readonly string[] {
  // A diary calls its author I, which is in other texts too.
  const found = names.filter(
    (name) =>
      name !== 'I' &&
      [...sources].some((source) => holdsName(foldedSource(readText(source) ?? '').text, name)),
  );
  return found.length > 0 ? found : names;
}

/** Whether the shown name is one by which a source knows the actor, or its author, but for spelling. */
function isSupported(
  { name, names, native = {} }: Pick<ActorRecord, 'name' | 'names' | 'native'>,
  sources: ReadonlySet<SourceDraft>,
): boolean {
  const noted = Object.entries(native)
    .filter(([language, other]) => isWritten(other, language))
    .map(([, other]) => other);
  const isListed = names.some((one) => isSame(name, one));
  const authors = [...sources].flatMap(({ record }) => record?.part.author ?? []);
  return (
    namesIn(sources, names).some(
      (found) =>
        isSame(name, found) ||
        (isListed && sharesWord(name, found)) ||
        noted.some((other) => isSame(other, found)),
    ) || authors.some((author) => [name, ...noted].some((one) => isSame(one, author)))
  );
}

/** Whether a name is written in the script of a language: a transliteration is noted beside what it transliterates. */
function isWritten(name: string, language: string): boolean {
  const script = scriptOf(language);
  if (script === null) return true;
  const scripts = COMPOSED[script] ?? [script];
  return scripts.some((one) => new RegExp(`\\p{Script=${one}}`, 'u').test(name));
}

/** Scripts of ISO 15924 that are several of Unicode's. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  Kore: ['Hang', 'Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

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

/** Words that, beside a name, make it another's: `wife of Kim`, `ex-Kim`. */
const OTHERS = new Set(
  [
    'anti ex former late non not no alleged pseudo fake wife husband widow son daughter brother sister father mother uncle aunt nephew cousin',
    'aide adviser advisor assistant deputy vice spokesman spokeswoman spokesperson lawyer attorney secretary office ministry embassy government',
    'opposition opponent critic rival friend friends enemy enemies fan fans party group followers supporters',
    'frau sohn tochter bruder schwester vater mutter sprecher sprecherin femme épouse fils fille frère porte-parole жена сын дочь брат отец бывший пресс-секретарь',
  ]
    .join(' ')
    .split(' '),
);

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{M}-]+/gu) ?? [];

/** Whether two names differ only in spelling, or one has all words of the other: `Putin`, `Vladimir Putin`. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [significant(a), significant(b)];
  if (one.length === 0 || other.length === 0 || isOthers(a, b)) return false;
  if (one.join('') === other.join('') || isAcronym(a, one, other) || isAcronym(b, other, one))
    return true;
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return (
    !isOthers(a, b) && fewer.every((word) => more.some((candidate) => isInflected(word, candidate)))
  );
}

/** Whether a word that only one of two names has makes it the name of somebody else. */
const isOthers = (a: string, b: string): boolean =>
  [...new Set(wordsOf(a)).symmetricDifference(new Set(wordsOf(b)))].some((word) =>
    [word, ...word.split('-')].some((part) => OTHERS.has(part)),
  );

/** Whether two names have a name in common, as `Ines Orr` and `Keeper Orr`. */
const sharesWord = (a: string, b: string): boolean =>
  !isOthers(a, b) &&
  significant(a).some((word) => significant(b).some((other) => isInflected(word, other)));

/** An acronym is written in capitals: `Kim` is none of the Korea International Museum. */
const isAcronym = (
  written: string,
  [word = '', ...rest]: readonly string[],
  words: readonly string[],
): boolean =>
  rest.length === 0 &&
  words.length > 1 &&
  written === written.toUpperCase() &&
  words.map((each) => each[0]).join('') === word;

/** Whether two words are the same, or, in Cyrillic, forms of the same name: languages written in it decline names. */
function isInflected(a: string, b: string): boolean {
  if (a === b) return true;
  if (!/^\p{sc=Cyrillic}+$/u.test(a + b)) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 3 && Math.max(a.length, b.length) - same <= 3;
}
