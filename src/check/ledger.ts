/** `permalinks.txt`, the list of published URLs: one path per line. */

export interface Published {
  address: string;
  /** Where its line begins in the file, in UTF-16 units. */
  offset: number;
  /** `null` for a line that is not a URL of an event, source or quote. */
  kind: 'event' | 'source' | 'quote' | null;
  /** The event's id, or the id of the source that holds the quote. */
  id: string;
  /** The quote's anchor; `''` for an event or a source. */
  anchor: string;
}

/** Every URL in the text of the list, in order. */
export const addressesIn = (text: string): Published[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: address, index: offset }) => {
    const [, folder, id = '', anchor = ''] =
      /^\/(events|sources)\/([^/#]+)\/(?:#(q-.+))?$/.exec(address) ?? [];
    const event = folder === 'events' && anchor === '';
    const kind = event ? 'event' : folder !== 'sources' ? null : anchor ? 'quote' : 'source';
    return { address, offset, kind, id, anchor };
  });
