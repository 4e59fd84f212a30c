/**
 * Every word of the interface, in English. Another language is another file with the same exports; docs/architecture.md
 * says how to add one.
 *
 * Where a sentence holds a link, it is three strings: before it, the link, after it. Numbers come in as numbers, dates
 * and names as text.
 */
import { localeOf, numbersOf, pluralsOf } from './locale.ts';
import type { Complete } from './words.ts';

const locale = /* @__PURE__ */ localeOf('en');

/** A number as it is written. */
export const number = /* @__PURE__ */ numbersOf(locale);

const plural = /* @__PURE__ */ pluralsOf<'one' | 'other'>(locale);
const events = (count: number): string => plural(count, { one: '# event', other: '# events' });
const quotes = (count: number): string => plural(count, { one: '# quote', other: '# quotes' });

// Signs, with the spaces around them

export const comma = ', ';
/** Between parts of a list that hold commas themselves. */
export const semicolon = '; ';
export const colon = ': ';
/** Between one sentence and the next. */
export const stop = '. ';
/** A text that another sentence follows, closed by a full stop if by nothing else. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? `${text} ` : `${text}. `);
/** From whoever spoke to whoever passed it on. */
export const arrow = ' → ';
export const quoted = (text: string): string => `“${text}”`;
/** Something said by the way, behind what it is about. */
export const inBrackets = (text: string): string => ` (${text})`;
/** What a passage or a note is called by, in order; after the last come pairs of them. */
export const letters = 'abcdefghijklmnopqrstuvwxyz';

// Dates

/** A year, by its digits. */
export const year = (digits: string): string => digits;
/** From one date to another, and from one year or number to another. */
export const range = (first: string, last: string): string => `${first} – ${last}`;
export const numberRange = (first: string, last: string): string => `${first}–${last}`;
/** All years of a century, or of a decade before the common era. */
export const years = (first: string, last: string): string => `${first}–${last}`;
/** A day or month of a year before the common era. */
export const dateInYear = (date: string, year: string): string => `${date} ${year}`;
export const aboutDate = (date: string): string => `about ${date}`;
export const uncertainDate = (date: string): string => `${date} (uncertain)`;
/** The digits of a year, which no calendar of the platform's writes. */
export const beforeCommonEra = (digits: string): string => `${digits} BCE`;
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

/** How precisely a date is given, which says nothing of whether it is certain. */
export const precisions = {
  century: 'only the century is given',
  decade: 'only the decade is given',
  year: 'only the year is given',
  month: 'only the month is given',
  day: 'given to the day',
  time: 'given to the minute',
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

/** How the source gives somebody’s words. */
export const modes = {
  direct: 'word for word',
  indirect: 'paraphrased',
  narration: 'in the writer’s own words',
};

/** Why a quote is as it is, before the words of its author. */
export const reasons = {
  word: 'A part of a word',
  phrase: 'A part of a sentence',
  unmarked: 'In no quotation marks in the source',
  paragraphs: 'Runs over several paragraphs',
  furniture: 'Not part of the article',
};

/** Fields of the record of a source or a reference. */
export const record = {
  publisher: 'Publisher',
  agency: 'Agency',
  published: 'Published',
  rights: 'Rights',
  sha256: 'SHA-256',
  live: 'Original page',
  held: 'Where it can be seen',
  archived: 'Archived copy',
  author: 'Author',
  translator: 'Translator',
  edition: 'Edition',
  callNumber: 'Call number',
  text: 'Text',
};

// The frame of every page

export const skip = 'Skip to the content';
/** A button that is pressed while the page is dark. */
export const dark = 'Dark colours';
export const siteMenu = 'Site';
/** The mode for a class or a meeting: one event at a time, in large type. */
export const present = { title: 'Present', leave: 'Back to the timeline' };
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
  heading: 'There is nothing at this address',
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
/** Before and after the slider. */
export const toScale = 'Spacing: true';
export const evenlySpaced = 'even';
export const spacing = 'Spacing of time';
export const earlier = 'Earlier';
export const later = 'Later';
export const zoomOut = 'Zoom out';
export const zoomIn = 'Zoom in';
export const fit = 'Show all';
export const filter = 'Filter';
/** Before the kinds of file that the drawing in view is saved as. */
export const savePicture = 'Save this picture:';
export const copyView = 'Copy this view';
export const copyLink = 'Copy link';
export const copied = 'Copied';
export const copyByHand = 'Copy it from the address bar';
export const copyRefused = 'Not allowed to copy';
export const overview = 'The part of time in view, within all of it to scale';
export const keyDot = 'given to the day';
export const keyPill = 'happened somewhere in this span';
export const keyBar = 'lasted at least this long';

const list = (items: readonly string[]): string => new Intl.ListFormat(locale).format(items);

/** Days whose events no source puts in order. @param editors whether the editors chose one */
export const withoutTimes = (days: readonly string[], editors: boolean): string =>
  `No times are known within ${list(days)} (shaded): the order is ${
    editors ? 'ours.' : 'that of the source.'
  }`;
export const dayOfEvents = (date: string, count: number): string => `${date} (${events(count)})`;

export const axisClock = (zone: string): string =>
  `The axis follows ${zone}; each time is shown as its source gives it.`;
export const dayCount = (count: number): string => plural(count, { one: '# day', other: '# days' });

export const eventCount = events;
/** The accessible name of a mark of several. */
export const clusterName = (count: number, date: string): string => `${events(count)}, ${date}`;
export const markName = (title: string, date: string, track: string): string =>
  `${title}, ${date}, ${track}`;

/** How events are spaced. @param share 0 to scale … 1 evenly */
export function spacingName(share: number): string {
  if (share === 0) return 'true spacing';
  if (share < 0.35) return 'nearly true spacing';
  if (share < 0.65) return 'spacing halfway between true and even';
  return share < 1 ? 'nearly even spacing' : 'even spacing';
}
export const dateToDate = (first: string, last: string): string => `${first} to ${last}`;
/** Where a view has no event. */
export const noneBetween = (first: string, last: string): string =>
  `No events between ${first} and ${last}.`;
export const noneMatchesBetween = (first: string, last: string): string =>
  `No event between ${first} and ${last} matches the filter.`;
/** Where it is too short for two dates, or out of the calendar. */
export const noneInView = 'Nothing to show in this part of time.';
export const eventsInView = (count: number, total: number): string =>
  `${number(count)} of ${events(total)} in view`;
export const matchFilter = (count: number): string =>
  plural(count, { one: '# matches the filter', other: '# match the filter' });
export const eventsMatch = (count: number, total: number): string =>
  `${number(count)} of ${events(total)} ${plural(total, { one: 'matches', other: 'match' })}.`;
/** Of a story in parts. @param here how many of them the page holds */
export const eventsMatchHere = (count: number, total: number, here: number): string =>
  `${number(count)} of ${events(total)} match, ${number(here)} of them on this page.`;
export const otherPagesTitles = ' On the other pages, only titles and dates are searched.';
export const noneMatches = 'No event matches. Choose fewer conditions, or clear the filter.';
export const andMore = (count: number): string => `and ${number(count)} more`;

export const filterForm = 'Filter the events';
export const filterBy = { words: 'Search', track: 'Track', kind: 'Kind', actor: 'Who' };
export const clearFilter = 'Clear the filter';

// An event

export const story = 'The story';
export const part = (ordinal: number): string => `Part ${number(ordinal)}`;
export const partOf = (ordinal: number, total: number, dates: string): string =>
  `Part ${number(ordinal)} of ${number(total)}: ${dates}`;
export const parts = 'Parts of the story';
export const neighbouringParts = 'Neighbouring parts';
export const allParts = 'All parts';
export const outside = 'Outside the source';
export const references = 'References';
export const referencesAre =
  'Outside pages that lend a date, a place or a variant reading. No quote is taken from them.';
export const seen = (date: string): string => `Seen ${date}.`;
export const notSeen = 'The editors have not looked at it yet.';

export const facts = {
  date: 'Date',
  place: 'Place',
  who: 'Who',
  track: 'Track',
};
/** Of pictures, sound and film; `from` stands before the title of what they are taken from. */
export const media = {
  open: 'Open the picture',
  close: 'Close',
  captions: 'Captions',
  transcript: 'Transcript',
  from: 'From ',
};
/** A publisher's second page, after its name. */
export const again = (count: number): string => `another page (${number(count)})`;
/** What the source says of a date, before the names of those who give it more exactly. */
export const narrowed = (date: string): string =>
  `the source says only ${date}; the more exact date is from `;
/** Before the names of others who give the same date. */
export const confirmed = (precision: string): string => `${precision}, also by `;
export const placedBy = 'according to ';
export const unsourced = 'Not yet sourced';
export const unsourcedWhy = 'No quote supports this entry yet.';
export const inferredLinks = 'What is our guess, and why';
export const inferredWhy = (why: string): string => `our guess. ${why}`;
/** After a date: what was said before, what is now. */
export const corrected = [': until then this said ', '; now '] as const;
export const correction = (was: string, now: string): string =>
  `Until then this said ${quoted(was)}; it says now ${quoted(now)}.`;
export const correctionOn = (date: string, was: string, now: string): string =>
  `Correction, ${date}: until then this said ${quoted(was)}; it says now ${quoted(now)}.`;

/** An event that was published and taken back. */
export const retracted = 'Retracted';
export const retractedOn = (date: string): string => `Retracted on ${date}`;
export const retractedTitle = (title: string): string => `Retracted: ${title}`;
export const retractedWas = 'What this page said until then';
export const retractedList =
  'The editors no longer stand by these entries. Each keeps its page, with the reason, and is no longer on the timeline.';
export const retractedDescription = 'This entry was published and has been taken back.';

export const quote = 'The quote';
export const translation = (by: string): string => `Translation: ${by}`;
export const seePassage = 'See it in the source';
/** Before links to the passages of a quote of several, each called as {@link passage} says. */
export const passagesInSource = 'See in the source: ';
export const passage = (ordinal: number): string => `passage ${number(ordinal)}`;
export const livePage = 'Original page';
export const anotherSite = ' (another site)';
export const anotherSitePassage = (letter: string): string => `, passage ${letter} (another site)`;
export const chain = 'Who said it, and through whom it came';
export const stateMedia = 'state media';
export const stateMediaOf = (state: string): string => `state media, ${state}`;
export const inferred = 'our guess';
/** A link to the reason. */
export const inferredAsk = 'our guess – why?';
export const originCount = (count: number): string =>
  plural(count, { one: 'Goes back to one source', other: 'Goes back to # sources' });
export const quotesOf = quotes;
export const notesOf = (count: number): string =>
  plural(count, { one: '# note', other: '# notes' });
/** A button that is pressed while all of them are open, on narrow screens. */
export const allOpen = 'All quotes and notes';

export const eventOf = (ordinal: number, total: number): string =>
  `Event ${number(ordinal)} of ${number(total)}`;
export const eventOnTimeline = (ordinal: number, total: number): string =>
  `Event ${number(ordinal)} of ${number(total)} on the timeline`;
/** The reading bar. */
export const readingBar = 'Where you are in the story';
export const previousEvent = 'Previous event';
export const nextEvent = 'Next event';
/** A place among all, or how many of all. */
export const outOf = (count: number, total: number): string =>
  `${number(count)} of ${number(total)}`;
export const neighbours = 'Neighbouring events';
export const before = 'Before';
export const after = 'After';
export const neighbourIs = (side: string, title: string, date: string): string =>
  `${side}: ${title} (${date}).`;
export const inStory = 'Show on the timeline';

// Taking a page along

export const share = 'Cite, share, embed';
export const shareButton = 'Share …';
/** A link to what it shares, at a title and at a quote. */
export const sharePage = 'Share';
/** Said once the link is on the clipboard. */
export const linkCopied = 'Link copied';
export const cite = 'Cite this';
export const copyCitation = 'Copy citation';
export const citation = (author: string, title: string, site: string, date: string): string =>
  `${sentence(author)}${quoted(title)}. ${site}, ${date}.`;
export const embed = 'Embed';
/** Around the two choices of a theme. */
export const embedHow = [
  'This goes into another page; ',
  ' or ',
  ' at the end of the address keeps it in one of the two.',
] as const;
export const copySnippet = 'Copy snippet';
/** Before the code that does it. */
export const embedHeight =
  'The height suits a column of text. With this script beside it, the frame is always as high as the timeline:';
export const print = 'Print';
export const papers = { pdf: 'PDF:', a4: 'A4', letter: 'US Letter' };
export const qrCode = (address: string): string => `QR code of ${address}`;
export const notInCalendar = (count: number, total: number): string =>
  plural(count, {
    one: `# of ${events(total)} is not in it: its date is not known to the day.`,
    other: `# of ${events(total)} are not in it: their dates are not known to the day.`,
  });

// An actor

export const actorDescription = (name: string): string =>
  `What ${name} did, said and reported, as far as the sources of this timeline tell.`;
export const nameIn = (language: string): string => `In ${language}`;
export const inSources = 'In the sources';
export const notNamed = 'not named in the text of any source';
/** Before the outside page that gives a name which no source has. */
export const namedBy = 'Called so by';
export const did = 'Did';
export const said = 'Said';
export const reported = 'Reported';
export const allInferred = 'Our guess.';
export const partInferred = 'In part our guess.';

// A source

export const source = 'Source';
export const sourceDescription =
  'The source, with every quoted passage marked and tied to the events that use it.';
export const recordInferred = (why: string): string => `Our guess: ${why}`;
export const wholeText = 'The whole text, byte for byte';
export const legend = 'The letter after a marked passage leads back to the event that quotes it.';
export const excerpts =
  'Shown here are the sentences that an event quotes, word for word; “[…]” stands for the rest. The whole text is kept with the site and checked against the digest above whenever the site is built.';
export const longExcerpts =
  'This source is long. Shown here are the passages that an event quotes, with the sentences around them; “[…]” stands for the rest, which is in the whole text.';
/** The whole text of a long source, in parts. */
export const wholeTextHere = 'Read the whole text, with the passages marked';
export const wholeTextKicker = 'The whole text';
export const wholeTextTitle = (title: string, part: number): string =>
  `${title}: whole text, part ${number(part)}`;
export const inWholeText = 'In the whole text';
export const textParts = 'Parts of the whole text';
export const paragraphs = (first: number, last: number): string =>
  first === last ? `paragraph ${number(first)}` : `paragraphs ${number(first)}–${number(last)}`;
export const paragraphContinued = (ordinal: number): string =>
  `Paragraph ${number(ordinal)}, continued`;
export const quotedPassages = 'Quoted passages';
export const leftOut = 'Left out: no event quotes these words.';
export const paragraph = (ordinal: number): string => `Paragraph ${number(ordinal)}`;
export const passageRunsOn = (letter: string): string =>
  `Passage ${letter} runs on into the next paragraph. It is, whole:`;
export const passageOverlaps = (letter: string): string =>
  `Passage ${letter} overlaps another. It is, whole:`;
export const partOfQuote = 'Part of one quote: ';
/** Below pictures of a passage, by its letter. */
export const passageAsPrinted = (letter: string): string => `Passage ${letter} as printed`;
/** A page of a source, as it is called there; several, as a list with runs. */
export const page = (label: string): string => `p. ${label}`;
export const pages = (labels: string): string => `pp. ${labels}`;
/** A page that has no number or name, by its place in the file. */
export const filePage = (place: number): string => `page ${number(place)} of the file`;
/** A section of a source, by its headings from the outermost. */
export const section = (headings: readonly string[]): string => `§ ${headings.join(' › ')}`;
/** Where in a source a quote stands, as its author says; the text does not carry it. */
export const locatedByEditors = (at: string): string => `${at} (located by the editors)`;
/** Before the pages of a source that are quoted on this site. */
export const quotedPages = 'Quoted here';
export const notJournalism = (why: string): string => `Not part of the article: ${why}`;
export const eventsQuoting = (ordinal: number): string =>
  `Events that quote paragraph ${number(ordinal)}`;
export const backTo = (letter: string, title: string): string =>
  `Passage ${letter}: back to ${title}`;

// The method

export const methodDescription =
  'How the quotes are checked, how dates are drawn, what is our guess and what is left out.';
export const method = {
  heading: 'Method',
  lead: 'This timeline does not ask to be believed. Each statement in it links to a quote, and each quote to the passage it was taken from.',
  quotes: 'How quotes are checked',
  quotesText: [
    'The sources are kept with the site, byte for byte. When the site is built, a program looks for every quote in the source it names. A quote must be there exactly once, character for character: only the way a line is broken, and marks that cannot be seen, may differ. A curly quotation mark is not a straight one. If a single quote is not found, or a source has changed by a single byte, the site is not built.',
    'Every paragraph about an event cites at least one of the event’s own quotes, and no quote stands uncited. A quote names its speaker and everyone who passed the words on. Where the source does not say who that was, the name is marked as our guess, with the reason. State media are labelled, whichever the state.',
    'What the program cannot check is whether the words bear the statement. That is the editors’ work, and the reader’s: the passage is one step away.',
  ],
  dates: 'How dates are drawn',
  datesText: [
    'A date is as precise as its source makes it. A year is drawn a year long, hollow and dashed. Where an outside page knows it more closely, that is drawn solid within it, and the page is named. Only a date given to the day or closer is a dot; an open end is pointed like an arrow.',
    'The distance between two moments on the timeline lies between their true distance and an even one. Where time is squeezed, a break in the axis says how much. Events of one day whose times nobody gives stand side by side on a shaded ground.',
  ],
  origins: 'How origins are counted',
  originsText:
    'The origin of a quote is whoever first passed its words on: an agency that reports what a person said, or, where an article speaks for itself, the agency that wrote it, and failing one its publisher. Five newspapers that carry one agency’s report are one origin, not five. A dashed line in a chain is our guess, with its reason a step away.',
  coverage: 'Coverage',
  corrections: 'Corrections',
  correctionsText:
    'A correction stays on the event’s page and in this list, with what was said before.',
  retractions: 'Retractions',
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
  statements: (count: number): string => plural(count, { one: 'statement', other: 'statements' }),
  quotes: (count: number): string => plural(count, { one: 'quote', other: 'quotes' }),
  origins: (count: number): string => plural(count, { one: 'origin', other: 'origins' }),
  share: 'of the sentences quoted',
};
export const coverage = (
  statements: number,
  paragraphs: number,
  total: number,
  origins: string,
): string =>
  `A statement is a phrase outside the notes that links to a quote. There are ${number(statements)} of them, in ${plural(paragraphs, { one: '# paragraph', other: '# paragraphs' })} about ${events(total)}. The origins are ${sentence(origins)}A sentence of a source counts as quoted if any of its words are.`;
/** After a source's title. */
export const sourceCoverage = (
  quotedSentences: number,
  sentences: number,
  quoteCount: number,
  eventCount: number,
): string =>
  `: ${number(quotedSentences)} of ${plural(sentences, { one: '# sentence is', other: '# sentences are' })} quoted, in ${quotes(quoteCount)}, by ${events(eventCount)}.`;
/** After the title of a source whose sentences are not counted. */
export const quotedInPart = (quoteCount: number, eventCount: number): string =>
  `: ${quotes(quoteCount)}, by ${events(eventCount)}. It is quoted in part, so its sentences are not counted.`;
export const unquoted = 'Sentences that are not quoted';
export const notQuoted = 'not quoted.';
export const notJournalismEither = (why: string): string => `not part of the article. ${why}`;

// The print edition

export const edition = {
  description: (deck: string): string =>
    `${sentence(deck)}The print edition, with every quote in full.`,
  version: (version: string): string => `Version ${version}`,
  changedVersion: (version: string): string => `Version ${version} with later changes`,
  undated: 'Undated copy',
  happened: 'What happened',
  voices: 'Who speaks through whom',
  quotes:
    'The quotes, as they are printed in the source, with whoever spoke and passed the words on, and the address of the passage. An asterisk marks a name that is\u00A0our\u00A0guess.',
  outside: 'Outside references',
  outsideAre:
    'Pages that lend a date, a place or a variant reading. No quote is taken\u00A0from\u00A0them.',
  checked: 'How this was checked',
};
export const editionHolds = (total: number, quoteCount: number, documents: number): string =>
  `This is the print edition of a timeline of ${events(total)} that does not ask to be believed. What it states rests on ${quotes(quoteCount)} from ${plural(documents, { one: 'one document', other: '# documents' })}, and every quote was found there, word for word, when the edition was made. A raised figure leads to the quote that bears a statement; a raised letter to an outside page that lends a date, a place or a variant reading. What the editors add stands in notes, apart from\u00A0the\u00A0statements.`;
export const editionChecked =
  'When the site was built, a program looked for every quote in the source it names, kept with the site byte for byte. Each had to be there exactly once, character for character; only the way a line is broken, and marks that cannot be seen, may differ. If one quote were not found, or a source had changed by a byte, there would be no site and no edition. Every paragraph about an event cites at least one quote, and no quote stands uncited. What no program can check is whether the words bear the statement: that is the editors’ work, and the reader’s. More at ';
export const agencyInPublisher = (agency: string, publisher: string): string =>
  `${agency}, in ${publisher}`;
export const itsPassages = 'Its passages, each marked: ';
export const itsDigest = '. SHA-256 of its text: ';
export const fieldInferred = {
  title: (why: string): string => `The title is our guess: ${why}`,
  publisher: (why: string): string => `The publisher is our guess: ${why}`,
  agency: (why: string): string => `The agency is our guess: ${why}`,
  published: (why: string): string => `The date is our guess: ${why}`,
};
/** After a date. */
export const inSourceDate = (date: string): string => `(the source says only ${date})`;
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
  'The numbers are those of the events below. A dot is a date given to the day; what has a dashed outline happened somewhere within it; what has a bar lasted at least as long. Where time is squeezed, a break in the axis says how much.';
/** @param numbers of its events, the first and the last */
export const plateDay = (date: string, numbers: string, editors: boolean): string =>
  `The events of ${date} (${numbers}) have no times; their order ${
    editors ? 'is\u00A0ours.' : 'is\u00A0that of the\u00A0source.'
  }`;

/** The timeline as a picture, in words. */
export const plate = {
  events: (count: number): string => `Timeline of ${events(count)}.`,
  event: (ordinal: number, title: string, date: string): string =>
    `${number(ordinal)}, ${title}, ${date}`,
  track: (label: string, own: readonly string[]): string =>
    `On the track ${quoted(label)}: ${own.join(semicolon) || 'nothing'}.`,
  axisBreak: (length: string): string => `${length} are squeezed together.`,
  axisBreakBetween: (length: string, first: number, second: number): string =>
    `Between ${number(first)} and ${number(second)}, ${length} are squeezed together.`,
};

/** The map of the places. @param distance with its unit @param atlas its name */
export const map = {
  title: 'Where it happened',
  picture: 'Map of the places.',
  near: (distance: string): string => `to within ${distance}`,
  note: (atlas: string): string =>
    `Land and borders are those of ${atlas}. Borders are drawn as they are held, whoever claims them. A filled mark is an exact place, an open one is not exact, and a circle is as large as the doubt.`,
};

export type Checked = Complete<typeof import('./en.ts')>;
