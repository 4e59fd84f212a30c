// @ts-check
/** Pictures, sound and film: each of an event's own, once, with its words, and no other. */

import { read } from './content.mjs';
import { all, at, folded, fragment, isOf, textOf, words } from './html.mjs';
import { events, fault, files, shown, text } from './site.mjs';

/** @param {any} node */
export const isMedium = (node) => isOf(node, 'medium');

/** Whether a node shows or plays a file of an event's media. @param {any} node */
export function isDueMedium(node) {
  for (let up = node.parentNode; up; up = up.parentNode)
    if (isMedium(up))
      return node.tagName === 'picture' || mediaOf(up).includes(fileIn(node, 'src'));
  return false;
}

/** The files of the event whose article has the figure. @param {any} figure @returns {string[]} */
function mediaOf(figure) {
  for (let up = figure; up; up = up.parentNode) {
    const event = up.tagName === 'article' && events.get(at(up, 'id'));
    if (event)
      return (event.record.media ?? []).flatMap((/** @type {any} */ one) =>
        [one.file, one.poster, one.captions, one.transcript].filter(Boolean),
      );
  }
  return [];
}

/** The name of the file in `media/` that an attribute leads to. @param {any} node @param {string} key */
const fileIn = (node, key) =>
  decodeURIComponent(/\/media\/([^/]+)$/.exec(at(node, key))?.[1] ?? '');

/** The media of an event as an article shows them. @param {string} where @param {any} article @param {any} event */
export function checkMedia(where, article, event) {
  const figures = all(article, isMedium);
  const due = event.record.media ?? [];
  const found = figures.map(
    (figure) =>
      all(figure, ({ tagName }) => /^(?:a|audio|video)$/.test(tagName))
        .map((one) => fileIn(one, 'href') || fileIn(one, 'src'))
        .find((file) => due.some((/** @type {any} */ one) => one.file === file)) ?? '',
  );
  // On paper, what cannot be shown has its words alone.
  for (const [i, figure] of figures.entries()) {
    const medium =
      due.find((/** @type {any} */ one) => one.file === found[i]) ??
      due.find((/** @type {any} */ one) =>
        folded(textOf(figure)).includes(folded(one.alt ?? '\0')),
      );
    if (medium) {
      found[i] = medium.file;
      checkFigure(`${where} ${medium.file}`, figure, event, medium);
    } else fault(where, `shows ${shown(folded(textOf(figure)))}`);
  }
  const names = due.map((/** @type {any} */ { file }) => file).toSorted();
  if (found.toSorted().join(' ') !== names.join(' '))
    fault(where, `has the media ${shown(found.join(', '))}, not ${shown(names.join(', '))}`);
}

/** @param {string} where @param {any} figure @param {any} event @param {any} medium */
function checkFigure(where, figure, event, medium) {
  const { alt = '', caption = '', credit, rights } = medium;
  const said = all(figure, ({ tagName }) => /^(?:img|audio|video)$/.test(tagName)).map((one) =>
    folded(at(one, 'alt') || at(one, 'aria-label')),
  );
  const isText = all(figure, (one) => isOf(one, 'heard')).map((one) => folded(textOf(one)));
  for (const one of [...said, ...isText])
    if (one !== folded(alt)) fault(where, `is told as ${shown(one)}, not ${shown(alt)}`);
  if (said.length + isText.length === 0 && alt) fault(where, 'its alt is missing');
  const { body, cites } = read(caption);
  const [given, ...more] = all(figure, (one) => isOf(one, 'caption'));
  const isNumber = (/** @type {any} */ one) => one.tagName === 'sup';
  const captionWords = given ? words(textOf(given, isNumber)).join(' ') : '';
  if (more.length > 0 || captionWords !== body.join(' '))
    fault(where, `its caption is ${shown(captionWords)}, not ${shown(body.join(' '))}`);
  const links = all(figure, (one) => isOf(one, 'cite')).map(
    (one) => `${words(textOf(one)).join(' ')} → ${at(one, 'href')}`,
  );
  const due = cites.map(
    ({ words: cited, target, reference }) =>
      `${cited} → #${reference ? 'ref' : `q-${event.id}`}-${target}`,
  );
  // On paper, numbers stand for them.
  if (all(figure, isNumber).length === 0 && links.join('\n') !== due.join('\n'))
    fault(where, `its caption cites ${shown(links.join(', '))}, not ${shown(due.join(', '))}`);
  const line = all(figure, (one) => isOf(one, 'credit')).map((one) => folded(textOf(one)));
  if (line.length !== 1 || ![credit, rights].every((one) => line[0]?.includes(folded(one))))
    fault(where, `its credit is ${shown(line.join(' | '))}`);
  for (const one of all(figure))
    for (const address of [
      at(one, 'src'),
      at(one, 'poster'),
      ...at(one, 'srcset')
        .split(', ')
        .map((part) => part.split(' ')[0] ?? ''),
    ].filter(Boolean)) {
      const path = decodeURI(/\/(media\/.+)$/.exec(address)?.[1] ?? '');
      if (!files.includes(path)) fault(where, `shows ${address}, which is not there`);
    }
}

/** The media of the data, the feeds and TimelineJS: those of the archive, with their words. */
export function checkMediaData() {
  const json = (/** @type {string} */ name) => (files.includes(name) ? JSON.parse(text(name)) : {});
  for (const { id, media = [] } of json('data/events.json').events ?? [])
    same(
      `data/events.json ${id}`,
      id,
      media.map((/** @type {any} */ one) => [
        one.file,
        one.alt,
        one.caption,
        one.credit,
        one.rights,
      ]),
      media.map((/** @type {any} */ one) => one.sha256),
    );
  for (const { id, content_html } of json('feed.json').items ?? [])
    checkHtml('feed.json', idIn(id), content_html);
  for (const [, entry = ''] of text('feed.xml').matchAll(/<entry>([\s\S]*?)<\/entry>/g))
    checkHtml(
      'feed.xml',
      idIn(/<id>(.*?)<\/id>/.exec(entry)?.[1] ?? ''),
      textOf(fragment(/<content[^>]*>([\s\S]*?)<\/content>/.exec(entry)?.[1] ?? '')),
    );
  for (const { unique_id, media, text: said } of json('data/timelinejs.json').events ?? [])
    checkHtml('data/timelinejs.json', unique_id, said.text, media ? [media] : []);
}

const idIn = (/** @type {string} */ address) =>
  decodeURIComponent(/\/events\/([^/]+)\/$/.exec(address)?.[1] ?? '');

/** @param {string} name @param {string} id @param {string} html @param {any[]} [first] the medium of a slide */
function checkHtml(name, id, html, first = []) {
  const figures = all(fragment(html), ({ tagName }) => tagName === 'figure');
  const found = [
    ...first.map(({ url, alt, caption, credit }) => [
      url,
      alt,
      `${plain(caption)} ${plain(credit)}`,
    ]),
    ...figures.map((figure) => {
      const [shown] = all(figure, ({ tagName }) => tagName === 'img' || tagName === 'a');
      const [said] = all(figure, ({ tagName }) => tagName === 'figcaption');
      const isImage = shown?.tagName === 'img';
      return [
        isImage ? at(shown, 'src') : at(shown, 'href'),
        isImage ? at(shown, 'alt') : textOf(shown),
        textOf(said),
      ];
    }),
  ].map(([url, alt = '', line = '']) => [
    decodeURI(/\/media\/([^/]+)$/.exec(url ?? '')?.[1] ?? ''),
    alt,
    line,
  ]);
  same(`${name} ${id}`, id, found);
}

const plain = (/** @type {string} */ html) => textOf(fragment(html ?? ''));

/**
 * Compares the words of media with an event's own.
 * @param {string} where @param {string} id @param {string[][]} found the file, its alt, and its other words
 * @param {string[]} [digests]
 */
function same(where, id, found, digests) {
  const event = events.get(id);
  if (!event) return;
  const due = event.record.media ?? [];
  const inWords = (/** @type {string[]} */ [file = '', alt = '', ...more]) =>
    `${file}: ${folded(alt)}; ${words(more.join(' ')).join(' ')}`;
  const wanted = due.map((/** @type {any} */ one) =>
    inWords([one.file, one.alt, read(one.caption ?? '').body.join(' '), one.credit, one.rights]),
  );
  const given = found.map(inWords);
  if (given.join('\n') !== wanted.join('\n'))
    fault(where, `has the media ${shown(given.join(' | '))}, not ${shown(wanted.join(' | '))}`);
  if (digests && digests.join() !== due.map((/** @type {any} */ one) => one.sha256).join())
    fault(where, 'gives other digests of media than the archive');
}
