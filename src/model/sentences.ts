/** A source's paragraphs and sentences. */
import { once } from './once.ts';
import type { SourceText } from './quote.ts';
import type { Span } from './text.ts';

/** The paragraphs of a text, without empty lines. */
export function paragraphs({ text, lines }: SourceText): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  for (const { 1: line = '', index } of text.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    const end = index + line.length;
    if (!/\S/.test(line)) open = null;
    else if (open && lines !== 'paragraphs') open.end = end;
    else {
      // A page that begins with it is no part of it.
      open = { start: index + line.search(/[^\f]/), end };
      spans.push(open);
    }
  }
  return spans;
}

/**
 * The sentences of a source, none across a paragraph, nor across a line that is kept; white space at their ends left
 * out.
 */
export const sentences = (source: SourceText & { language: string }): Span[] =>
  once(source, 'sentences', () => {
    const { text, lines, language } = source;
    const units = paragraphs(lines === 'kept' ? { text, lines: 'paragraphs' } : source);
    return units.flatMap((unit) => sentencesIn(text, unit, language));
  });

function sentencesIn(text: string, unit: Span, language: string): Span[] {
  const masked = mask(text.slice(unit.start, unit.end));
  const spans: Span[] = [];
  let open = 0;
  for (const { segment, index } of segmenterOf(language).segment(masked)) {
    const end = index + segment.length;
    const next = masked.slice(end, end + 40);
    if (next && !isEnd(masked.slice(Math.max(open, end - 60), end), next, language)) continue;
    spans.push(trimmed(text, { start: unit.start + open, end: unit.start + end }));
    open = end;
  }
  return spans;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const cached = segmenters.get(language);
  if (cached) return cached;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/** Brackets and raised figures after a stop, which footnote marks are: ".[12]", ".[a]:12", ".³". */
const AFTER_STOP = /(?:\[[^\][\r\n]{1,30}\])+(?::\d+(?:[-–]\d+)?)?|[⁰¹²³⁴-⁹]+(?:[,–][⁰¹²³⁴-⁹]+)*/gu;

/** A paragraph as long as it was, in which line ends are spaces, and marks after a stop close the sentence before. */
const mask = (paragraph: string): string =>
  paragraph
    .replace(/[\r\n\u2028\u2029\u0085]/g, ' ')
    .replace(AFTER_STOP, (mark, index: number, whole: string) =>
      /[.!?…。！？]["'”’»)\]]*$/u.test(whole.slice(Math.max(0, index - 6), index))
        ? ')'.repeat(mark.length)
        : mark,
    );

/** After these comes what they belong to, by language. */
const ABBREVIATIONS: Record<string, string> = {
  en: 'mr mrs ms messrs dr prof gen brig col capt cpt cmdr comdr lt maj sgt cpl adm sen rep gov pres hon rev fr st mt ft vs viz cf al',
  de: 'hr fr frl dr prof dipl ing gen st bzw ca evtl ggf inkl exkl sog vgl abs hrsg geb gest verh allg d.h z.b u.a z.t u.u o.ä i.d.r str',
  fr: 'm mm mme mlle mgr me dr prof gén cap st ste env av apr cf éd vol chap',
  es: 'sr sra srta sres dr dra prof gral cap ud uds vd vds ee art núm pág págs aprox',
  it: 'sig sigg dott prof gen cap on avv ing ecc pag art',
  pt: 'sr sra srs dr dra prof gen cap exmo av art pág',
  nl: 'dhr mevr mw dr prof ir ing mr drs gen bijv blz ca',
  sv: 'hr dr prof t.ex bl.a dvs ca kl',
  pl: 'p dr prof gen płk mjr kpt im ul al np tzn tzw ok św',
  ru: 'гг вв др пр проф акад ген адм тов гр г-н г-жа им ул пер пл обл см ср стр рис табл руб коп тыс млн млрд св',
};
/** After these comes a number. */
const NUMBERED: Record<string, string> = {
  en: 'no nos vol vols fig figs p pp art arts sec sect ch chap para ed eds ca c approx jan feb mar apr jun jul aug sep sept oct nov dec',
  de: 'nr s bd kap art abb jan feb mär apr jun jul aug sep sept okt nov dez',
  fr: 'n no p pp vol chap art fig janv févr avr juil sept oct nov déc',
  es: 'no núm p pp vol cap fig ene feb abr jun jul ago sept oct nov dic',
  ru: 'с т № гл рис табл янв февр апр авг сент окт нояб дек',
};
/** Languages that write the 3rd as "3.". */
const ORDINALS = /^(?:cs|da|de|et|fi|hr|hu|is|lb|lv|nb|nn|no|pl|sk|sl|sr|tr)$/;
const STARTERS =
  /^["“‘'(]*(?:The|A|An|It|He|She|They|We|In|On|At|But|And|This|That|These|There|If|When|After|Before)\b/;

const wordsOf = (list: Record<string, string>): Map<string, ReadonlySet<string>> =>
  new Map(Object.entries(list).map(([language, words]) => [language, new Set(words.split(' '))]));
const abbreviations = wordsOf(ABBREVIATIONS);
const numbered = wordsOf(NUMBERED);

/** Whether a sentence ends where ICU says so: not after an abbreviation, nor before what cannot begin one. */
function isEnd(segment: string, next: string, language: string): boolean {
  // Signs alone are no sentence.
  if (!/[\p{L}\p{N}]/u.test(segment)) return false;
  if (/[!?…]["'”’»)\]]*\s*$/u.test(segment) && /^\p{Ll}/u.test(next)) return false;
  const word = /([\p{L}\p{M}\p{N}.'’-]+)\.\s*$/u.exec(segment)?.[1];
  if (word === undefined) return true;
  const [primary = ''] = language.toLowerCase().split('-');
  // Initials and initialisms: "J. B. Jones", "the U.S. Congress", "z. B.", "1970 г.".
  if (/^\p{L}$/u.test(word)) return false;
  if (/^\p{L}(?:\.-?\p{L})+$/u.test(word)) return primary === 'en' && STARTERS.test(next);
  if (/^\d{1,2}$/.test(word) && ORDINALS.test(primary)) return !/^\p{L}/u.test(next);
  const lower = word.toLowerCase();
  if (abbreviations.get(primary)?.has(lower)) return false;
  return !(numbered.get(primary)?.has(lower) && /^[\p{N}(]|^[IVXLC]+\b/u.test(next));
}

function trimmed(text: string, { start, end }: Span): Span {
  const body = text.slice(start, end);
  return {
    start: start + body.length - body.trimStart().length,
    end: start + body.trimEnd().length,
  };
}
