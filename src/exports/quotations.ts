/** An event's quotes with their chains as text, for formats that have no fields for them. */
import * as words from '#words';
import type { Address } from '../model/address.ts';
import { sourcePath } from '../model/address.ts';
import type { Event } from '../model/archive.ts';
import { chainText } from '../model/chain.ts';
import { escapeMarkup } from '../model/markup.ts';
import { oneLine } from '../model/text.ts';

/** One line per quote: the words, then the chain. */
export const quotationLines = (event: Event): string[] =>
  event.quotes.map(
    (quote) => words.quoted(oneLine(quote.text)) + words.inBrackets(chainText(quote)),
  );

/** The quotes as HTML that every feed reader can show, each with a link to its passage. */
export const quotationsHtml = (event: Event, address: Address): string =>
  event.quotes
    .map((quote) => {
      const page = address(sourcePath(quote.source.id));
      const words = `<p>${escapeMarkup(oneLine(quote.text))}</p>`;
      const way = `<p><a href="${escapeMarkup(`${page}#${quote.anchor}`)}">${escapeMarkup(chainText(quote))}</a></p>`;
      return `<blockquote cite="${escapeMarkup(page)}">${words}</blockquote>${way}`;
    })
    .join('');
