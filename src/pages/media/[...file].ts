/** Pictures in every width and format, and sound, film, captions and transcripts as they are. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedPicture, SMALLER_FORMATS, type SmallerFormat } from '../../drawings/media.ts';
import { mediumPath, resizedPath } from '../../model/address.ts';
import { typeOfFile } from '../../model/media.ts';
import { digests, publishedFile, shownPictures } from '../_media.ts';

/** What is made of a picture; nothing of what is published byte for byte. */
interface Made {
  width?: number;
  format?: SmallerFormat;
}

const route = (path: string, file: string, made: Made = {}) => ({
  params: { file: path.slice(mediumPath('').length) },
  props: { file, made },
});

export const getStaticPaths = (async () => {
  const pictures = await shownPictures();
  const others = [...digests().keys()].filter((file) => !pictures.has(file));
  return [
    ...others.map((file) => route(mediumPath(file), file)),
    ...[...pictures].flatMap(([file, { width: full, widths }]) => [
      route(mediumPath(file), file, { width: full }),
      ...SMALLER_FORMATS.flatMap((format) =>
        widths.map((width) => route(resizedPath(file, width, format), file, { width, format })),
      ),
    ]),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const file: string = props['file'];
  const { width, format }: Made = props['made'];
  const given = publishedFile(file);
  const published =
    width === undefined ? given.bytes : await publishedPicture(given, width, format);
  const mime = format === undefined ? typeOfFile(file)?.mime : `image/${format}`;
  return new Response(published, { headers: { 'Content-Type': mime ?? '' } });
};
