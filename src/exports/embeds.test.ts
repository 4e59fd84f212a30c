/** What stands in other people's pages, and at addresses that something had before, read as a browser reads it. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { archives, runs, words } from '../model/archive.arbitrary.ts';
import { eventEmbed, oembed, snippet, timelineEmbed } from './oembed.ts';
import { redirectPage } from './redirect.ts';

const address = (path: string): string => `https://example.org/base${path}`;
const frameIn = (html: string) => {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  expect(document.body.childNodes).toHaveLength(1);
  return document.querySelector('iframe');
};

describe('an embed', () => {
  it('is one frame of the event or of the timeline, named in full, whatever the words', () => {
    fc.assert(
      fc.property(archives(4), (archive) => {
        const embeds = [
          ...archive.events.map((event) => ({ event, embed: eventEmbed(event, archive, address) })),
          { event: null, embed: timelineEmbed(archive, address, 640) },
        ];
        for (const { event, embed } of embeds) {
          const frame = frameIn(snippet(embed));
          expect(frame?.getAttribute('src')).toBe(
            address(event ? `/embed/${event.id}/` : '/embed/'),
          );
          expect(frame?.getAttribute('title')).toContain(event?.title ?? archive.site.title);
          const answer = JSON.parse(oembed(embed, archive, address));
          expect(answer).toMatchObject({
            version: '1.0',
            type: 'rich',
            html: snippet(embed),
            height: Number(frame?.getAttribute('height')),
            thumbnail_url: address(`/og/${event?.id ?? 'index'}.png`),
            provider_url: address('/'),
          });
        }
      }),
      runs(40),
    );
  });
});

describe('redirectPage(to, canonical, title, language)', () => {
  it('leads there by link, refresh and canonical address, whatever the title', () => {
    fc.assert(
      fc.property(words, (title) => {
        const page = redirectPage('/base/events/a/', address('/events/a/'), title, 'en');
        const { document } = parseHTML(page);
        const attribute = (selector: string, name: string) =>
          document.querySelector(selector)?.getAttribute(name);
        expect(attribute('a', 'href')).toBe('/base/events/a/');
        expect(attribute('link[rel=canonical]', 'href')).toBe(address('/events/a/'));
        expect(attribute('meta[http-equiv=refresh]', 'content')).toBe('0; url=/base/events/a/');
        expect(document.querySelector('a')?.textContent).toBe(title);
        expect(document.querySelectorAll('script')).toHaveLength(1);
      }),
      runs(40),
    );
  });
});
