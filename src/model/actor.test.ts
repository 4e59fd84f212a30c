import { describe, expect, it } from 'vitest';
import { holdsName } from './actor.ts';

describe('holdsName(text, name)', () => {
  it.each([
    ['Kim said so.', 'Kim'],
    ['(Kim)', 'Kim'],
    ['وقال المجلس', 'المجلس'],
    ['والمجلس يقول', 'المجلس'],
    ['وبالمجلس', 'المجلس'],
    ['金说他同意', '金'],
    ['李总理说', '李'],
    ['普京在海参崴', '普京'],
    ['朴大統領', '朴'],
    ['安倍首相は言った', '安倍'],
    ['プーチン大統領', 'プーチン'],
    ['アンは言った', 'アン'],
    ['김 위원장은', '김'],
    ['김정은은 말했다', '김정은'],
    ['푸틴대통령은', '푸틴'],
    ['(하늘포=강변통신)', '강변통신'],
    ['ประธานาธิบดีปูติน', 'ปูติน'],
  ])('finds in %j %j', (text, name) => {
    expect(holdsName(text, name)).toBe(true);
  });

  it.each([
    ['Kimberley said so.', 'Kim'],
    ['نالمجلس', 'المجلس'],
    ['المجلسان', 'المجلس'],
    ['金属工业', '金'],
    ['行李丢了', '李'],
    ['毛泽东', '毛'],
    ['中国人', '中国'],
    ['アンケートを', 'アン'],
    ['만김이', '김'],
    ['한국어를', '한국'],
  ])('does not take a part of a word in %j for %j', (text, name) => {
    expect(holdsName(text, name)).toBe(false);
  });
});
