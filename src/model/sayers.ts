/** Who a text says that words are of: the names right beside a verb of saying, in front of the words or behind them. */
import { primaryLanguage } from './language.ts';
import { paragraphEnd } from './layout.ts';
import { oneOf } from './numerals.ts';
import { quotationOf } from './quotation-marks.ts';
import { type SourceText, shownText } from './quote.ts';
import { fold, type Span } from './text.ts';

/** What names the sayer, and the rest of its clause on that side, where the names of several sayers stand. */
export interface Sayers {
  side: 'before' | 'after';
  /** It is somebody of theirs, or they were asked: `said a spokesman for Putin`. */
  isOther: boolean;
  /** Directly in front of the verb or behind it: `Vladimir Putin`. */
  name: string;
  clause: string;
}

/** By the primary language of the source: verbs of saying, and those among them that are followed by who was spoken to. */
const VERBS: Readonly<Record<string, { said: string; told?: string }>> = {
  en: {
    said: 'said says say added adds stated states declared declares claimed claims announced announces wrote writes replied replies insisted insists argued argues noted notes explained explains recalled recalls remarked continued concluded',
    told: 'told tells asked asks warned warns answered answers reminded informed assured',
  },
  de: {
    said: 'sagte[n]? sagt erklärte[n]? erklärt meinte[n]? betonte[n]? behauptete[n]? schrieb schreibt antwortete[n]? fragte[n]? warnte[n]?',
  },
  fr: {
    said: '(?:a_|ont_)?dit (?:a_|ont_)?(?:déclaré|affirmé|expliqué|ajouté|écrit|répondu|assuré) déclare affirme explique ajoute répond',
  },
  es: { said: 'dijo dice declaró afirmó explicó añadió escribió respondió aseguró advirtió' },
  it: {
    said: '(?:ha_|hanno_)?(?:detto|dichiarato|affermato|spiegato|aggiunto|scritto|risposto) dice',
  },
  ru: {
    said: '(?:сказал|заявил|сообщил|отметил|добавил|подчеркнул|пояснил|написал|ответил|объяснил)(?:а|и)? говорит заявляет',
  },
};

/** How much of a text is looked at on either side, in UTF-16 units. */
const WINDOW = 160;
const NAME_WORD =
  "(?:(?:\\p{Lu}|Mr|Mrs|Ms|Dr|St|Lt|Col|Gen|Sen|Gov|Rep|Prof|Sgt|Capt)\\.|\\p{Lu}[\\p{L}\\p{M}’'-]*)";
const NAME = `(?<!${NAME_WORD}\\s)(?<name>(?:${NAME_WORD}\\s)*${NAME_WORD})`;
const ADVERB = '(?:\\s(?:also|then|later|has|had|himself|herself|\\p{Ll}+ly))?';
/** Before who says it. */
const SOURCE = '(?:according\\sto|laut|selon|d’après|según|secondo|по\\sсловам)';
/** What begins what was said in other words. */
const THAT = '(?:that|dass|que|che|что)';
const STOP = '[^.;:!?…"“”„«»]';

/** English: who speaks for another or belongs to one. */
const ROLE =
  '(?:spokes(?:man|woman|person|people)|aides?|advis[eo]rs?|lawyers?|envoys?|deput(?:y|ies)|secretary|assistants?|wife|husband|widow|son|daughter|brother|sister|father|mother|friends?|allies|ally|office)';
const OWNER_LED = new RegExp(`${ROLE}\\s(?:for|of|to)\\s(?:the\\s)?$`, 'u');
const AFTER_OTHERS = new RegExp(
  [
    `^[,–—\\s]*(?:\\p{L}+\\s){1,3}?${ROLE}\\s(?:for|of|to)\\s(?:the\\s)?(?<led>NAME)`,
    `^[,–—\\s]*(?:\\p{L}+\\s){0,2}?(?<owner>NAME)[’']s?\\s(?:\\p{L}+\\s){0,2}?${ROLE}(?!\\s\\p{Lu}|\\p{L})`,
    '^[,–—\\s]*(?<asked>NAME)\\s(?:was|were|is)\\s(?:asked|told)(?!\\p{L})',
  ]
    .join('|')
    .replaceAll('NAME', `(?:${NAME_WORD}\\s)*${NAME_WORD}`),
  'u',
);
const BEFORE_OTHERS = new RegExp(
  `(?<owner>${NAME_WORD})[’']s?\\s(?:\\p{L}+\\s){0,2}?${ROLE}\\s\\p{Ll}+(?:${STOP}{0,80}:|,|\\sthat)?\\s*$`,
  'u',
);

const patterns = new Map<
  string,
  { verb: RegExp; behind: RegExp; before: RegExp; after: RegExp; verbFirst: RegExp } | null
>();

function patternsOf(tag: string) {
  const language = primaryLanguage(tag);
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const verbs = Object.hasOwn(VERBS, language) ? VERBS[language] : undefined;
  const all = verbs && oneOf(`${verbs.said} ${verbs.told ?? ''}`.trim());
  const made =
    verbs === undefined
      ? null
      : {
          // The others are slow, and most texts have no verb of saying there.
          verb: new RegExp(`(?<![\\p{L}\\p{M}])${all}(?![\\p{L}\\p{M}])`, 'u'),
          // ", officials say", " according to Putin".
          behind: new RegExp(
            `^,\\s(?:[\\p{L}\\p{M}’'-]+\\s){0,5}?${all}(?![\\p{L}\\p{M}])|^,?\\s${SOURCE}\\s(?:[\\p{L}\\p{M}’'-]+\\s?){1,4}`,
            'u',
          ),
          // "Putin said: “", "Putin told Kim, “", "Putin said that ".
          before: new RegExp(
            `(?<clause>${STOP}*${NAME}${ADVERB}\\s${all}(?![\\p{L}\\p{M}]))(?:${STOP}{0,80}:|(?:\\s${NAME_WORD}){0,3},?|(?:\\s${NAME_WORD}){0,3},?\\s${THAT})\\s*$`,
            'u',
          ),
          // ",” Putin said", ",” Putin told Kim".
          after: new RegExp(
            `^[,–—\\s]*(?<clause>(?:the\\s)?${NAME}${ADVERB}\\s${all}(?![\\p{L}\\p{M}]))`,
            'u',
          ),
          // ",” said Putin", ",” said Putin spokesman Peskov".
          verbFirst: new RegExp(
            `^[,–—\\s]*(?<clause>${oneOf(verbs.said)}\\s(?:the\\s)?${NAME}(?:(?!,)${STOP})*)`,
            'u',
          ),
        };
  patterns.set(language, made);
  return made;
}

/**
 * Who is said to have said the words of a span, on each side of it or of the quotation that it lies in.
 * @param language a BCP 47 tag; the verbs are those of this language
 */
export function sayersBeside(source: SourceText, span: Span, language: string): Sayers[] {
  const own = patternsOf(language);
  if (!own) return [];
  const quotation = quotationOf(source, span);
  const { start, end } = quotation ? { start: quotation.start - 1, end: quotation.end + 1 } : span;
  const { text } = source;
  const parting = paragraphEnd(source);
  const from = Math.max(0, start - WINDOW);
  const last = [...text.slice(from, start).matchAll(parting)].at(-1);
  const [next] = text.slice(end, end + WINDOW).matchAll(parting);
  const before = fold(
    shownText(source, { start: last ? from + last.index + last[0].length : from, end: start }),
  );
  const after = fold(
    shownText(source, {
      start: end,
      end: next ? end + next.index : Math.min(text.length, end + WINDOW),
    }),
  );
  // Behind a full stop in the quotation another sentence begins.
  const ends = quotation ? text.slice(quotation.start, quotation.end).trimEnd().at(-1) : undefined;
  const found = {
    before: own.verb.test(before) ? own.before.exec(before) : null,
    after:
      ends === '.' || !own.verb.test(after) || !(quotation || after.startsWith(','))
        ? null
        : (own.after.exec(after) ?? own.verbFirst.exec(after)),
  };
  const isEnglish = primaryLanguage(language) === 'en' && own.verb.test(`${before} ${after}`);
  const others = (side: Sayers['side'], match: RegExpExecArray | null): Sayers[] => {
    const name = Object.values(match?.groups ?? {}).find((group) => group !== undefined);
    return match && name !== undefined
      ? [{ side, isOther: true, name, clause: match[0].replace(/^[,–—\s]+|\s+$/gu, '') }]
      : [];
  };
  return [
    ...others('after', isEnglish && quotation && ends !== '.' ? AFTER_OTHERS.exec(after) : null),
    ...others('before', isEnglish ? BEFORE_OTHERS.exec(before) : null),
    ...(['before', 'after'] as const).flatMap((side): Sayers[] => {
      const { name, clause } = found[side]?.groups ?? {};
      // Of "Putin’s spokesman" Putin says nothing.
      if (name === undefined || clause === undefined || /[’']s?(?:\s|$)/u.test(name)) return [];
      const led = clause.slice(0, clause.lastIndexOf(name));
      return [{ side, isOther: OWNER_LED.test(led), name, clause: clause.trim() }];
    }),
  ];
}

/** Words right behind a span by which somebody says it: `, officials say`; `null` if there are none. */
export function reportBehind(source: SourceText, { end }: Span, language: string): string | null {
  const { text } = source;
  const to = Math.min(text.length, end + WINDOW);
  const after = fold(shownText(source, { start: end, end: to }));
  return patternsOf(language)?.behind.exec(after)?.[0].trimEnd() ?? null;
}
