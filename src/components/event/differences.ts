import type { Quote } from '../../model/archive.ts';
import { locatorText } from '../../model/locator.ts';
import { reasonTexts } from '../../model/reason.ts';

/** What is to be said of a quote below another: what differs, and the reasons of its own. */
export const differences = (quote: Quote, above: Quote) => ({
  chain: chainKey(quote) !== chainKey(above),
  mode: quote.record.mode !== above.record.mode,
  locator: locatorText(quote) !== locatorText(above),
  reasons: reasonTexts(quote.record).length > 0,
});

const chainKey = ({ chain }: Quote): string =>
  JSON.stringify(chain.map(({ actor, inferred }) => [actor.id, inferred]));
