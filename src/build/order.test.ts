import { expect, test } from 'vitest';
import { spread } from './order.ts';

test('spread(paths) takes routes in turns, each as often as it has paths, and keeps the order of each', () => {
  const of = (route: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ route, pathname: `${route}${i}` }));
  const names = (paths: { pathname: string }[]) => paths.map(({ pathname }) => pathname).join(' ');
  expect(names(spread([...of('page', 4), ...of('home', 1), ...of('picture', 2)]))).toBe(
    'page0 home0 picture0 page1 page2 picture1 page3',
  );
  expect(spread([])).toEqual([]);
});
