/**
 * Every word of the interface, in English. Another language is another file with the same exports.
 *
 * Where a sentence holds a link, it is three strings: before it, the link, after it. Numbers come in as numbers, dates
 * and names as text.
 */
import { localeOf } from './locale.ts';

const digits = /* @__PURE__ */ new Intl.NumberFormat(/* @__PURE__ */ localeOf('en'));

/** A number as it is written. */
export const number = (count: number): string => digits.format(count);

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${count === 1 ? one : other}`;

const events = (count: number): string => counted(count, 'event', 'events');
const quotes = (count: number): string => counted(count, 'quote', 'quotes');

// Signs

export const comma = ', ';
export const semicolon = '; ';
/** From whoever spoke to whoever passed it on. */
export const arrow = ' → ';
export const quoted = (text: string): string => `“${text}”`;
/** What a passage or a note is called by, in order; after the last come pairs of them. */
export const letters = 'abcdefghijklmnopqrstuvwxyz';

// Dates

export const aboutDate = (date: string): string => `about ${date}`;
export const uncertainDate = (date: string): string => `${date} (uncertain)`;
export const beforeCommonEra = (year: string): string => `${year} BCE`;
/** The years of a decade, by its first and last. */
export const decade = (first: string, _last: string): string => `${first}s`;
/** A clock, by what it is ahead of Universal Time: `+9`; `''` for that itself. */
export const zone = (offset: string): string => `UTC${offset}`;
export const weekdayAndDate = (weekday: string, date: string): string => `${weekday} ${date}`;
export const betweenDates = (first: string, last: string): string => `between ${first} and ${last}`;
export const fromDate = (date: string): string => `from ${date}`;
export const untilDate = (date: string): string => `until ${date}`;
export const onOrAfter = (date: string): string => `on or after ${date}`;
export const onOrBefore = (date: string): string => `on or before ${date}`;

export const precisions = {
  century: 'to the century',
  decade: 'to the decade',
  year: 'to the year',
  month: 'to the month',
  day: 'to the day',
  time: 'to the minute',
};
export const oneEndOpen = (precision: string): string => `${precision}, one end open`;

// The vocabularies of the content

export const topics = {
  date: 'Date',
  translation: 'Translation',
  discrepancy: 'Discrepancy',
  context: 'Context',
  correction: 'Correction',
};

export const modes = {
  direct: 'direct speech',
  indirect: 'reported speech',
  narration: 'narration',
};

export const actorKinds = {
  person: 'Person',
  state: 'State',
  agency: 'News agency',
  publisher: 'Publisher',
  institution: 'Institution',
};

export const eventKinds = {
  talks: 'Talks',
  summit: 'Summit',
  statement: 'Statement',
  invitation: 'Invitation',
  report: 'Report',
  background: 'Background',
};

/** Fields of a source's record. */
export const record = {
  publisher: 'Publisher',
  agency: 'Agency',
  published: 'Published',
  rights: 'Rights',
  sha256: 'SHA-256',
  live: 'Live page',
  text: 'Text',
};

// The frame of every page

export const skip = 'Skip to the content';
export const siteMenu = 'Site';
export const menu = {
  timeline: 'Timeline',
  source: 'Source',
  sources: 'Sources',
  method: 'Method',
  edition: 'Print edition',
};
export const verified =
  'Every quote on this site was found, character for character, in its stored source when the site was built.';
export const howVerified = 'How that is done';
export const openData = 'Open data:';
export const dataFiles = { calendar: 'calendar', annotations: 'annotations' };
export const feeds = 'Feeds:';

export const lost = {
  title: 'Not found',
  description: 'There is no page at this address.',
  heading: 'Nothing stands at this address',
  text: [
    'Addresses here are kept for good, so the link was most likely cut short or mistyped. Every event, quote and source can be reached from ',
    'the timeline',
    '.',
  ],
} as const;

/** The page at an address that an event had before. */
export const movedHeading = 'Moved';
export const movedTo = ['This is now at ', '.'] as const;
export const movedDescription = (title: string): string => `${title} is at another address now.`;

// The timeline

export const timeline = 'Timeline';
export const viewControls = 'View';
export const toScale = 'To scale';
export const evenlySpaced = 'Evenly spaced';
export const spacing = 'Spacing of time';
export const earlier = 'Earlier';
export const later = 'Later';
export const zoomOut = 'Zoom out';
export const zoomIn = 'Zoom in';
export const fit = 'Fit';
export const filter = 'Filter';
export const copyView = 'Copy link to this view';
export const copyLink = 'Copy link';
export const copied = 'Copied';
export const copyByHand = 'Copy the address above';
export const copyRefused = 'Not allowed to copy';
export const overview = 'Part of time in view, on all of it to scale';
export const keyDot = 'known to the day';
export const keyPill = 'as far as the source’s date goes';
export const keyBar = 'a state that lasted';

/** Days whose events have no order. @param editors whether the editors chose one */
export const withoutTimes = (days: readonly string[], editors: boolean): string =>
  `No times are given within ${days.join(' and ')}: on a shaded day the order is ${
    editors ? 'the editors’.' : 'that in which the source tells them.'
  }`;
export const dayOfEvents = (date: string, count: number): string => `${date} (${events(count)})`;

export const axisClock = (zone: string): string =>
  `The axis follows ${zone}; each time is written as its source gives it.`;
export const dayCount = (count: number): string => counted(count, 'day', 'days');

export const eventCount = events;
/** The accessible name of a mark of several. */
export const clusterName = (count: number, date: string): string => `${events(count)}, ${date}`;
export const markName = (title: string, date: string, track: string): string =>
  `${title}, ${date}, ${track}`;

/** The elasticity. @param share 0 to scale … 1 evenly spaced */
export function spacingName(share: number): string {
  if (share === 0) return 'to scale';
  if (share < 0.35) return 'nearly to scale';
  if (share < 0.65) return 'halfway between to scale and evenly spaced';
  return share < 1 ? 'nearly evenly spaced' : 'evenly spaced';
}
export const dateToDate = (first: string, last: string): string => `${first} to ${last}`;
export const eventsInView = (count: number, total: number): string =>
  `${number(count)} of ${events(total)} in view`;
export const matchFilter = (count: number): string =>
  `${number(count)} ${count === 1 ? 'matches' : 'match'} the filter`;
export const eventsMatch = (count: number, total: number): string =>
  `${number(count)} of ${events(total)} ${count === 1 && total === 1 ? 'matches' : 'match'}.`;
/** Of a story in parts. @param here how many of them the page holds */
export const eventsMatchHere = (count: number, total: number, here: number): string =>
  `${number(count)} of ${events(total)} match, ${number(here)} of them on this page.`;
export const otherPagesTitles = ' Of the other pages, words are sought in titles and dates.';
export const noneMatches = 'No event matches. Choose less, or clear the filter.';
export const andMore = (count: number): string => `and ${number(count)} more`;

export const filterForm = 'Filter the events';
export const filterBy = { words: 'Words', track: 'Track', kind: 'Kind', actor: 'Who' };
export const clearFilter = 'Clear the filter';

// An event

export const story = 'The story';
export const part = (place: number): string => `Part ${number(place)}`;
export const partOf = (place: number, total: number, dates: string): string =>
  `Part ${number(place)} of ${number(total)}: ${dates}`;
export const parts = 'Parts of the story';
export const neighbouringParts = 'Neighbouring parts';
export const allParts = 'All parts';
export const outside = 'Outside the source';
export const references = 'References';
export const referencesAre =
  'Outside pages that lend a date, a place or a variant reading. No quote is taken from them.';
export const seen = (date: string): string => `Seen ${date}.`;

export const facts = {
  date: 'Date',
  place: 'Place',
  who: 'Who',
  track: 'Track',
  address: 'Address',
};
export const permanentLink = 'Permanent link';
export const permanentLinkTo = (title: string): string => `Permanent link: ${title}`;
/** A publisher's second page, after its name. */
export const again = (count: number): string => `again (${number(count)})`;
/** What a source says of a date before the names of who narrows it. */
export const narrowed = (date: string, precision: string): string =>
  `in the source ${date}, ${precision}; narrowed by `;
export const confirmed = (precision: string): string => `${precision}; confirmed by `;
export const placedBy = 'by ';
export const unsourced = 'Not yet sourced';
export const unsourcedWhy = 'No quote supports this entry yet.';
export const inferredLinks = 'Inferred links';
export const inferredWhy = (why: string): string => `inferred. ${why}`;
/** After a date: what was said before, what is now. */
export const corrected = [': until then this said ', '; now '] as const;
export const correction = (was: string, now: string): string =>
  `Until then this said “${was}”; it says now “${now}”.`;
export const correctionOn = (date: string, was: string, now: string): string =>
  `Correction, ${date}: until then this said “${was}”; it says now “${now}”.`;

export const quote = 'The quote';
export const translation = (by: string): string => `Translation: ${by}`;
export const seePassage = 'See the passage';
export const livePage = 'Live page';
export const anotherSite = ' (another site)';
export const anotherSitePassage = (letter: string): string => `, passage ${letter} (another site)`;
export const chain = 'Who said it, and through whom it came';
export const stateMedia = 'state media';
export const stateMediaOf = (state: string): string => `state media, ${state}`;
export const inferred = 'inferred';
export const originCount = (count: number): string =>
  count === 1 ? 'One origin' : `${number(count)} origins`;
export const quotesOf = quotes;

export const eventOf = (place: number, total: number): string =>
  `Event ${number(place)} of ${number(total)}`;
export const eventOnTimeline = (place: number, total: number): string =>
  `Event ${number(place)} of ${number(total)} on the timeline`;
export const neighbours = 'Neighbouring events';
export const before = 'Before';
export const after = 'After';
export const neighbourIs = (side: string, title: string, date: string): string =>
  `${side}: ${title} (${date}).`;
export const inStory = 'In the story';
export const eventDescription = (date: string, title: string): string =>
  `${date}. ${title}. With the words of the source, and who said them.`;
export const cardDescription = (date: string, title: string): string =>
  `${date}. ${title}. With the words of the source.`;

// Taking a page along

export const share = 'Cite, share, embed';
export const shareButton = 'Share …';
export const cite = 'Cite this';
export const copyCitation = 'Copy citation';
export const citation = (author: string, title: string, site: string, date: string): string =>
  `${author.endsWith('.') ? author : `${author}.`} “${title}”. ${site}, ${date}.`;
export const embed = 'Embed';
/** Around the two choices of a theme. */
export const embedHow = [
  'This goes into another page; ',
  ' or ',
  ' at the end of the address keeps it in one of the two.',
] as const;
export const copySnippet = 'Copy snippet';
export const print = 'Print';
export const papers = { pdf: 'PDF:', a4: 'A4', letter: 'US Letter' };
export const qrCode = (address: string): string => `QR code of ${address}`;
export const notInCalendar = (count: number, total: number): string =>
  count === 1
    ? `1 of ${events(total)} is not in it: its date is not known to the day.`
    : `${number(count)} of ${events(total)} are not in it: their dates are not known to the day.`;

// An actor

export const actorDescription = (name: string): string =>
  `What ${name} did, said and reported, as far as the sources of this timeline tell.`;
export const nameIn = (language: string): string => `In ${language}`;
export const inSources = 'In the sources';
export const notNamed = 'not named in the text of any source';
export const did = 'Did';
export const said = 'Said';
export const reported = 'Reported';
export const allInferred = 'Inferred.';
export const partInferred = 'In part inferred.';

// A source

export const source = 'Source';
export const sourceDescription =
  'The source, with every quoted passage marked and tied to the events that use it.';
export const recordInferred = (why: string): string => `Inferred: ${why}`;
export const wholeText = 'The whole text, byte for byte';
export const legend = 'A letter behind a marked passage leads back to the event that quotes it.';
export const excerpts =
  'Shown here are the sentences that an event quotes, word for word; “[…]” stands for the rest. The whole text is kept with the site and checked against the digest above whenever the site is built.';
export const leftOut =
  'Left out: this source’s rights are reserved, and no event quotes these words.';
export const paragraph = (place: number): string => `Paragraph ${number(place)}`;
export const passageRunsOn = (letter: string): string =>
  `Passage ${letter} runs on into the next paragraph. It is, whole:`;
export const passageOverlaps = (letter: string): string =>
  `Passage ${letter} overlaps another. It is, whole:`;
export const notJournalism = (why: string): string => `Not journalism: ${why}`;
export const eventsQuoting = (place: number): string =>
  `Events that quote paragraph ${number(place)}`;
export const backTo = (letter: string, title: string): string =>
  `Passage ${letter}: back to ${title}`;

// The method

export const methodDescription =
  'How the quotes are checked, how dates are drawn, what is inferred and what is left out.';
export const method = {
  heading: 'Method',
  lead: 'This timeline does not ask to be believed. Each statement in it links to a quote, and each quote to the passage it was taken from.',
  quotes: 'How quotes are checked',
  quotesText: [
    'The sources are kept with the site, byte for byte. When the site is built, a program looks for every quote in the source it names. A quote must be there exactly once, character for character: only the way a line is broken, and marks that cannot be seen, may differ. A curly quotation mark is not a straight one. If a single quote is not found, or a source has changed by a single byte, the site is not built.',
    'Every paragraph about an event cites at least one of the event’s own quotes, and no quote stands uncited. A quote names its speaker and everyone who passed the words on. Where the source does not say who that was, the link is marked as inferred, with the reason. State media are labelled, whichever the state.',
    'What the program cannot check is whether the words bear the statement. That is the editors’ work, and the reader’s: the passage is one step away.',
  ],
  dates: 'How dates are drawn',
  datesText: [
    'A date is as precise as its source makes it. A year is drawn a year long, hollow and dashed. What an outside page narrows is drawn solid within it, and that page is named. Only what is known to the day or closer is a dot; an end that is open is a point like an arrow’s.',
    'The distance between two moments on the timeline lies between their true distance and an even one. Where time is squeezed, a fold says how much. Events of one day whose times nobody gives stand side by side on a shaded ground.',
  ],
  origins: 'How origins are counted',
  originsText:
    'The origin of a quote is whoever first passed its words on: an agency that reports what a person said, or, where an article speaks for itself, the agency that wrote it, and failing one its publisher. Five newspapers that carry one agency’s report are one origin, not five. A dashed line in a chain is an inference, with its reason a step away.',
  coverage: 'Coverage',
  corrections: 'Corrections',
  correctionsText:
    'A correction stays on the event’s page and in this list, with what was said before.',
  noCorrections: 'There has been none so far.',
  notes: 'Notes',
  notesText:
    'What the editors add stands in notes, apart from the statements: how a date was derived, where a translation stumbles, where accounts differ. Nothing is corrected inside a quote. These are all of them.',
};
export const allQuotes = [
  'All quotes, with their places and the sources’ digests, are in ',
  'one file of W3C Web Annotations',
  ', from which anyone who holds a source can check them without this site.',
] as const;

/** The words under a number. */
export const figures = {
  statements: (count: number): string => (count === 1 ? 'statement' : 'statements'),
  quotes: (count: number): string => (count === 1 ? 'quote' : 'quotes'),
  origins: (count: number): string => (count === 1 ? 'origin' : 'origins'),
  share: 'of the sentences quoted',
};
export const coverage = (
  statements: number,
  paragraphs: number,
  total: number,
  origins: string,
): string =>
  `A statement is a phrase outside the notes that links to a quote. There are ${number(statements)} of them, in ${counted(paragraphs, 'paragraph', 'paragraphs')} about ${events(total)}. The origins are ${origins}. A sentence of a source counts as quoted if any of its words are.`;
/** After a source's title. */
export const sourceCoverage = (
  quotedSentences: number,
  sentences: number,
  quoteCount: number,
  eventCount: number,
): string =>
  `: ${number(quotedSentences)} of ${counted(sentences, 'sentence is', 'sentences are')} quoted, in ${quotes(quoteCount)}, by ${events(eventCount)}.`;
export const unquoted = 'Sentences that are not quoted';
export const notQuoted = 'not quoted.';
export const notJournalismEither = (why: string): string => `not journalism. ${why}`;

// The print edition

export const edition = {
  description: (deck: string): string => `${deck} The print edition, with every quote in full.`,
  version: (version: string): string => `Version ${version}`,
  changedVersion: (version: string): string => `Version ${version} with later changes`,
  undated: 'Undated copy',
  happened: 'What happened',
  voices: 'Who speaks through whom',
  quotes:
    'The quotes, as they are printed in the source, with whoever spoke and passed the words on, and the address of the passage. An asterisk marks who\u00A0is\u00A0inferred.',
  outside: 'Outside references',
  outsideAre:
    'Pages that lend a date, a place or a variant reading. No quote is taken\u00A0from\u00A0them.',
  checked: 'How this was checked',
};
export const editionHolds = (total: number, quoteCount: number, documents: number): string =>
  `This is the print edition of a timeline of ${events(total)} that does not ask to be believed. What it states rests on ${quotes(quoteCount)} from ${documents === 1 ? 'one document' : `${number(documents)} documents`}, and every quote was found there, word for word, when the edition was made. A raised figure leads to the quote that bears a statement; a raised letter to an outside page that lends a date, a place or a variant reading. What the editors add stands in notes, apart from\u00A0the\u00A0statements.`;
export const editionChecked =
  'When the site was built, a program looked for every quote in the source it names, kept with the site byte for byte. Each had to be there exactly once, character for character; only the way a line is broken, and marks that cannot be seen, may differ. If one quote were not found, or a source had changed by a byte, there would be no site and no edition. Every paragraph about an event cites at least one quote, and no quote stands uncited. What no program can check is whether the words bear the statement: that is the editors’ work, and the reader’s. More at ';
export const agencyInPublisher = (agency: string, publisher: string): string =>
  `${agency}, in ${publisher}`;
export const itsPassages = '. Its passages, each marked: ';
export const itsDigest = '. SHA-256 of its text: ';
export const fieldInferred = {
  title: (why: string): string => `The title is inferred: ${why}`,
  publisher: (why: string): string => `The publisher is inferred: ${why}`,
  agency: (why: string): string => `The agency is inferred: ${why}`,
  published: (why: string): string => `The date is inferred: ${why}`,
};
/** After a date. */
export const inSourceDate = (date: string, precision: string): string =>
  `(in the source ${date}, ${precision})`;
export const backToText = (label: string): string => `${label}, back to the text`;
export const wayOf = (chainText: string, mode: string, event: number): string =>
  `${chainText}; ${mode}; event ${number(event)}.`;
export const voicesTable = {
  speaker: 'Speaker',
  via: 'Passed on by',
  agency: 'Agency',
  publisher: 'Publisher',
  mode: 'Given as',
  quotes: 'Quotes',
};
export const plateLegend =
  'The numbers are those of the events below. A dot is known to the day; a dashed outline reaches as far as the source’s date does; a bar is a state that lasted. Where time is squeezed, a fold says how much.';
/** @param numbers of its events, the first and the last */
export const plateDay = (date: string, numbers: string, editors: boolean): string =>
  `The events of ${date} (${numbers}) have no times; their order ${
    editors ? 'is\u00A0the\u00A0editors’.' : 'is that in which the source\u00A0tells\u00A0them.'
  }`;

/** The timeline as a picture, in words. */
export const plate = {
  events: (count: number): string => `Timeline of ${events(count)}.`,
  event: (place: number, title: string, date: string): string =>
    `${number(place)}, ${title}, ${date}`,
  track: (label: string, own: readonly string[]): string =>
    `On the track “${label}”: ${own.join('; ') || 'nothing'}.`,
  fold: (length: string): string => `${length} are folded away.`,
  foldBetween: (length: string, first: number, second: number): string =>
    `Between ${number(first)} and ${number(second)}, ${length} are folded away.`,
};
