/**
 * The numbers of lists and headings in a Word document (ECMA-376, 17.9). They stand nowhere in its text: they are counted
 * here and written before the words of their paragraphs, as a reader sees them.
 */
import { Parser } from 'htmlparser2';
import { romanNumeral } from './roman.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2)`: each sign with a digit stands for the number of that level. */
  text: string;
  /** The style whose paragraphs have this level. */
  style: string;
  /** Whether the numbers of all levels are written in figures. */
  legal: boolean;
  suffix: string;
}

interface Numbering {
  /** By the id of a list: what it is made after, and where it begins anew. */
  lists: Map<string, { abstract: string; starts: Map<number, number> }>;
  levels: Map<string, Level[]>;
}

interface StyleNumber {
  list?: string;
  level?: number;
  basedOn?: string;
}

export interface Numbered {
  xml: string;
  /** Ways of writing numbers that are not known here: paragraphs numbered so have no number in the text. */
  unknown: string[];
}

/** @param parts the XML of a document, its `numbering.xml` and its `styles.xml` */
export function withListNumbers(xml: string, numbering: string, styles: string): Numbered {
  const { lists, levels } = numberingOf(numbering);
  const styleNumbers = styleNumbersOf(styles);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  const unknown = new Set<string>();
  let numbered = '';
  let at = 0;
  for (const { end, style, ...own } of paragraphsOf(xml)) {
    const given = styled(styleNumbers, style);
    const id = own.list ?? given.list;
    const list = lists.get(id ?? '');
    const all = levels.get(list?.abstract ?? '');
    if (!id || !list || !all) continue;
    const linked = all.findIndex((one) => one.style !== '' && one.style === style);
    const level = own.level ?? given.level ?? Math.max(linked, 0);
    const marker = next(id, list, all, level);
    if (marker === '') continue;
    const run = `<w:r><w:t xml:space="preserve">${escaped(marker)}</w:t></w:r>`;
    numbered += xml.slice(at, end) + run;
    at = end;
  }
  return { xml: numbered + xml.slice(at), unknown: [...unknown] };

  /** Counts a paragraph, and writes its number; nothing for a bullet. */
  function next(
    id: string,
    { abstract, starts }: { abstract: string; starts: ReadonlyMap<number, number> },
    all: readonly Level[],
    level: number,
  ): string {
    const own = all[level];
    if (!own) return '';
    const counted = counts.get(abstract) ?? [];
    counts.set(abstract, counted);
    const anew = begun.has(`${id} ${level}`) ? undefined : starts.get(level);
    begun.add(`${id} ${level}`);
    counted.length = Math.min(counted.length, level + 1);
    for (let i = 0; i < level; i++) counted[i] ??= all[i]?.start ?? 1;
    counted[level] = anew ?? (counted[level] === undefined ? own.start : counted[level] + 1);
    if (own.format === 'bullet' || own.text === '') return '';
    let isKnown = true;
    const marker = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const format = own.legal ? 'decimal' : (all[of]?.format ?? 'decimal');
      const written = FORMATS[format]?.(counted[of] ?? 1);
      if (written === undefined) unknown.add(format);
      isKnown &&= written !== undefined;
      return written ?? '';
    });
    return isKnown && marker !== '' ? marker + own.suffix : '';
  }
}

/** Word goes on after z with aa, bb, cc; and has letters up to 780. */
const letters = (number: number): string | undefined =>
  number >= 1 && number <= 780
    ? String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
    : undefined;
const roman = (number: number): string | undefined =>
  number >= 1 && number <= 3999 ? romanNumeral(number) : undefined;

/** `undefined` for a number that cannot be written so. */
const FORMATS: Readonly<Record<string, (number: number) => string | undefined>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerLetter: letters,
  upperLetter: (number) => letters(number)?.toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number)?.toUpperCase(),
  none: () => '',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const SUFFIXES: Readonly<Record<string, string>> = { nothing: '', space: ' ', tab: ' ' };

const numberIn = (given: string | undefined, otherwise: number): number => {
  const number = Number.parseInt(given ?? '', 10);
  return Number.isNaN(number) ? otherwise : number;
};

function numberingOf(xml: string): Numbering {
  const lists: Numbering['lists'] = new Map();
  const levels: Numbering['levels'] = new Map();
  let abstract = '';
  let list = '';
  let overridden = 0;
  let level: Level | null = null;
  new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'];
        if (name === 'w:abstractNum') {
          abstract = attributes['w:abstractNumId'] ?? '';
          list = '';
          levels.set(abstract, []);
        } else if (name === 'w:num') list = attributes['w:numId'] ?? '';
        else if (name === 'w:abstractNumId')
          lists.set(list, { abstract: value ?? '', starts: new Map() });
        else if (name === 'w:lvlOverride') overridden = numberIn(attributes['w:ilvl'], 0);
        else if (name === 'w:startOverride')
          lists.get(list)?.starts.set(overridden, numberIn(value, 1));
        // What a list itself says of a level is not read: nearly always the same.
        else if (name === 'w:lvl' && list === '') {
          level = { start: 0, format: 'decimal', text: '', style: '', legal: false, suffix: ' ' };
          const at = numberIn(attributes['w:ilvl'], 0);
          if (at < 9) (levels.get(abstract) ?? [])[at] = level;
        } else if (!level) return;
        else if (name === 'w:start') level.start = numberIn(value, 0);
        else if (name === 'w:numFmt') level.format = value ?? 'decimal';
        else if (name === 'w:lvlText') level.text = value ?? '';
        else if (name === 'w:pStyle') level.style = value ?? '';
        else if (name === 'w:isLgl') level.legal = !/^(?:0|false)$/.test(value ?? '');
        else if (name === 'w:suff') level.suffix = SUFFIXES[value ?? ''] ?? ' ';
      },
      onclosetag(name) {
        if (name === 'w:lvl') level = null;
      },
    },
    { xmlMode: true },
  ).end(xml);
  return { lists, levels };
}

function styleNumbersOf(xml: string): Map<string, StyleNumber> {
  const found = new Map<string, StyleNumber>();
  let style: StyleNumber = {};
  new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'];
        if (name === 'w:style') {
          style = {};
          found.set(attributes['w:styleId'] ?? '', style);
        } else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
        else if (name === 'w:numId' && value !== undefined) style.list = value;
        else if (name === 'w:ilvl') style.level = numberIn(value, 0);
      },
    },
    { xmlMode: true },
  ).end(xml);
  return found;
}

/** What a style says, or the one that it is based on. */
function styled(styles: ReadonlyMap<string, StyleNumber>, id: string): StyleNumber {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const style = styles.get(at);
    if (style?.list !== undefined || style?.basedOn === undefined) return style ?? {};
    at = style.basedOn;
  }
  return {};
}

interface Paragraph {
  /** Where its properties end in the XML. */
  end: number;
  style: string;
  list?: string;
  level?: number;
}

/** The paragraphs with properties, as the final document has them. */
function paragraphsOf(xml: string): Paragraph[] {
  const found: Paragraph[] = [];
  let own: Paragraph | null = null;
  let isGone = false;
  // Former properties, in a tracked change; and the newer of two forms of a text box, which repeats the older.
  let former = 0;
  let choices = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'mc:Choice') choices += 1;
        else if (name === 'w:pPrChange') former += 1;
        else if (former > 0 || choices > 0) return;
        else if (name === 'w:pPr') {
          own = { end: 0, style: '' };
          isGone = false;
        } else if (!own) return;
        else if (name === 'w:pStyle') own.style = value;
        else if (name === 'w:numId') own.list = value;
        else if (name === 'w:ilvl') own.level = numberIn(value, 0);
        else if (name === 'w:del') isGone = true;
      },
      onclosetag(name) {
        if (name === 'mc:Choice') choices -= 1;
        else if (name === 'w:pPrChange') former -= 1;
        else if (name === 'w:pPr' && own && former === 0 && choices === 0) {
          own.end = parser.endIndex + 1;
          if (!isGone) found.push(own);
          own = null;
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}
