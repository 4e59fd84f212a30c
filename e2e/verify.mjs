// @ts-check
/**
 * Verifies a built site against the archive it is made of; it shares no code with the site.
 *
 *     node e2e/verify.mjs [dist] [content]
 *
 * Every quote stands in its source. Every page and export shows each event's title, date, statements, quotes and
 * speakers as the archive has them, once each, none hidden, and nothing besides that looks like one of them. The pixels
 * of share pictures are not read. Exit status 1, and what is wrong and where, if anything is.
 */
import { checkAnnotations, checkExports } from './verify/compare.mjs';
import { checkEvent } from './verify/event.mjs';
import { checkFiles } from './verify/files.mjs';
import { checkPage } from './verify/page.mjs';
import { checkRetracted } from './verify/retracted.mjs';
import { everyQuote, list, pages, quotes, retracted, trees, wrong } from './verify/site.mjs';
import { checkQuote } from './verify/sources.mjs';
import { checkActors, checkPresentation, checkSourcePages, checkStory } from './verify/story.mjs';
import { checkTextParts } from './verify/text-parts.mjs';
import { checkWording } from './verify/wording.mjs';

for (const { event, quote } of everyQuote) checkQuote(event, quote);
checkFiles();
for (const [name, tree] of trees) checkPage(name, tree);
for (const event of list) checkEvent(event);
for (const event of retracted.values()) checkRetracted(event);
checkStory();
checkPresentation();
checkActors();
checkSourcePages();
checkTextParts();
checkExports();
checkAnnotations();
checkWording();

for (const line of wrong) console.error(line);
console.log(
  `${list.length} events, ${quotes.length} quotes, ${pages.length} pages, ${wrong.length} wrong`,
);
process.exitCode = wrong.length > 0 || list.length === 0 ? 1 : 0;
