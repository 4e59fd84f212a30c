import { describe, expect, it } from 'vitest';
import type { Draft } from '../read/draft.ts';
import { checkActors } from './actors.ts';

const position = () => ({ file: 'actors.yaml', line: 1, column: 1 });

function problems(name: string, names: string[], more: object = {}): string[] {
  const part = { a: { name, names, kind: 'person', ...more } };
  const quotes = { q: { speaker: 'a', via: [] } };
  return checkActors({
    actors: { part, position },
    references: { raw: { page: {} } },
    events: [{ part: { quotes } }],
    sources: new Map(),
  } as unknown as Draft).map(({ message }) => message);
}

describe('checkActors(draft)', () => {
  it.each<[string, string[], object?]>([
    ['Vladimir Putin', ['Putin', 'President Putin']],
    ['Kim Jong Un', ['Kim Jong-un']],
    ['Jose Munoz', ['José Muñoz']],
    ['The Paper', ['Paper']],
    ['KCNA', ['Korean Central News Agency']],
    ['Korean Central News Agency', ['KCNA']],
    ['Агентство «Перевал»', ['агентству «Перевал»']],
    ['سجل البلدة', ['هذا السجل']],
    ['The Eastern Gazette', ['東の新聞'], { native: { ja: '東の新聞' } }],
    ['Jan Novak', ['Mr. X'], { reference: 'page' }],
    ['US', ['US']],
    ['한봄', ['한봄 이장']],
  ])('takes %s, whom sources call %j', (name, names, more) => {
    expect(problems(name, names, more)).toEqual([]);
  });

  it.each<[string, string[], RegExp, object?]>([
    ['Donald Trump', ['Kim'], /is shown for an actor/],
    ['Donald Trump', ['Envoy Kim', 'President Putin'], /is shown for an actor/],
    ['Prime Minister Jones', ['Prime Minister Smith'], /is shown for an actor/],
    ['John Smith', ['Smithson'], /is shown for an actor/],
    ['Kim', ['the'], /names nobody/],
    ['Kim', ['He'], /names nobody/],
    ['Kim', ['of the'], /names nobody/],
    ['Jan Novak', ['Mr. X'], /unknown reference/, { reference: 'none' }],
  ])('refuses %s, whom sources call %j', (name, names, words, more) => {
    expect(problems(name, names, more)).toEqual([expect.stringMatching(words)]);
  });
});
