/** Glyphs as letters of lines that run from left to right, whichever way their page is turned. */
import { type Glyph, UNKNOWN } from './glyph.ts';

/** A glyph turned so that its line is level. Only differences of `u` and `v` have a meaning. */
export interface Letter {
  text: string;
  /** Where it begins and ends along its line. */
  from: number;
  to: number;
  /** Where its baseline is; more is further down. */
  base: number;
  size: number;
  bold: boolean;
  artifact: boolean;
  glyph: Glyph;
}

/** Letters that were drawn one after the other on one line, close together. */
export interface Run {
  letters: Letter[];
  text: string;
  from: number;
  to: number;
  base: number;
  size: number;
}

/** The letters of a page that run in one direction. */
export interface Direction {
  /** In degrees, clockwise: a right angle, if it is almost one. */
  angle: number;
  /** The same, exactly. */
  turn: number;
  runs: Run[];
  letters: number;
}

/** Degrees by which a line may be askew: scanned pages are. */
const ASKEW = 5;
/** A gap in a line, in ems, that may be one between columns. */
const GAP = 0.9;

/** The directions in which a page's text runs, the one of most letters first. */
export function directionsOf(glyphs: readonly Glyph[]): Direction[] {
  const groups = Map.groupBy(glyphs, ({ angle }) => roundedAngle(angle));
  return [...groups]
    .map(([rounded, group]) => {
      // Scanned pages are level once they are turned by as much as they are askew.
      const angles = group.map(({ angle }) => angleFrom(rounded, angle)).sort((a, b) => a - b);
      const angle = rounded + (angles[angles.length >> 1] ?? 0);
      const letters = group.flatMap((glyph) => lettersOf(glyph, angle));
      return {
        angle: rounded,
        turn: angle,
        runs: runsOf(letters),
        letters: letters.filter(({ text }) => text !== ' ').length,
      };
    })
    .filter(({ letters }) => letters > 0)
    .sort((a, b) => b.letters - a.letters);
}

function roundedAngle(angle: number): number {
  const right = Math.round(angle / 90) * 90;
  const rounded = Math.abs(angle - right) <= ASKEW ? right : Math.round(angle);
  return ((rounded % 360) + 360) % 360;
}

/** By how many degrees an angle is more than another. */
const angleFrom = (from: number, angle: number): number => ((angle - from + 540) % 360) - 180;

/** What a glyph stands for; nothing if it draws nothing. */
function lettersOf(glyph: Glyph, angle: number): Letter[] {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [
    Math.round(Math.cos(turn) * 1e9) / 1e9,
    Math.round(Math.sin(turn) * 1e9) / 1e9,
  ];
  const from = glyph.x * cos + glyph.y * sin;
  const base = glyph.y * cos - glyph.x * sin;
  const text = plain(glyph.text);
  if (text === '') return [];
  return [
    {
      text,
      from,
      to: from + glyph.width,
      base: glyph.vertical ? base + glyph.size / 4 : base,
      size: glyph.size,
      bold: glyph.bold,
      artifact: glyph.artifact,
      glyph,
    },
  ];
}

/** Forms of letters that only printing knows: ligatures, and Arabic letters by their place in a word. */
const PRESENTATION = /[\uFB00-\uFB06\uFB13-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]/gu;
/** Of private use: what they look like, only the font knows. Signs of Symbol and Wingdings that word processors put before the entries of lists. */
const BULLETS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF0D8': '➢',
  '\uF0FC': '✓',
  '\uF0A8': '◻',
  '\uF06E': '■',
  '\uF02D': '-',
};
/** Signs that are turned in text from top to bottom, and what they are in lines. */
const UPRIGHT = new Map(
  [
    ...'︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︳＿︴﹏︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］',
  ].map((sign, i, all) => [sign, all[i + 1] ?? sign]),
);

/** Marks that draw nothing. */
const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

function plain(text: string): string {
  if (/^[!-~]+$/.test(text)) return text;
  return text
    .replace(/\s+/gu, ' ')
    .replace(PRESENTATION, (form) => form.normalize('NFKC').trim())
    .replace(/[\uF000-\uF0FF]/gu, (sign) => BULLETS[sign] ?? sign)
    .replace(/[\uFE10-\uFE19\uFE30-\uFE48]/gu, (sign) => UPRIGHT.get(sign) ?? sign)
    .replace(MARKS, '')
    .replace(/\p{Co}/gu, UNKNOWN);
}

/** @param letters as they were drawn */
function runsOf(letters: readonly Letter[]): Run[] {
  const runs: Run[] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last && belongs(letter, last)) {
      last.letters.push(letter);
      last.text += letter.text;
      // Spaces lead nowhere: they may fill the gap between two columns.
      if (letter.text === ' ') continue;
      last.from = Math.min(last.from, letter.from);
      last.to = Math.max(last.to, letter.to);
    } else if (letter.text !== ' ')
      runs.push({
        letters: [letter],
        text: letter.text,
        from: letter.from,
        to: letter.to,
        base: letter.base,
        size: letter.size,
      });
  }
  return runs;
}

function belongs({ text, from, to, base, size }: Letter, run: Run): boolean {
  if (Math.abs(base - run.base) > 0.2 * Math.max(size, run.size)) return false;
  if (text === ' ') return true;
  if (Math.max(size, run.size) > 1.25 * Math.min(size, run.size)) return false;
  return Math.max(from - run.to, run.from - to) <= GAP * Math.max(size, run.size);
}
