/** An event's quotes with their chains, and where they stand, as text, for formats that have no fields for them. */
import * as words from '#words';
import type { Address } from '../model/address.ts';
import { quotePath, sourcePath } from '../model/address.ts';
import type { Event } from '../model/archive.ts';
import { wayText } from '../model/locator.ts';
import { escapeMarkup } from '../model/markup.ts';
import { withGaps } from '../model/passages.ts';
import { oneLine } from '../model/text.ts';

/** One line per quote: the words, then the chain. */
export const quotationLines = (event: Event): string[] =>
  event.quotes.map((quote) => words.quoted(oneLine(quote.text)) + words.inBrackets(wayText(quote)));

/** The quotes as HTML that every feed reader can show, each with a link to its passage; of several, to each. */
export const quotationsHtml = (event: Event, address: Address): string =>
  event.quotes
    .map((quote) => {
      const { source, passages } = quote;
      const linked = (anchor: string, words: string): string =>
        `<a href="${escapeMarkup(address(quotePath(source.id, anchor)))}">${escapeMarkup(words)}</a>`;
      const words =
        passages.length === 1
          ? escapeMarkup(oneLine(quote.text))
          : withGaps(passages.map(({ anchor, text }) => linked(anchor, oneLine(text))));
      const way = linked(quote.anchor, wayText(quote));
      return `<blockquote cite="${escapeMarkup(address(sourcePath(source.id)))}"><p>${words}</p></blockquote><p>${way}</p>`;
    })
    .join('');
