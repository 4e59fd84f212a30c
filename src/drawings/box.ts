/** What a share picture is made of: boxes, as takumi lays them out, and texts of a length. */
import { cutShort } from '../words/signs.ts';

export type Box = { style: Readonly<Record<string, string | number>> } & (
  | { type: 'container'; children: Box[] }
  | { type: 'text'; text: string }
  | { type: 'image'; src: string }
);

/** A text cut to whole words, with an ellipsis. */
export function clip(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const cut = characters.slice(0, longest).join('');
  return `${cut.slice(0, cut.lastIndexOf(' ') > longest / 2 ? cut.lastIndexOf(' ') : cut.length)}${cutShort}`;
}
