/** Every command with its operand and options: the one table for reading arguments, for `--help` and for refusals. */

/** Options that have a value, by name without the dashes. */
export type Flags = Readonly<Record<string, string | undefined>>;

export interface Option {
  /** What its value is, as `--help` shows it; absent for a switch, which has none. */
  value?: string;
  does: string;
}

export interface Command {
  does: string;
  operand?: {
    name: string;
    is: string;
    /** Several words are one operand. */
    words?: true;
    /** The option that stands in place of the operand and of all other options. */
    unless?: string;
  };
  options: Readonly<Record<string, Option>>;
  examples: readonly string[];
}

/** Who said the words of a quote, how, and through whom they came. `?` is refused by check until it is answered. */
const ATTRIBUTION = {
  speaker: { value: '<actor>', does: 'whose words they are; ? while that is not known' },
  'speaker-name': { value: '<name>', does: 'adds a speaker that actors.yaml does not have' },
  'speaker-names': {
    value: '<names>',
    does: 'how sources spell a new speaker’s name, separated by semicolons; the name itself if left out',
  },
  'speaker-kind': {
    value: '<kind>',
    does: 'a new speaker’s kind, one of those in site.yaml; none if left out',
  },
  'speaker-role': { value: '<text>', does: 'a new speaker’s office' },
  mode: {
    value: '<mode>',
    does: 'direct, indirect or narration; ? while that is not known',
  },
  via: { value: '<actors>', does: 'who passed the words on, in order, separated by commas' },
  inferred: {
    value: '<text>',
    does: 'why the speaker is taken to be so, if the source does not name them',
  },
  unmarked: {
    value: '<text>',
    does: 'why words are direct that stand in no quotation marks in the source, as in a transcript',
  },
} as const;

/** Which of several passages that hold the same words. */
const PASSAGE = {
  source: { value: '<id>', does: 'the source to look in; all of them if left out' },
  prefix: { value: '<words>', does: 'the words before the passage that is meant' },
  suffix: { value: '<words>', does: 'the words after the passage that is meant' },
} as const;

export const COMMANDS = {
  check: {
    does: 'Checks the archive against every rule and prints all problems, each with its place and remedy.',
    options: {
      strict: { does: 'counts sentences that no event quotes, and unsourced events, as errors' },
      json: { does: 'prints the problems as JSON' },
      fix: { does: 'gives quotes that differ slightly from their source the source’s characters' },
      'dry-run': { does: 'shows what --fix would change, and writes nothing' },
      coverage: { does: 'lists every source sentence with the events that quote it' },
    },
    examples: ['npm run check -- --strict'],
  },
  new: {
    does: 'Writes an event whose first statement is linked to a quote. At a terminal, asks for what is left out.',
    operand: {
      name: '<id>',
      is: 'the event’s id: its file name and its permanent URL',
      unless: 'archive',
    },
    options: {
      archive: { value: '<folder>', does: 'writes a new archive instead of an event' },
      title: { value: '<text>', does: 'the event’s title' },
      date: { value: '<EDTF>', does: 'its date, no more precise than the source' },
      track: { value: '<id>', does: 'its track' },
      kind: { value: '<kind>', does: 'its kind, one of those in site.yaml; none if left out' },
      quote: { value: '<words>', does: 'words of a source, exactly or nearly' },
      ...PASSAGE,
      ...ATTRIBUTION,
      derived: { value: '<text>', does: 'how the date is known, if the quote does not give it' },
    },
    examples: [
      'npm run new -- storm-rises --title "A storm rises" --date 1921-05-03 --quote "the storm rose"',
      'npm run new -- --archive my-archive',
    ],
  },
  quote: {
    does: 'Finds words in the sources and prints each passage as an entry of an event’s quotes. At a terminal, asks which passage is meant and who says it.',
    operand: {
      name: '<words>',
      is: 'what to find; it need not be exact. Several phrases, or one with an ellipsis, are passages of one quote',
      words: true,
    },
    options: { ...PASSAGE, ...ATTRIBUTION },
    examples: ['npm run quote -- "the storm rose"', 'npm run quote -- "the storm" "fell at dawn"'],
  },
  source: {
    does: 'Stores a document as a source (text, PDF, web page, MHTML, Word, EPUB, Markdown, e-mail) and lists its sentences. At a terminal, asks for what is left out.',
    operand: { name: '<file>', is: 'the document; - reads it from standard input' },
    options: {
      id: { value: '<id>', does: 'the source’s id; from the file’s name if left out' },
      title: { value: '<text>', does: 'its title; the page’s own if left out' },
      publisher: { value: '<actor>', does: 'who published it' },
      'publisher-name': {
        value: '<name>',
        does: 'adds a publisher that actors.yaml does not have',
      },
      'publisher-names': {
        value: '<names>',
        does: 'how sources spell a new publisher’s name, separated by semicolons; the name itself if left out',
      },
      'publisher-kind': {
        value: '<kind>',
        does: 'a new publisher’s kind, one of those in site.yaml; none if left out',
      },
      'publisher-role': { value: '<text>', does: 'a new publisher’s office' },
      agency: { value: '<actor>', does: 'the news agency whose report it carries' },
      url: { value: '<address>', does: 'where it was taken from' },
      held: { value: '<text>', does: 'where it can be seen; needed if it has no address' },
      archived: { value: '<address>', does: 'an archive’s copy of the page' },
      author: { value: '<names>', does: 'who wrote it; several separated by semicolons' },
      translator: { value: '<names>', does: 'who translated it; several separated by semicolons' },
      edition: { value: '<text>', does: 'which edition of it, as second or 1951' },
      doi: { value: '<number>', does: 'its DOI, as 10.1000/182' },
      isbn: { value: '<number>', does: 'its ISBN' },
      'call-number': { value: '<text>', does: 'what a library or an archive knows it by' },
      published: { value: '<EDTF>', does: 'when it was published' },
      language: { value: '<tag>', does: 'its language, as en or ja; the page’s own if left out' },
      rights: { value: '<text>', does: 'its rights, in a sentence' },
      charset: { value: '<name>', does: 'its character set, if the document does not say it' },
      as: { value: 'text', does: 'takes Markdown, JSON and the like as they stand' },
      replace: {
        value: '<id>',
        does: 'puts the document in place of this source’s, after showing which quotes still hold, moved, or broke',
      },
      yes: { does: 'replaces without asking' },
      furniture: { does: 'records what seems to be navigation, banners and notices as furniture' },
      display: { value: '<how>', does: 'full, or excerpts (the default): quoted sentences only' },
    },
    examples: ['npm run source -- storm.html --publisher paper --url https://example.org/storm'],
  },
  picture: {
    does: 'Takes a picture, a sound or a film into media/ and names it in an event. At a terminal, asks for what is left out.',
    operand: {
      name: '<file>',
      is: 'JPEG, PNG, WebP, AVIF, GIF; MP3, M4A, WAV, Ogg, FLAC; MP4, WebM',
    },
    options: {
      event: { value: '<id>', does: 'the event that shows it' },
      name: {
        value: '<name>',
        does: 'what it is called in media/; from the file’s name if left out',
      },
      alt: { value: '<text>', does: 'what it shows, for readers who cannot see or hear it' },
      decorative: { does: 'says that the picture shows nothing that the text does not say' },
      caption: { value: '<text>', does: 'a caption in Markdown; it cites, as the text does' },
      credit: { value: '<text>', does: 'whose it is' },
      rights: { value: '<text>', does: 'its rights or licence, in words' },
      source: { value: '<id>', does: 'the source that it is from' },
      reference: { value: '<id>', does: 'the entry of references.yaml that it is from' },
      date: { value: '<EDTF>', does: 'when it was made' },
      focus: { value: '<x,y>', does: 'what stays in view if it is cropped, as 0.5,0.2' },
      poster: { value: '<file>', does: 'a picture that stands for a film or a sound' },
      captions: { value: '<file>', does: 'captions of a film, as WebVTT' },
      transcript: { value: '<file>', does: 'the words of a sound or a film, as text' },
    },
    examples: [
      'npm run picture -- harbour.jpg --event storm-rises --alt "Four boats at a quay" --credit "Ada Moor" --rights "Public domain" --reference album',
    ],
  },
  import: {
    does: 'Adds the events of another tool’s timeline, marked as unsourced. Imported again, a file updates what nobody has edited since.',
    operand: {
      name: '<file>',
      is: 'TimelineJS JSON, CSV, XLSX, iCalendar, SIMILE Timeline or markwhen',
    },
    options: {
      archive: { value: '<folder>', does: 'writes a new archive of the file alone' },
      dates: {
        value: '<order>',
        does: 'dmy or mdy: how 3/4/2019 is meant if no other date of its column shows it',
      },
      encoding: {
        value: '<name>',
        does: 'how the file’s bytes are read if it is not UTF-8 and does not say so, as windows-1252',
      },
      language: { value: '<tag>', does: 'the language of a new archive; en-GB if left out' },
      track: { value: '<id>', does: 'the track of events that name no group' },
      'dry-run': { does: 'says what would be written, and writes nothing' },
      verbose: { does: 'lists each loss, not the first three of a kind' },
      json: { does: 'prints the report as JSON' },
    },
    examples: ['npm run import -- lamps.csv', 'npm run import -- lamps.csv --archive my-lamps'],
  },
  export: {
    does: 'Writes all events and their quotes to a spreadsheet that import reads back.',
    operand: { name: '<sheet>', is: 'the file to write; it ends in .xlsx or .csv' },
    options: {},
    examples: ['npm run export -- sheet.xlsx'],
  },
  build: {
    does: 'Checks the archive, builds the site and appends new addresses to permalinks.txt. SITE_URL and BASE_PATH say where the site will be.',
    options: {
      'out-dir': { value: '<folder>', does: 'the folder to build into; dist if left out' },
    },
    examples: ['SITE_URL=https://example.org npm run build'],
  },
  pdf: {
    does: 'Prints the built site’s print edition to PDF files in dist/, with Chromium.',
    options: {
      optional: { does: 'succeeds without PDFs if no Chromium is found, and installs none' },
    },
    examples: ['npm run pdf'],
  },
  dev: {
    does: 'Serves the site while you write: an edit shows at once, and problems show in the terminal and over the page.',
    options: {
      port: { value: '<number>', does: 'the port; 4321, or the next that is free, if left out' },
      host: {
        value: '<address>',
        does: 'lets other machines see it, as 0.0.0.0; this one alone if left out',
      },
    },
    examples: ['npm run dev', 'npm run dev -- --port 8080'],
  },
  start: {
    does: 'Builds the site, prints it if there is a Chromium, and serves it on the port that PORT says, or 4321.',
    options: {
      dir: {
        value: '<folder>',
        does: 'serves a site that was built into this folder, and builds none',
      },
    },
    examples: ['npm start', 'PORT=8080 npm start'],
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;
