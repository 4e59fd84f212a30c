/** Share pictures: one per event, and `index` for the site. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { CARD, eventCard, indexCard } from '../../drawings/card.ts';
import { picture } from '../../drawings/picture.ts';
import { namesOf } from '../../model/address.ts';
import { everyEvent } from '../../model/archive.ts';
import { eventOf, getArchive } from '../_archive.ts';

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
  const card = event ? eventCard(archive, event) : indexCard(archive);
  return new Response(await picture(card, CARD), { headers: { 'Content-Type': 'image/png' } });
};
