/** The process that cuts pictures: spans as JSON on one line, then a PDF, from standard input; to JSON. */
import { readFileSync } from 'node:fs';
import type { Span } from '../model/text.ts';
import { cut } from './cut.ts';

const given = readFileSync(0);
const end = given.indexOf('\n');
const spans = JSON.parse(given.subarray(0, end).toString()) as Span[];
process.stdout.write(JSON.stringify(await cut(given.subarray(end + 1), spans)));
