import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs, words } from '../model/archive.arbitrary.ts';
import { idSchema } from '../model/id.ts';
import { freeId, slugOf } from './slug.ts';

describe('slugOf(words)', () => {
  it.each([
    // Spelt in Latin letters, as their readers spell them.
    ['Øresundsbron og Ærø', 'oresundsbron-og-aero'],
    ['Łódź, Straße, Đakovo, Þingvellir', 'lodz-strasse-dakovo-thingvellir'],
    ['İstanbul, Việt Nam', 'istanbul-viet-nam'],
    ['Октябрьская революция', 'oktyabrskaya-revolyutsiya'],
    ['Αθήνα', 'athina'],
    ['თბილისი', 'tbilisi'],
    ['c’est la vie, l’été e\u0301te\u0301', 'cest-la-vie-lete-ete'],
    // One letter after another, these would be wrong or lack their vowels.
    ['重庆', '重庆'],
    ['東京・大阪 2020', '東京-大阪-2020'],
    ['トーキョー', 'トーキョー'],
    ['독립문', '독립문'],
    ['กรุงเทพ ทำ', 'กรุงเทพ-ทำ'],
    ['محمد ١٩١٧', 'محمد-1917'],
    ['ירושלים', 'ירושלים'],
    ['दिल्ली', 'दिल्ली'],
    ['Treaty of 北京', 'treaty-of-北京'],
    // One form of each letter, whichever the text has.
    ['한국'.normalize('NFD'), '한국'],
    ['ｶﾞｷﾞ', 'ガギ'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['می\u200Cخواهم', 'میخواهم'],
    ['—', ''],
  ])('%s is %s', (given, slug) => {
    expect(slugOf(given)).toBe(slug);
  });

  it('is an id or nothing, no longer than it may be, and its own', () => {
    const any = fc.oneof(words, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(any, fc.integer({ min: 8, max: 60 }), (text, longest) => {
        const slug = slugOf(text, longest);
        expect(slug === '' || idSchema.safeParse(slug).success).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(longest);
        expect(slugOf(slug, longest)).toBe(slug);
        // Two ids that a disk takes for one are one.
        expect(slug.normalize('NFKC').toUpperCase().toLowerCase()).toBe(slug.normalize('NFKC'));
      }),
      runs(500),
    );
  });

  it('cuts no character in two', () => {
    expect(slugOf('กำ'.repeat(60))).toBe('กำ'.repeat(30));
    expect(slugOf('𠮷'.repeat(60), 9)).toBe('𠮷'.repeat(4));
  });
});

describe('idSchema', () => {
  it.each([
    'Å',
    'é',
    'москва',
    'ß',
    'A',
    '北 京',
    '北--京',
    '-北',
    '北\u200D',
    '가\uFE0F',
    'x\u0301',
  ])('refuses %s', (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  });
  it('takes one of several forms of a letter', () => {
    expect(idSchema.safeParse('한국').success).toBe(true);
    expect(idSchema.safeParse('한국'.normalize('NFD')).success).toBe(false);
    expect(idSchema.safeParse('か\u3099').success).toBe(false);
  });
});

describe('freeId(wanted, taken)', () => {
  it('counts on from what is taken or reserved', () => {
    const taken = new Set(['北京']);
    expect(['北京', '北京', 'index'].map((id) => freeId(id, taken))).toEqual([
      '北京-2',
      '北京-3',
      'index-2',
    ]);
  });
});
