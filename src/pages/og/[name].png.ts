/** Share pictures: one per event, and `index` for the site. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { CARD, eventCard, indexCard } from '../../drawings/card.ts';
import { PICTURE_WIDTH, pictureOf } from '../../drawings/card-picture.ts';
import { publishedPicture } from '../../drawings/media.ts';
import { picture } from '../../drawings/picture.ts';
import { namesOf } from '../../model/address.ts';
import { type Event, everyEvent } from '../../model/archive.ts';
import { eventOf, getArchive } from '../_archive.ts';
import { publishedFile, shownPictures } from '../_media.ts';

export const getStaticPaths = (async () => {
  const events = everyEvent(getArchive());
  const names = events.flatMap(({ id, record }) =>
    namesOf({ id, ...record }).map((name) => ({ params: { name }, props: { event: id } })),
  );
  return [...names, { params: { name: 'index' }, props: { event: null } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const archive = getArchive();
  const event = eventOf(archive, props['event']);
  const card = event ? eventCard(archive, event, await shownOn(event)) : indexCard(archive);
  return new Response(await picture(card, CARD), { headers: { 'Content-Type': 'image/png' } });
};

/** The picture of an event as a data URL, for sharp screens. */
async function shownOn(event: Event): Promise<string | undefined> {
  const file = pictureOf(event)?.file;
  if (file === undefined) return undefined;
  const { widths = [], width = 0 } = (await shownPictures()).get(file) ?? {};
  const wide = widths.find((one) => one >= 2 * PICTURE_WIDTH) ?? width;
  const bytes = await publishedPicture(publishedFile(file), wide, 'webp');
  return `data:image/webp;base64,${Buffer.from(bytes).toString('base64')}`;
}
