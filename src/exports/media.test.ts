import { describe, expect, it } from 'vitest';
import { event, records } from '../model/archive.arbitrary.ts';
import type { Body } from '../model/body.ts';
import { joinArchive } from '../model/join.ts';
import { annotationPage } from './annotations.ts';
import { eventsJson } from './events-json.ts';
import { jsonFeed } from './feed.ts';
import { eventJsonLd } from './json-ld.ts';
import { licenceOf } from './media.ts';
import { timelineJs } from './timelinejs.ts';

const address = (path: string): string => `https://example.org${path}`;

describe('licenceOf(rights)', () => {
  it.each([
    ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['Ada Moor, CC-BY-NC-SA-2.0', 'https://creativecommons.org/licenses/by-nc-sa/2.0/'],
    ['cc by-nd 3.0 DE', 'https://creativecommons.org/licenses/by-nd/3.0/'],
    ['CC0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['As https://example.org/terms. has it', 'https://example.org/terms'],
    ['Public domain', undefined],
    ['All rights reserved', undefined],
    ['CC BY', undefined],
  ])('of %s is %s', (rights, expected) => expect(licenceOf(rights)).toBe(expected));
});

describe('media in exports', () => {
  const caption: Body = [
    { type: 'text', value: 'The lamp ' },
    {
      type: 'citation',
      kind: 'quote',
      id: 'lit',
      offset: 0,
      children: [{ type: 'text', value: '& the keeper' }],
    },
  ];
  const sha256 = '0'.repeat(64);
  const archive = joinArchive({
    ...records({
      lit: event('1897', {
        media: [
          {
            file: 'lamp.jpg',
            alt: 'A lamp',
            credit: 'Orr',
            rights: 'CC BY 4.0',
            source: 'log',
            date: '1897-03',
            focus: [0.5, 0.25],
            sha256,
          },
          { file: 'ornament.png', decorative: true, credit: 'Orr', rights: 'Free', sha256 },
          {
            file: 'lamp.mp4',
            alt: 'A lamp turns',
            credit: 'Orr',
            rights: 'Free',
            reference: 'tides',
            date: '1897~',
            sha256,
            poster: 'lamp.png',
            captions: 'lamp.vtt',
            transcript: 'unrecorded.txt',
            digests: { poster: sha256, captions: sha256 },
          },
        ],
      }),
    }),
    bodies: {
      lit: ['lamp.jpg', 'lamp.mp4'].map((file) => ({
        type: 'medium',
        file,
        alt: '',
        children: [...caption],
        offset: 0,
      })),
    },
  });
  const [lit] = archive.events;

  it('say in events.json all that the record says', () => {
    const { events } = JSON.parse(eventsJson(archive, address, 'https://example.org/s', null));
    expect(events[0].media).toEqual([
      {
        file: 'lamp.jpg',
        url: 'https://example.org/media/lamp.jpg',
        type: 'image/jpeg',
        alt: 'A lamp',
        caption: 'The lamp & the keeper',
        credit: 'Orr',
        rights: 'CC BY 4.0',
        source: 'log',
        reference: null,
        date: '1897-03',
        focus: [0.5, 0.25],
        sha256,
      },
      expect.objectContaining({ alt: '', caption: '', source: null, date: null, focus: null }),
      expect.objectContaining({
        type: 'video/mp4',
        reference: 'tides',
        date: '1897~',
        companions: [
          { as: 'poster', file: 'lamp.png', url: 'https://example.org/media/lamp.png', sha256 },
          { as: 'captions', file: 'lamp.vtt', url: 'https://example.org/media/lamp.vtt', sha256 },
        ],
      }),
    ]);
  });

  it('say in linked data whose they are, and by which licence', () => {
    if (!lit) throw new Error('no event');
    const [work] = eventJsonLd(archive, lit, [], address)['@graph'] as unknown as [
      { associatedMedia: object[] },
    ];
    expect(work.associatedMedia).toMatchObject([
      {
        '@type': 'ImageObject',
        caption: 'The lamp & the keeper',
        creditText: 'Orr',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        dateCreated: '1897-03',
        isBasedOn: { '@id': 'https://example.org/sources/log/' },
      },
      { '@type': 'ImageObject', copyrightNotice: 'Free' },
      {
        '@type': 'VideoObject',
        abstract: 'The lamp & the keeper',
        citation: { name: 'Tides' },
        thumbnailUrl: 'https://example.org/media/lamp.png',
      },
    ]);
    expect(work.associatedMedia[1]).not.toHaveProperty('description');
    expect(work.associatedMedia[2]).not.toHaveProperty('dateCreated');
  });

  it('are bodies of the annotations of quotes that their captions cite', () => {
    const { items } = JSON.parse(annotationPage(archive, address));
    expect(items.map(({ body }: { body: object }) => body)).toEqual([
      [
        expect.objectContaining({ type: 'Text' }),
        {
          id: 'https://example.org/media/lamp.jpg',
          type: 'Image',
          format: 'image/jpeg',
          rights: 'https://creativecommons.org/licenses/by/4.0/',
        },
        { id: 'https://example.org/media/lamp.mp4', type: 'Video', format: 'video/mp4' },
      ],
    ]);
  });

  it('are shown by feeds and by TimelineJS with their captions', () => {
    const [item] = JSON.parse(jsonFeed(archive, address, null)).items;
    expect(item.content_html).toContain(
      '<figure><img src="https://example.org/media/lamp.jpg" alt="A lamp"><figcaption>The lamp &amp; the keeper · Orr · CC BY 4.0</figcaption></figure>',
    );
    expect(item.content_html).toContain(
      '<a href="https://example.org/media/lamp.mp4">A lamp turns</a>',
    );
    const [slide] = JSON.parse(timelineJs(archive, address)).events;
    expect(slide.media).toEqual({
      url: 'https://example.org/media/lamp.jpg',
      caption: 'The lamp &amp; the keeper',
      credit: 'Orr · CC BY 4.0',
      alt: 'A lamp',
    });
  });
});
