// @ts-check
/**
 * Verifies a built site against the archive it is made of; it shares no code with the site.
 *
 *     node e2e/verify.mjs [--code=<digest>] [dist] [content]
 *
 * Every quote stands in its source, once. Every page, PDF and export shows each event's title, date, statements, quotes
 * and speakers as the archive has them, once each, none hidden, and nothing besides that looks like one of them. No
 * style hides or adds to them, and scripts, styles and typefaces are those whose digests the build wrote. The digest of
 * all of these is printed, and `--code` asks for it: of two builds of one version, for one language, it is the same if
 * both archives have points of places or neither has, and media likewise. Media are those on record: their bytes, and of
 * a picture what it shows. The pixels of share pictures and PDFs are not read. Exit status 1, and what is wrong and
 * where, if anything is.
 */
import { checkActors } from './verify/actors.mjs';
import { checkAliases } from './verify/aliases.mjs';
import { checkCode } from './verify/code.mjs';
import { checkAnnotations, checkExports } from './verify/compare.mjs';
import { checkData, checkSlides, checkSourceFiles } from './verify/data.mjs';
import { checkDetails } from './verify/details.mjs';
import { checkEvent } from './verify/event.mjs';
import { checkFiles } from './verify/files.mjs';
import { checkFilters } from './verify/filter.mjs';
import { checkMediaData } from './verify/media.mjs';
import { checkMediaFiles } from './verify/media-files.mjs';
import { checkPage } from './verify/page.mjs';
import { checkPdfs } from './verify/pdf.mjs';
import { checkMaps } from './verify/places.mjs';
import { checkRetracted } from './verify/retracted.mjs';
import { everyQuote, list, pages, quotes, retracted, trees, wrong } from './verify/site.mjs';
import { checkQuote } from './verify/sources.mjs';
import { checkPresentation, checkSourcePages, checkStory } from './verify/story.mjs';
import { checkStyles } from './verify/styles.mjs';
import { checkTextParts } from './verify/text-parts.mjs';
import { checkWording } from './verify/wording.mjs';

for (const { event, quote } of everyQuote) checkQuote(event, quote);
checkFiles();
for (const [name, tree] of trees) checkPage(name, tree);
for (const event of list) checkEvent(event);
checkAliases();
checkMaps();
checkFilters();
for (const event of retracted.values()) checkRetracted(event);
checkStory();
checkPresentation();
checkActors();
checkSourcePages();
checkTextParts();
checkExports();
checkData();
checkMediaData();
checkSlides();
checkSourceFiles();
checkAnnotations();
checkWording();
checkDetails();
checkStyles();
await checkMediaFiles();
const code = checkCode();
const notes = await checkPdfs();

for (const line of wrong) console.error(line);
for (const line of notes) console.log(line);
console.log(
  `${list.length} events, ${quotes.length} quotes, ${pages.length} pages, ${wrong.length} wrong; code ${code}`,
);
process.exitCode = wrong.length > 0 || list.length === 0 ? 1 : 0;
