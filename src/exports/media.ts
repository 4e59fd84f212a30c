/** Pictures, sound and film in exports: where they are published, and what their record says. */
import { type Address, mediumPath } from '../model/address.ts';
import type { Event, Medium } from '../model/archive.ts';
import { wordsOf } from '../model/body.ts';
import { escapeMarkup } from '../model/markup.ts';

export const mediumUrl = ({ file }: Pick<Medium, 'file'>, address: Address): string =>
  address(encodeURI(mediumPath(file)));

/** The caption and whose it is, on one line. */
export const mediumLine = ({ caption, record: { credit, rights } }: Medium): string =>
  [wordsOf(caption), credit, rights].filter(Boolean).join(' · ');

/** Media as HTML that every feed reader can show: pictures, and links to sound and film. */
export const mediaHtml = (media: Event['media'], address: Address): string =>
  media
    .map((medium) => {
      const url = escapeMarkup(mediumUrl(medium, address));
      const alt = escapeMarkup(medium.alt);
      const shown =
        medium.kind === 'picture'
          ? `<img src="${url}" alt="${alt}">`
          : `<a href="${url}">${alt}</a>`;
      return `<figure>${shown}<figcaption>${escapeMarkup(mediumLine(medium))}</figcaption></figure>`;
    })
    .join('');

/**
 * The address of a licence that is named in words.
 * @see https://creativecommons.org/share-your-work/cclicenses/
 */
export function licenceOf(rights: string): string | undefined {
  const [address] = /https?:\/\/[^\s,;)]+[^\s,;).]/.exec(rights) ?? [];
  if (address !== undefined) return address;
  if (/\bCC0\b/.test(rights)) return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, kind, version] = /\bCC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)\b/i.exec(rights) ?? [];
  return kind === undefined
    ? undefined
    : `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}
