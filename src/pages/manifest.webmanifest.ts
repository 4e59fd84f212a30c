import type { APIRoute } from 'astro';
import { path } from '../components/base.ts';
import { directionOf } from '../model/language.ts';
import { getArchive } from './_archive.ts';
import { textFile } from './_data.ts';

export const GET: APIRoute = async () => {
  const { site } = getArchive();
  const icon = (size: number) => ({
    src: path(`/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  const manifest = {
    name: site.title,
    short_name: site.title,
    description: site.deck,
    lang: site.language,
    dir: directionOf(site.language),
    start_url: path('/'),
    scope: path('/'),
    display: 'browser',
    background_color: '#fbfaf5',
    theme_color: '#fbfaf5',
    icons: [icon(192), icon(512)],
  };
  return textFile('application/manifest+json', `${JSON.stringify(manifest, null, 2)}\n`);
};
