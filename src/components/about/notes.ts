/** What the events' rendered bodies hold: their notes, and the statements outside them. Nothing is written twice. */
import { parseHTML } from 'linkedom';
import { innerMarkup } from '../../drawings/markup.ts';
import { eventPath, underBase } from '../../model/address.ts';
import { noteTopics } from '../../model/event.ts';

export interface CollectedNote {
  event: string;
  topic: (typeof noteTopics)[number];
  html: string;
}

export interface Bodies {
  notes: CollectedNote[];
  /** Phrases outside notes that link to a quote. */
  statements: number;
  paragraphs: number;
}

/** @param html the bodies, each in a `<section>` with its event's id as `data-event` */
export function readBodies(html: string, base: string): Bodies {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const found: Bodies = { notes: [], statements: 0, paragraphs: 0 };
  for (const body of document.querySelectorAll('section[data-event]')) {
    const event = body.getAttribute('data-event') ?? '';
    for (const note of body.querySelectorAll('.note')) {
      const topic = noteTopics.find((name) => note.classList.contains(`note-${name}`));
      // The topic is the heading of the list it comes to stand in.
      note.querySelector('strong')?.remove();
      for (const link of note.querySelectorAll('a[href^="#q-"]'))
        link.setAttribute(
          'href',
          underBase(base, eventPath(event)) + (link.getAttribute('href') ?? ''),
        );
      if (topic) found.notes.push({ event, topic, html: innerMarkup(note) });
      note.remove();
    }
    found.statements += body.querySelectorAll('a.cite[href^="#q-"]').length;
    found.paragraphs += body.querySelectorAll('p').length;
  }
  return found;
}
