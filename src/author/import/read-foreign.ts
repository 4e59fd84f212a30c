/** Which tool a file is from: by what is in it, not by its name. */
import { Refusal } from '../refusal.ts';
import type { DayOrder } from './conventions.ts';
import { attempt, isObject } from './fields.ts';
import { isCalendar, readCalendar } from './ical.ts';
import type { Imported } from './imported.ts';
import { beginsMarkwhen, isMarkwhen, readMarkwhen } from './markwhen.ts';
import { isSimile, isSimileXml, readSimileJson, readSimileXml } from './simile.ts';
import { isTable, readTable } from './table.ts';
import { isTimelineJs, isTimelineJs1, readTimelineJs, readTimelineJs1 } from './timelinejs.ts';

const KNOWN =
  'known: TimelineJS JSON and CSV, CSV or XLSX with a header, iCalendar, SIMILE XML and JSON, markwhen';

/** `storyjs_jsonp_data = {…};`, `callback({…})`: JSON in a script. */
const SCRIPT = /^(?:(?:var|let|const)\s+)?[\w$.]{1,80}\s*[=(]\s*(?=[{[])/;

/** Comments in front of it. */
const COMMENTS = /^(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*|\/\/.*\n\s*)+/;

/** What people have instead, and what to do. */
const OTHERS: [pattern: RegExp, what: string, remedy: string][] = [
  [/^\{\\rtf/, 'RTF', 'save it as plain text'],
  [/^<(?:!doctype html|html)\b/i, 'an HTML page', 'copy its table into a spreadsheet'],
  [/^%PDF-/, 'a PDF', 'copy its table into a spreadsheet'],
];

/**
 * Reads a file of another tool.
 * @throws {Refusal} where it is of none that is known, or broken as a whole
 */
export function readForeign(text: string, order?: DayOrder): Imported {
  const given = text.replace(/^\uFEFF/, '').trimStart();
  if (given === '') throw new Refusal('the file is empty: of no format that is known', [KNOWN]);
  for (const [pattern, what, remedy] of OTHERS)
    if (pattern.test(given)) throw new Refusal(`the file is ${what}`, [remedy, KNOWN]);
  const script = given.replace(COMMENTS, '');
  const head = SCRIPT.test(script) ? script : given;
  if (/^[{[]/.test(head)) return readJson(head);
  if (SCRIPT.test(head)) return readJson(head.replace(SCRIPT, '').replace(/[\s;)]+$/, ''));
  if (isCalendar(head)) return readCalendar(head);
  if (isSimileXml(head)) return readSimileXml(head);
  // A table is never tried as markwhen, whose lines a row with an address or a clock resembles.
  if (beginsMarkwhen(head)) return readMarkwhen(head);
  if (isTable(head)) return readTable(head, order);
  if (isMarkwhen(head)) return readMarkwhen(head);
  throw new Refusal('the file is of no format that is known', [KNOWN]);
}

function readJson(text: string): Imported {
  const file: unknown = attempt(() => JSON.parse(text));
  if (file instanceof Error)
    throw new Refusal(`not JSON: ${file.message}`, [
      'keys and texts stand in double quotation marks, and there are no comments',
    ]);
  if (isSimile(file) && isObject(file)) return readSimileJson(file);
  if (isTimelineJs1(file)) return readTimelineJs1(file);
  if (isTimelineJs(file)) return readTimelineJs(file);
  throw new Refusal(
    'the JSON holds no timeline: sought a list "events" with "start_date" or "start", or "timeline" with "date"',
    [KNOWN],
  );
}
