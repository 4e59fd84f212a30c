/** Share pictures, 1200 × 630 pixels, as trees of boxes that takumi renders. */
import * as words from '#words';
import {
  type Archive,
  bestDate,
  type Event,
  isRetracted,
  type Quote,
  type RetractedEvent,
} from '../model/archive.ts';
import { chainText } from '../model/chain.ts';
import { parseDate } from '../model/date.ts';
import { formatDate } from '../model/date-words.ts';
import { directionOf } from '../model/language.ts';
import { oneLine } from '../model/text.ts';
import { TYPEFACES } from '../model/typefaces.ts';
import { beside, passedOn } from '../words/signs.ts';
import { type Box, clip } from './box.ts';
import { pictureOf, withPicture } from './card-picture.ts';
import { drawStrip, type Strip } from './card-strip.ts';

export const CARD = { width: 1200, height: 630 };

/** The light theme's colours of `styles/tokens.css`, because most apps show cards on a light ground. */
export const palette = {
  paper: '#fbfaf5',
  raised: '#f1efe7',
  ink: '#1b1a17',
  soft: '#3d3b36',
  muted: '#5f5c54',
  rule: '#d8d4c8',
  red: '#86101c',
  blue: '#1b5597',
  ochre: '#87650d',
  green: '#1f4d2c',
  violet: '#6a3fa8',
  slate: '#566472',
} as const;

const EDGE = 64;
const ABOVE = 52;
const BELOW = 44;
/** The line with date and track. */
const HEAD = 40;
const INNER = CARD.width - 2 * EDGE;

/**
 * The card of an event: date and track, title, a quote with its chain, its position in time.
 * @param src its picture, if it has one, as a data URL
 */
export function eventCard(archive: Archive, event: Event, src?: string): Box {
  const { site } = archive;
  if (isRetracted(event)) return retractedCard(archive, event);
  const colour = palette[event.track.colour];
  const strip = drawStrip(archive, event.id, INNER, palette);
  /** Title and quote, in sizes of type for a long, a middling and a short title. */
  const said = (most: number, sizes: readonly number[], longest: number): Box[] => {
    const title = clip(event.title, most);
    const size = sizes[title.length > 64 ? 0 : title.length > 30 ? 1 : 2] ?? 0;
    const quote = quoteFor(event, longest);
    return [
      heading(title, size, strip.rtl),
      ...(quote ? [quotation(quote, colour, longest, strip.rtl)] : []),
    ];
  };
  const medium = src === undefined ? undefined : pictureOf(event);
  const pictured =
    medium &&
    withPicture(
      said(80, [40, 48, 58], event.title.length > 30 ? 75 : 110),
      medium,
      src ?? '',
      { width: INNER, height: CARD.height - ABOVE - BELOW - HEAD - strip.height },
      { color: palette.muted, fontFamily: SANS },
    );
  return card(strip, [
    {
      type: 'container',
      style: { display: 'flex', justifyContent: 'space-between', fontSize: 30 },
      children: [
        line(
          { color: colour, fontWeight: 600 },
          formatDate(bestDate(event), site.language) + beside + event.track.label,
        ),
        line({ color: palette.muted }, clip(site.title, 32)),
      ],
    },
    ...(pictured ? [pictured] : said(110, [54, 64, 76], longestQuote(event.title))),
  ]);
}

/** The card of an event that was taken back. */
function retractedCard(archive: Archive, event: RetractedEvent): Box {
  const { site } = archive;
  const strip = drawStrip(archive, null, INNER, palette);
  const on = formatDate(parseDate(event.retracted.date), site.language);
  return card(strip, [
    line({ color: palette.muted, fontSize: 30, fontWeight: 600 }, words.retractedOn(on)),
    heading(clip(event.title, 110), 54, strip.rtl),
    line({ color: palette.soft, fontSize: 28, marginTop: 22 }, clip(event.retracted.why, 160)),
  ]);
}

/** Two lines of the quote if the title takes two. */
const longestQuote = (title: string): number => (title.length > 30 ? 118 : 175);

/** What the card of an event says besides its title: the date, and the words of a source with whoever said them. */
export function cardText(event: Event, language: string): string {
  if (isRetracted(event)) return words.retractedDescription;
  const longest = longestQuote(event.title);
  const quote = quoteFor(event, longest);
  const date = words.sentence(formatDate(bestDate(event), language));
  return quote
    ? date + isolated(saidIn(quote, longest), quote, language) + words.inBrackets(chainText(quote))
    : date + words.unsourcedWhy;
}

/** Words of a quote in a text of the other direction, so that neither reorders the other. */
function isolated(said: string, { source }: Quote, language: string): string {
  const direction = directionOf(source.language);
  if (direction === directionOf(language)) return said;
  // A left-to-right or right-to-left isolate, and its end.
  return `${direction === 'ltr' ? '\u2066' : '\u2067'}${said}\u2069`;
}

/** The quote to show: direct speech before reports, and one that fits before one that must be cut. */
function quoteFor({ quotes }: Event, longest: number): Quote | undefined {
  const direct = quotes.filter(({ record }) => record.mode === 'direct');
  const fits = ({ text }: Quote): boolean => text.length >= 30 && text.length <= longest;
  return direct.find(fits) ?? direct[0] ?? quotes.find(fits) ?? quotes[0];
}

/** The card of the whole timeline. */
export function indexCard(archive: Archive): Box {
  const { site } = archive;
  const strip = drawStrip(archive, null, INNER, palette);
  return card(strip, [
    heading(clip(site.title, 60), site.title.length > 24 ? 84 : 112, strip.rtl),
    {
      type: 'text',
      style: {
        fontFamily: SERIF,
        fontSize: 36,
        lineHeight: 1.35,
        color: palette.soft,
        marginTop: 18,
        textWrap: 'balance',
      },
      text: clip(site.deck, 200),
    },
    line({ color: palette.muted, fontSize: 28, marginTop: 22 }, clip(site.author, 80)),
  ]);
}

/** The font stack: the site's face, then those of other scripts. */
const stack = (own: string, kind: 'serif' | 'sans'): string =>
  [own, ...Object.values(TYPEFACES).map((faces) => faces[kind].family)]
    .map((family) => JSON.stringify(family))
    .join(', ');
const SERIF = stack('Source Serif 4', 'serif');
const SANS = stack('Source Sans 3', 'sans');

function card(strip: Strip, words: Box[]): Box {
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      boxSizing: 'border-box',
      width: CARD.width,
      height: CARD.height,
      padding: `${ABOVE}px ${EDGE}px ${BELOW}px`,
      backgroundColor: palette.paper,
      color: palette.ink,
      fontFamily: SANS,
      ...(strip.rtl && { direction: 'rtl' }),
    },
    children: [
      {
        type: 'container',
        style: { display: 'flex', flexDirection: 'column' },
        children: words,
      },
      stripBox(strip),
    ],
  };
}

function stripBox({ svg, width, height, rtl, words, names }: Strip): Box {
  const room = 360;
  return {
    type: 'container',
    style: { display: 'flex', position: 'relative', width, height },
    children: [
      {
        type: 'image',
        src: `data:image/svg+xml,${encodeURIComponent(svg)}`,
        style: { position: 'absolute', left: 0, top: 0, width, height },
      },
      ...names.map(({ text, x, y, colour }) =>
        line(
          {
            position: 'absolute',
            top: y - 19,
            lineHeight: 1,
            ...(rtl ? { right: width - x } : { left: x }),
            whiteSpace: 'nowrap',
            color: colour,
            fontSize: 22,
          },
          text,
        ),
      ),
      ...words.map(({ text, x, y }) =>
        line(
          {
            position: 'absolute',
            left: x - room / 2,
            top: y - 19,
            width: room,
            textAlign: 'center',
            lineHeight: 1,
            whiteSpace: 'nowrap',
            color: palette.muted,
            fontSize: 22,
          },
          text,
        ),
      ),
    ],
  };
}

const line = (style: Box['style'], text: string): Box => ({
  type: 'text',
  style: { fontFamily: SANS, ...style },
  text,
});

/** Arabic needs more space between lines, and no letter-spacing. */
const heading = (text: string, fontSize: number, rtl: boolean): Box => ({
  type: 'text',
  style: {
    fontFamily: SERIF,
    fontWeight: 600,
    fontSize,
    marginTop: 10,
    textWrap: 'balance',
    ...(rtl ? { lineHeight: 1.35 } : { lineHeight: 1.08, letterSpacing: '-0.015em' }),
  },
  text,
});

function quotation(
  { text, chain, source }: Quote,
  colour: string,
  longest: number,
  rtl: boolean,
): Box {
  const own = directionOf(source.language) === 'rtl';
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'column',
      marginTop: 24,
      ...(rtl
        ? { paddingRight: 24, borderRight: `4px solid ${colour}` }
        : { paddingLeft: 24, borderLeft: `4px solid ${colour}` }),
    },
    children: [
      {
        type: 'text',
        style: {
          fontFamily: SERIF,
          fontSize: 32,
          lineHeight: 1.3,
          color: palette.soft,
          ...(own !== rtl && { direction: own ? 'rtl' : 'ltr' }),
        },
        text: saidIn({ text }, longest),
      },
      line(
        { color: palette.muted, fontSize: 24, marginTop: 6 },
        clip(chainText({ chain }, passedOn), 90),
      ),
    ],
  };
}

/** The words of a quote, cut to a length, in quotation marks unless they have some. */
function saidIn({ text }: Pick<Quote, 'text'>, longest: number): string {
  const said = clip(oneLine(text), longest);
  return /["“”«»]/.test(said) ? said : words.quoted(said);
}
