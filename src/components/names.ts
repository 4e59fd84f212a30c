/** What the vocabularies of the model are called on pages. */
import type { Actor } from '../model/actor.ts';
import type { noteTopics } from '../model/event.ts';
import type { QuoteRecord } from '../model/quote.ts';

export const topicNames = {
  date: 'Date',
  translation: 'Translation',
  discrepancy: 'Discrepancy',
  context: 'Context',
  correction: 'Correction',
} satisfies Record<(typeof noteTopics)[number], string>;

export const modeNames = {
  direct: 'direct speech',
  indirect: 'reported speech',
  narration: 'narration',
} satisfies Record<QuoteRecord['mode'], string>;

export const kindNames = {
  person: 'Person',
  state: 'State',
  agency: 'News agency',
  publisher: 'Publisher',
  institution: 'Institution',
} satisfies Record<Actor['kind'], string>;
