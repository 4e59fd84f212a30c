/** Which tool a file is from: by what is in it, not by its name. */

import { Refusal } from '../refusal.ts';
import { readCalendar } from './ical.ts';
import type { Imported } from './imported.ts';
import { isMarkwhen, readMarkwhen } from './markwhen.ts';
import { isSimile, readSimileJson, readSimileXml } from './simile.ts';
import { attempt, readTable } from './table.ts';
import { isObject, isTimelineJs, readTimelineJs } from './timelinejs.ts';

const KNOWN =
  'known: TimelineJS JSON and CSV, CSV with a header, iCalendar, SIMILE XML and JSON, markwhen';

/**
 * Reads a file of another tool.
 * @throws {Refusal} where it is of none that is known, or broken as a whole
 */
export function readForeign(text: string): Imported {
  const body = text.replace(/^\uFEFF/, '');
  const head = body.trimStart();
  if (/^[{[]/.test(head)) return readJson(head);
  if (/^BEGIN:VCALENDAR/i.test(head)) return readCalendar(head);
  if (/^<(?:\?xml|!DOCTYPE|!--|data\b)/i.test(head)) return readSimileXml(head);
  const [line = ''] = head.split('\n', 1);
  if (/[,;\t]/.test(line) && !/^[\d/]/.test(line) && !isMarkwhen(line)) {
    const table = attempt(() => readTable(head));
    if (!(table instanceof Error) || !isMarkwhen(head)) {
      if (table instanceof Error) throw table;
      return table;
    }
  }
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
  if (isTimelineJs(file)) return readTimelineJs(file);
  throw new Refusal('the JSON holds no timeline', [KNOWN]);
}
