/** Collects notes and counts statements from the texts of the events. */
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

/** Every note, in the order of the events; its citations lead to the event's page. */
export const collectNotes = (events: readonly Event[]): CollectedNote[] =>
  events.flatMap((event) =>
    notesOf(event.body).map(({ about, children }) => {
      const quotesOn = path(eventPath(event.id));
      return { event, topic: about, html: bodyHtml(children, { event: event.id, quotesOn }) };
    }),
  );

/** How many phrases outside notes cite a quote, and how many blocks have such phrases. */
export function countStatements(events: readonly Event[]): { phrases: number; blocks: number } {
  const blocks = events.flatMap(({ body }) => statementsOf(body));
  const citations = blocks.flatMap((block) => block.citations);
  return {
    phrases: citations.filter(({ kind }) => kind === 'quote').length,
    blocks: blocks.length,
  };
}
