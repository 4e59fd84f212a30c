/** An event's picture on its share picture: beside the words, cropped to what is in focus, with whose it is. */
import type { Event, Medium } from '../model/archive.ts';
import { beside } from '../words/signs.ts';
import { type Box, clip } from './box.ts';

/** In pixels. A lower one shows nothing. */
export const PICTURE_WIDTH = 380;
const HIGHEST = 330;
const LOWEST = 150;
const BESIDE = 44;
const ABOVE = 12;
/** The line that says whose it is. */
const LINE = { fontSize: 20, lineHeight: 1.2, marginTop: 8 };
const MOST_CREDIT = 40;

/** The picture that stands for an event: the first that says something. */
export const pictureOf = ({ media }: Event): Medium | undefined =>
  media.find(({ kind, record }) => kind === 'picture' && !record.decorative);

/**
 * A card's words with a picture at their end; `null` if there is no room for one.
 * @param src the picture as a data URL
 * @param room in pixels, for all of it
 * @param looks of the line below the picture
 */
export function withPicture(
  words: Box[],
  { record: { credit, rights, focus = [0.5, 0.5] } }: Medium,
  src: string,
  room: { width: number; height: number },
  looks: Box['style'],
): Box | null {
  const height = Math.min(HIGHEST, room.height - ABOVE - LINE.marginTop - 1.5 * LINE.fontSize);
  if (height < LOWEST) return null;
  const [x, y] = focus.map((part) => `${part * 100}%`);
  return {
    type: 'container',
    style: { display: 'flex', justifyContent: 'space-between' },
    children: [
      {
        type: 'container',
        style: {
          display: 'flex',
          flexDirection: 'column',
          width: room.width - PICTURE_WIDTH - BESIDE,
          overflowWrap: 'anywhere',
        },
        children: words,
      },
      {
        type: 'container',
        style: {
          display: 'flex',
          flexDirection: 'column',
          flexShrink: 0,
          width: PICTURE_WIDTH,
          marginTop: ABOVE,
        },
        children: [
          {
            type: 'image',
            src,
            style: {
              width: PICTURE_WIDTH,
              height,
              objectFit: 'cover',
              objectPosition: `${x} ${y}`,
            },
          },
          {
            type: 'text',
            style: { ...looks, ...LINE },
            text: clip(credit + beside + rights, MOST_CREDIT),
          },
        ],
      },
    ],
  };
}
