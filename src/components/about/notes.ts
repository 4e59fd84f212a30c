/** What the texts of the events hold: their notes, and the statements outside them. Nothing is written twice. */
import { eventPath } from '../../model/address.ts';
import type { Event } from '../../model/archive.ts';
import { type NoteTopic, notesOf, statementsOf } from '../../model/body.ts';
import { path } from '../base.ts';
import { bodyHtml } from '../body.ts';

export interface CollectedNote {
  event: Event;
  topic: NoteTopic;
  html: string;
}

/** Every note, in the order of the events; its quotes are on the event's own page. */
export const collectNotes = (events: readonly Event[]): CollectedNote[] =>
  events.flatMap((event) =>
    notesOf(event.body).map(({ about, children }) => {
      const quotesOn = path(eventPath(event.id));
      return { event, topic: about, html: bodyHtml(children, { event: event.id, quotesOn }) };
    }),
  );

/** How many phrases outside notes lead to a quote, and how many blocks say them. */
export function countStatements(events: readonly Event[]): { phrases: number; blocks: number } {
  const blocks = events.flatMap(({ body }) => statementsOf(body));
  const citations = blocks.flatMap((block) => block.citations);
  return {
    phrases: citations.filter(({ kind }) => kind === 'quote').length,
    blocks: blocks.length,
  };
}
