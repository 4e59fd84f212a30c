// @ts-check
/** Quotes against the texts of their sources. */
import { sought } from './html.mjs';
import { fault, folder, sha256, shown, sources } from './site.mjs';

/** The words stand in the source, where prefix and suffix say. @param {any} event @param {any} quote */
export function checkQuote(event, quote) {
  const where = `${folder}/events/${event.id} ${quote.id}`;
  const source = sources.get(quote.source);
  if (!source) return fault(where, `there is no source ${quote.source}`);
  if (sha256(source.bytes).toString('hex') !== source.record.sha256)
    fault(where, `${quote.source}.txt is not that of the digest`);
  const passages = [quote.exact].flat();
  let from = 0;
  const plain = (/** @type {string} */ text) => sought(text, source.record);
  const whole = plain(source.text);
  for (const passage of passages) {
    const around = plain(`${quote.prefix ?? ''}${passage}${quote.suffix ?? ''}`);
    const at = Math.max(
      whole.indexOf(plain(passage), from),
      passages.length > 1 ? -1 : whole.indexOf(around),
    );
    if (at < 0) return fault(where, `${quote.source}.txt does not say ${shown(passage)}`);
    from = at + 1;
  }
}
