import { expect, it } from 'vitest';
import { readHeaders } from './headers.ts';

it('readHeaders(text) gives a path the headers of all rules that fit it', () => {
  const headersOf = readHeaders(`# Of all
/*
  X-One: a: b
/a/*
  X-Two: 2
  X-One: more
/
  X-Three: 3

/feed.*
  X-Four: 4
`);
  expect(headersOf('/')).toEqual({ 'X-One': 'a: b', 'X-Three': '3' });
  expect(headersOf('/a/b.html')).toEqual({ 'X-One': 'a: b, more', 'X-Two': '2' });
  expect(headersOf('/feed.xml')).toEqual({ 'X-One': 'a: b', 'X-Four': '4' });
  expect(headersOf('/feeds')).toEqual({ 'X-One': 'a: b' });
  expect(() => readHeaders('X-One: 1')).toThrow('X-One');
  expect(() => readHeaders('  X-One: 1')).toThrow('X-One');
  expect(() => readHeaders('/a\n  X-One')).toThrow('X-One');
});
