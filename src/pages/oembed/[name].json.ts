import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../../components/base.ts';
import { frameHeight } from '../../drawings/charts.ts';
import { eventEmbed, oembed, timelineEmbed } from '../../exports/oembed.ts';
import { everyEvent } from '../../model/archive.ts';
import { eventOf, getArchive } from '../_archive.ts';
import { textFile } from '../_data.ts';

export const getStaticPaths = (async () => {
  const events = everyEvent(getArchive());
  return ['index', ...events.map(({ id }) => id)].map((name) => ({ params: { name } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const archive = getArchive();
  const event = eventOf(archive, params['name']);
  const embed = event
    ? eventEmbed(event, archive, address)
    : timelineEmbed(archive, address, frameHeight(archive));
  return textFile('application/json', oembed(embed, archive, address));
};
