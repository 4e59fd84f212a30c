/** The XML of a Word document (ECMA-376): what its readers do not see is cut out, and every word in it is counted. */
import { Parser } from 'htmlparser2';
import { Unreadable } from './unreadable.ts';

/** Words of a paragraph, and what became of those that are not shown. */
export interface Scanned {
  /** The XML without hidden words. */
  xml: string;
  /** The words of each paragraph that a reader sees, run by run. */
  paragraphs: string[][];
  leftOut: { words: string; why: string }[];
}

/** Stand in the text for what is not read, so that the words on either side are not read as if they touched. */
const EQUATION = '[equation]';
const OBJECT = '[object]';

interface Run {
  start: number;
  hidden: boolean;
  words: string;
}

/** Elements whose words no reader of the final document sees, and why. */
const GONE: ReadonlyMap<string, string> = new Map([
  ['w:del', 'deleted in a tracked change'],
  ['w:moveFrom', 'moved elsewhere in a tracked change'],
  // A fraction without its line would be another number.
  ['m:oMath', 'an equation'],
  ['m:oMathPara', 'an equation'],
  ['w:object', 'an object of another program'],
]);

/** Word writes text boxes in tables in text boxes some hundred deep at most. */
const DEEPEST = 1000;

const tooDeep = (): Unreadable =>
  new Unreadable(`its elements are nested more than ${DEEPEST} deep`, [
    'open it in Word, save it again as .docx, and take that in',
  ]);

/**
 * Reads one part of a document.
 * @param hiddenStyles the ids of styles whose words are hidden
 */
export function scan(xml: string, hiddenStyles: ReadonlySet<string>): Scanned {
  const cuts: { start: number; end: number; instead?: string }[] = [];
  const leftOut: Scanned['leftOut'] = [];
  const open: string[][] = [];
  const paragraphs: string[][] = [];
  const runs: Run[] = [];
  const gone: { why: string; words: string; start: number }[] = [];
  let inWords = false;
  let inMark = false;
  // Of a text box, the newer of two forms repeats the older.
  let choices = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw tooDeep();
        if (name === 'mc:Choice') choices++;
        else if (name === 'w:p') open.push([]);
        else if (name === 'w:r') runs.push({ start: parser.startIndex, hidden: false, words: '' });
        else if (name === 'w:t' || name === 'm:t' || name === 'w:delText') inWords = true;
        else if (name === 'w:tab' || name === 'w:br') add(' ');
        // The properties of the mark that ends a paragraph are those of no run.
        else if (name === 'w:pPr') inMark = true;
        else if (GONE.has(name) && !inMark)
          gone.push({ why: GONE.get(name) ?? '', words: '', start: parser.startIndex });
        const run = runs.at(-1);
        const isOn = !/^(?:0|false)$/.test(attributes['w:val'] ?? '');
        if (run && !inMark && name === 'w:vanish' && isOn) run.hidden = true;
        if (run && name === 'w:rStyle' && hiddenStyles.has(attributes['w:val'] ?? ''))
          run.hidden = true;
      },
      ontext(text) {
        if (inWords) add(text);
      },
      onclosetag(name) {
        depth--;
        if (name === 'mc:Choice') choices--;
        else if (name === 'w:t' || name === 'm:t' || name === 'w:delText') inWords = false;
        else if (name === 'w:pPr') inMark = false;
        else if (name === 'w:r') endRun();
        else if (name === 'w:p') paragraphs.push(open.pop() ?? []);
        else if (GONE.has(name) && !inMark) {
          const { why = '', words = '', start = 0 } = gone.pop() ?? {};
          const outer = gone.at(-1);
          if (outer) outer.words += words;
          else {
            if (/[\p{L}\p{N}]/u.test(words)) leftOut.push({ words: words.trim(), why });
            if (name.startsWith('m:')) equation(start);
            if (name === 'w:object') object(start);
          }
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return {
    xml: without(xml, cuts),
    paragraphs: paragraphs.filter((one) => /\S/.test(one.join(''))),
    leftOut,
  };

  function add(text: string): void {
    const deletion = gone.at(-1);
    const run = runs.at(-1);
    if (choices > 0) return;
    if (deletion) deletion.words += text;
    else if (run) run.words += text;
    else open.at(-1)?.push(text);
  }

  function equation(start: number): void {
    const instead = `<w:r><w:t>${EQUATION}</w:t></w:r>`;
    cuts.push({ start, end: parser.endIndex + 1, instead });
    open.at(-1)?.push(EQUATION);
  }

  /** Of another program: older versions of Word write equations as pictures with it. */
  function object(start: number): void {
    cuts.push({ start, end: parser.endIndex + 1, instead: `<w:t>${OBJECT}</w:t>` });
    add(OBJECT);
  }

  function endRun(): void {
    const run = runs.pop();
    if (!run) return;
    if (!run.hidden) {
      open.at(-1)?.push(run.words);
      return;
    }
    cuts.push({ start: run.start, end: parser.endIndex + 1 });
    if (/[\p{L}\p{N}]/u.test(run.words)) leftOut.push({ words: run.words.trim(), why: 'hidden' });
  }
}

/** The ids of styles that hide their words. */
export function hiddenStylesOf(styles: string): Set<string> {
  const hidden = new Set<string>();
  let id = '';
  new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:style') id = attributes['w:styleId'] ?? '';
        else if (name === 'w:vanish' && id && !/^(?:0|false)$/.test(attributes['w:val'] ?? ''))
          hidden.add(id);
      },
      onclosetag(name) {
        if (name === 'w:style') id = '';
      },
    },
    { xmlMode: true },
  ).end(styles);
  return hidden;
}

function without(
  text: string,
  cuts: readonly { start: number; end: number; instead?: string }[],
): string {
  let kept = '';
  let at = 0;
  // Runs lie in each other in text boxes.
  for (const { start, end, instead = '' } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    kept += text.slice(at, start) + instead;
    at = end;
  }
  return kept + text.slice(at);
}
