/** The authoring commands, and the options they take besides check's. */
export const AUTHORING = ['new', 'quote', 'source', 'import'] as const;

export const AUTHOR_OPTIONS = {
  archive: { type: 'string' },
  id: { type: 'string' },
  title: { type: 'string' },
  date: { type: 'string' },
  track: { type: 'string' },
  kind: { type: 'string' },
  source: { type: 'string' },
  quote: { type: 'string' },
  prefix: { type: 'string' },
  suffix: { type: 'string' },
  speaker: { type: 'string' },
  mode: { type: 'string' },
  inferred: { type: 'string' },
  derived: { type: 'string' },
  publisher: { type: 'string' },
  'publisher-name': { type: 'string' },
  agency: { type: 'string' },
  url: { type: 'string' },
  published: { type: 'string' },
  language: { type: 'string' },
  rights: { type: 'string' },
  display: { type: 'string' },
  format: { type: 'string' },
} as const;
