/** The media of all events, as pages show them. */
import { mediaBytes } from '../build/media.ts';
import { type ShownPicture, shownPicture } from '../drawings/media.ts';
import type { Medium } from '../model/archive.ts';
import { typeOfFile } from '../model/media.ts';
import { once } from '../model/once.ts';
import { getArchive } from './_archive.ts';

/** Each medium that is published, by its file. */
export const publishedMedia = (): Map<string, Medium> =>
  once(
    getArchive(),
    'media',
    () => new Map(getArchive().events.flatMap(({ media }) => media.map((one) => [one.file, one]))),
  );

/** Every picture that is published, posters too, by its file. */
export const shownPictures = (): Promise<ReadonlyMap<string, ShownPicture>> =>
  once(getArchive(), 'pictures', async () => {
    const files = [...publishedMedia().values()]
      .flatMap(({ file, record: { poster } }) => [file, ...(poster ? [poster] : [])])
      .filter((file) => typeOfFile(file)?.kind === 'picture');
    const pictures = new Map<string, ShownPicture>();
    for (const file of new Set(files)) {
      const shown = await shownPicture(bytesOf(file)).catch((cause: Error) => {
        throw new Error(`media/${file} cannot be shown: ${cause.message}`);
      });
      pictures.set(file, shown);
    }
    return pictures;
  });

/** The bytes of a file that is published. */
export const bytesOf = (file: string): Uint8Array<ArrayBuffer> =>
  mediaBytes(file, publishedMedia().get(file)?.record.sha256);
