/** The media of all events, as pages show them. */
import { mediaBytes } from '../build/media.ts';
import { type ShownPicture, shownPicture } from '../drawings/media.ts';
import type { Medium } from '../model/archive.ts';
import { companionsOf, typeOfFile } from '../model/media.ts';
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
    const files = [...digests().keys()].filter((file) => typeOfFile(file)?.kind === 'picture');
    const pictures = new Map<string, ShownPicture>();
    for (const file of files) {
      const shown = await shownPicture(publishedFile(file).bytes).catch((cause: Error) => {
        throw new Error(`media/${file} cannot be shown: ${cause.message}`);
      });
      pictures.set(file, shown);
    }
    return pictures;
  });

/** The SHA-256 on record of every file that is published. */
export const digests = (): Map<string, string> =>
  once(
    getArchive(),
    'digests of media',
    () =>
      new Map(
        [...publishedMedia().values()].flatMap(({ record }) =>
          [record, ...companionsOf(record)].map(({ file, sha256 }) => [file, sha256] as const),
        ),
      ),
  );

/** The bytes of a file that is published, and their SHA-256. */
export function publishedFile(file: string): { sha256: string; bytes: Uint8Array<ArrayBuffer> } {
  const sha256 = digests().get(file) ?? '';
  return { sha256, bytes: mediaBytes(file, sha256) };
}
