/** Whether a number in a text is a year, or counts or names something: "1850 men", "Resolution 1874"; and how it is given. */
import { COMPARATORS, LETTER_UNITS, oneOf, SCALES, UNITS } from './numerals.ts';

const BEGINS_WORD = '(?<![\\p{L}\\p{M}\\p{N}])';
const ENDS_WORD = '(?![\\p{L}\\p{M}\\p{N}])';

/** They stand before years, and hardly before a count. */
const YEAR_BEFORE = new RegExp(
  `${BEGINS_WORD}(?:${[
    'in since until till during year years anno annum spring summer autumn fall winter early late mid',
    'im seit bis Jahr Jahre Jahren Frühjahr Sommer Herbst Winter',
    'en depuis année an dès desde año años ano nel dal in',
    'в с к до году год года года роки року року',
    'sedan sinds år jaar roku rok',
    'سنة عام في منذ حتى',
  ]
    .join(' ')
    .split(' ')
    .join('|')})[\\s,-]+$`,
  'iu',
);
/** They stand before both. */
const MAY_BE_BEFORE = new RegExp(
  `${BEGINS_WORD}(?:by|from|of|about|around|circa|ca|c|after|before|between|and|to|through|or|A\\.?D|C\\.?E|von|nach|vor|und|de|del|di|da|à|au|al|el|a|e|y|et|от|по|из|и|около|z|w|från|vid|من|إلى|و)\\.?[\\s,(-]+$`,
  'iu',
);
/** "3 May ", "May 3, ", "3.5.". */
const DAY_BEFORE =
  /(?:\d{1,2}(?:st|nd|rd|th|\.|er)?\s\p{L}{3,}\.?,?\s|\p{L}{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s|\d\s?[./-]\s?)$/u;

/** A number that is the name of something. */
const NAME_BEFORE = new RegExp(
  `(?:${BEGINS_WORD}(?:flight|resolution|numbers?|nos?|nr|route|pages?|pp?|room|section|article|paragraph|unit|model|bus|train|channel|highway|chapter|verse|lot|hill|Flug|Nummer|Seite|Artikel|résolution|numéro|vol|article|page|резолюци\\p{L}+|рейс\\p{L}*|номер\\p{L}*|стать\\p{L}+)\\.?|[#№§第])\\s?$`,
  'iu',
);
/** "COVID2019", "MH1850"; but "c1850" is a year. */
const LETTERS_BEFORE = /[\p{sc=Latin}\p{sc=Cyrillic}]$|(?<!\p{L})\p{Lu}{1,5}-$/u;
const CIRCA_BEFORE = /(?<!\p{L})ca?$/iu;
const COUNT_BEFORE = new RegExp(
  `${BEGINS_WORD}(?:(?:total|army|crowd|crew|force|sum|amount|number)\\s+of|at|some|exactly|only|all|over|under|lost|killed|${oneOf(COMPARATORS)})\\s+$`,
  'iu',
);
const ABOUT_BEFORE = new RegExp(
  `${BEGINS_WORD}(?:circa|ca|approximately|roughly|nearly|almost|rund|etwa|ungefähr|fast|environ|около|почти|примерно|حوالي|نحو)\\s+$`,
  'iu',
);

const ORDINAL_AFTER = /^(?:st|nd|rd|th)(?!\p{L})/u;
const MEASURE_AFTER = new RegExp(
  `^[\\s-]?(?:${oneOf(SCALES)}|${oneOf(UNITS)})${ENDS_WORD}|^\\s?[人名명個个只隻艘元円圆원台件回次倍米吨噸개척]`,
  'iu',
);
/** The 1850s are no seconds. */
const LETTER_AFTER = new RegExp(`^(?:\\s|(?!s))${oneOf(LETTER_UNITS)}${ENDS_WORD}`, 'u');
const YEAR_AFTER = /^\s?(?:года?|году|годом|роки|року|year|Jahr|年|년|г\.|A\.?D|C\.?E|n\.\s?Chr)/iu;

/** Words that things are counted by, where no year is in front: "1850 men", "1850 brave soldiers". */
const COUNTED_AFTER =
  /^\s+(?:(?:brave|armed|other|more|new|old|young|dead|large|small|British|French|German|Russian)\s+)?(?:men|women|people|children|persons|troops|police|of\s+(?:them|us|those|these|the)|in\s+(?:all|total)|altogether|others|dead|wounded|killed|injured|(?!(?:was|is|has|does|as|its|his|this|us|thus|always|perhaps|towards|besides|across|unless|sometimes|afterwards|whereas|plus|versus|minus|yes)(?!\p{L}))\p{Ll}{2,}s|Mann|Menschen|Soldaten|Personen|Schiffe[n]?|Leute|Tote[n]?|hommes|femmes|personnes|soldats|navires|morts|hombres|personas|soldados|barcos|muertos|uomini|persone|soldati|navi|homens|pessoas|человек|людей|солдат|кораблей|рублей|погибших)(?!\p{L})/u;

/** Numbers this small are years only where they are called so. */
const SMALL_BEFORE =
  /(?:\bA\.?\s?D\.?|year|anno|Jahre?|année|an|año|anno|ano|год[ауе]?|سنة|عام|公元|西暦|서기)\s?$/iu;
const SMALL_AFTER =
  /^\s?(?:A\.?\s?D|C\.?\s?E|n\.?\s?Chr|ap\.?\s?J|d\.?\s?C\b|г\.|год[ауе]?|н\.?\s?э|年|년|م(?!\p{L})|ميلادي)/iu;

/**
 * Whether a whole number of our era may be a year where it stands. Of one or two figures it is one only where it is
 * called so; of three, where a word in front of it suits a year; of four, unless it counts, measures or names something.
 * @param language of the text, a BCP 47 tag
 */
export function mayBeYear(
  before: string,
  number: number,
  after: string,
  language: string,
): boolean {
  if (number < 100) return SMALL_BEFORE.test(before) || SMALL_AFTER.test(after);
  if (ORDINAL_AFTER.test(after) || NAME_BEFORE.test(before)) return false;
  if (LETTERS_BEFORE.test(before) && !CIRCA_BEFORE.test(before)) return false;
  if (YEAR_AFTER.test(after)) return true;
  const isYear = YEAR_BEFORE.test(before);
  if (MEASURE_AFTER.test(after)) return false;
  // Lithuanian writes m. for the year.
  if (LETTER_AFTER.test(after) && !/^lt\b/i.test(language)) return false;
  if (isYear) return true;
  if (COUNT_BEFORE.test(before) && !ABOUT_BEFORE.test(before)) return false;
  const isDay = DAY_BEFORE.test(before);
  if (COUNTED_AFTER.test(after)) return isDay;
  return number > 999 || isDay || MAY_BE_BEFORE.test(before) || /^\s*[-–)\]]/u.test(after);
}

const BEFORE_CHRIST =
  'B\\.?\\s?C|v\\.?\\s?(?:Chr|u\\. ?Z)|av\\.?\\s?J|a\\.?\\s?C\\b|p\\.?\\s?n\\.?\\s?e|f\\.?\\s?Kr|до\\s(?:н|Р)|ق\\.?\\s?م|قبل\\s?ال?ميلاد|公元前|紀元前|기원전';
const CHRIST_BEFORE = new RegExp(`(?:${BEFORE_CHRIST})[^\\p{L}\\p{Nd}]*$`, 'iu');
/** Also behind the second of two years: "from 44 to 30 BC". */
const CHRIST_AFTER = new RegExp(
  `^(?:\\s?(?:[-–—/]|to|and|or|until|bis|und|à|et|a|y|e|до|по|и|إلى)\\s?\\p{Nd}{1,4})?\\s?(?:year|год[ауе]?|г\\.)?\\s?(?:${BEFORE_CHRIST})`,
  'iu',
);

/** Whether a number is called a year before our era. */
export const isBeforeChrist = (before: string, after: string): boolean =>
  CHRIST_BEFORE.test(before) || CHRIST_AFTER.test(after);

/** What may stand between a date and the word that hedges it. */
const LINK = `(?:\\s(?:in|on|at|the|of|year|early|late|mid|im|am|dem|den|en|el|le|la|l|de|del|nel|em|в|году|год))*[\\s,'’(-]*$`;
const hedging = (words: string): RegExp => new RegExp(`${BEGINS_WORD}${oneOf(words)}${LINK}`, 'iu');

const DENIED = hedging(
  '(?:rather|other)_than instead_of anniversary_of eve_of anniversaire_du veille_du aniversario_del víspera_del anniversario_del vigilia_del Jahrestag(?:es)?_de[rs] Vorabend_de[rs] годовщин\\p{L}+ накануне (?:\\p{Nd}+_(?:days|weeks|months|years)|day|week|month|year)_from not never nicht kein\\p{L}* nie pas jamais no nunca non mai não не ни niet inte ikke nie لا ليس لم',
);
const BOUND = hedging(
  'before after by until till prior_to later_than earlier_than vor nach bis avant après jusqu\\p{L}* antes_de después_de hasta prima_del dopo_il fino_al antes depois_de до после قبل بعد حتى (?:fiscal|financial|academic|school|tax|model|budget)_year FY (?:between|zwischen|entre|tra|fra|между)(?:_[^.;]{1,40}_(?:and|und|et|y|e|и))? \\p{Nd}+_(?:or|oder|ou|o|или)',
);
const VAGUE = hedging(
  'about around circa ca\\.? c\\.? approximately roughly sometime perhaps probably possibly maybe presumably allegedly reportedly supposedly etwa um gegen rund ungefähr vermutlich wahrscheinlich vielleicht environ vers peut-être probablement hacia alrededor_de quizás? probablemente verso forse probabilmente около примерно вероятно возможно кажется حوالي نحو ربما',
);
const UNSPACED_VAGUE = /[約约]$|大[約约]$|약\s?$|[頃顷]$/u;
const BOUND_AFTER =
  /^(?:年|년)?(?:\d+月\d+日)?(?:以前|以後|以来|以后|之前|之后|まで|\s?이전|\s?이후|까지)|^\s(?:or|oder|ou|o|или)\s(?:(?:in|on|im|am|en|le|el|в)\s)?\p{Nd}/u;
const VAGUE_AFTER =
  /^(?:年|년)?(?:頃|顷|ごろ|前后|左右|경(?!\p{L}{2}))|^\s?(?:or\sso|\(\?\)|\?(?=\)))/iu;

/** The words right before a date by which it is denied, or is a bound or a guess; `null` if there are none. */
export const hedgeBefore = (before: string): string | null =>
  (DENIED.exec(before) ?? BOUND.exec(before) ?? VAGUE.exec(before))?.[0] ?? null;

/**
 * How a text gives a date: it denies it, says that it was before or after it, or that it may be it.
 * @param before the text in front of the date
 * @param after the text behind it
 */
export function hedgeAround(before: string, after: string): 'denied' | 'bound' | 'vague' | null {
  if (DENIED.test(before)) return 'denied';
  if (BOUND.test(before) || BOUND_AFTER.test(after)) return 'bound';
  if (VAGUE.test(before) || UNSPACED_VAGUE.test(before) || VAGUE_AFTER.test(after)) return 'vague';
  return null;
}
