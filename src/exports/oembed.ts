/** oEmbed responses as files: a static host cannot react to the requested size. @see https://oembed.com */

import * as words from '#words';
import type { Address } from '../model/address.ts';
import { type Archive, bestDate, type Event, isRetracted } from '../model/archive.ts';
import { formatDate } from '../model/date-words.ts';
import { escapeMarkup } from '../model/markup.ts';

export interface Embed {
  /** Its name in URLs. */
  name: string;
  title: string;
  src: string;
  height: number;
}

/** An event's card. */
export function eventEmbed(event: Event, { site }: Archive, address: Address): Embed {
  return {
    name: event.id,
    title: isRetracted(event)
      ? words.retractedTitle(event.title)
      : event.title + words.comma + formatDate(bestDate(event), site.language),
    src: address(`/embed/${event.id}/`),
    height: 300,
  };
}

/** The timeline with its controls. @param height of its frame, in pixels */
export const timelineEmbed = ({ site }: Archive, address: Address, height: number): Embed => ({
  name: 'index',
  title: site.title,
  src: address('/embed/'),
  height,
});

/** The HTML that an author pastes into a page. */
export const snippet = ({ title, src, height }: Embed): string =>
  `<iframe src="${escapeMarkup(src)}" title="${escapeMarkup(title)}" width="100%" height="${height}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;

/**
 * The HTML that makes the frame of an embedded timeline as high as the timeline: `client/embed-height.ts` sends the
 * message. A frame sets no height but its own.
 */
export const resizer = `<script>
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'embed-size') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;

export function oembed(embed: Embed, { site }: Archive, address: Address): string {
  const response = {
    version: '1.0',
    type: 'rich',
    title: embed.title,
    author_name: site.author,
    author_url: address('/about/'),
    provider_name: site.title,
    provider_url: address('/'),
    cache_age: 86_400,
    thumbnail_url: address(`/og/${embed.name}.png`),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    html: snippet(embed),
    width: 720,
    height: embed.height,
  };
  return `${JSON.stringify(response, null, 2)}\n`;
}
