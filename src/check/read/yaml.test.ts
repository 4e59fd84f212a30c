import { describe, expect, it } from 'vitest';
import { textFile } from './file.ts';
import { parseFrontMatter, parseYaml } from './yaml.ts';

const file = (text: string) => textFile('f.mdx', text, new TextEncoder().encode(text));
const spot = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;

describe('parseYaml(file).place(path, of)', () => {
  const { position } = parseYaml(
    file(
      'a: 1\nlist:\n  - one\n  - { x: "y", z: [p, q] }\n"quoted": >-\n  folded\nempty:\nmap:\n  deep: here\n',
    ),
  );
  it.each([
    [['a'], 'value', '1:4'],
    [['a'], 'key', '1:1'],
    [['list', 0], 'value', '3:5'],
    [['list', 1, 'x'], 'value', '4:10'],
    [['list', 1, 'z', 1], 'value', '4:22'],
    [['quoted'], 'key', '5:1'],
    [['quoted'], 'value', '5:11'],
    [['empty'], 'value', '7:1'],
    [['map', 'deep'], 'value', '9:9'],
    [['map', 'not-there'], 'value', '8:1'],
    [['not-there'], 'value', '1:1'],
  ] as const)('%j, %s is %s', (path, of, expected) => {
    expect(spot(position(path, of))).toBe(expected);
    if (of === 'value') expect(spot(position(path))).toBe(expected);
  });

  it('is the nearest there is, where the path goes on into a text or beyond the end of a list', () => {
    expect(spot(position(['a', 'deeper']))).toBe('1:4');
    expect(spot(position(['list', 2]))).toBe('2:1');
  });

  it('is the beginning where the syntax is broken, in which no text can be replaced', () => {
    const { position: at, replaced } = parseYaml(file('x: y\na: [b'), 5);
    expect(spot(at(['a']))).toBe('2:1');
    expect(replaced(['a'], 'text')).toBeNull();
  });

  it('finds keys that are no text by what they say', () => {
    expect(spot(parseYaml(file('x: y\n1897: z\n')).position(['1897'], 'key'))).toBe('2:1');
  });

  it('follows aliases', () => {
    const { position: at, value } = parseYaml(file('a: &x\n  b: c\nd: *x\n'));
    expect(value).toEqual({ a: { b: 'c' }, d: { b: 'c' } });
    expect(spot(at(['d', 'b']))).toBe('2:6');
  });
});

describe('parseYaml(file).problems', () => {
  it.each([
    ['a: b: c', '1:4', /may not hold ": "/],
    ['a: "x" y', '1:8', /more text after/],
    ['a: [1, 2\nb: 3', '2:1', /never closed with \]/],
    ['a: b\na: c', '2:1', /given twice/],
    ['{ a: b, a: c }', '1:9', /given twice/],
    ['x:\n  - { y: 1 }\n  - y: 1\n    1: 2\n    "1": 3', '5:5', /given twice/],
    ['\ta: b', '1:1', /a tab may not indent/],
    ['a: @x', '1:4', /may not begin with @/],
    ['a: b\n---\nc: d', '2:1', /second document/],
    ['a: !x y', '1:4', /may not begin with !/],
    ['a: *x', '1:1', /alias/],
    ['\uFEFFa: b', '1:1', /byte order mark/],
    ['a: &x &y b', '1:7', /^not YAML: a node can have at most one anchor$/],
  ])('%j', (text, where, words) => {
    const { problems, value } = parseYaml(file(text));
    expect(problems.map(spot)).toEqual([where]);
    expect(problems[0]?.message).toMatch(words);
    expect(value).toBeUndefined();
  });

  it.each([
    ['exact: Route # 5 was closed', '1:14', /exact ends before "# 5 was closed"/],
    ['exact: #5 was closed', '1:8', /exact ends before "#5 was closed"/],
    ['exact: Route\n  # 5 was closed\nb: c', '2:3', /exact ends before "# 5 was closed"/],
    ['a:\n  q:\n    prefix: x # y\n', '3:15', /prefix ends before "# y"/],
    ['title: C # and others', '1:10', /title ends before/],
    ['names: [a, b] # both\nname: a # b', '2:9', /name ends before "# b"/],
    ['names:\n  - a # b\n', '2:7', /names ends before "# b"/],
    ['native:\n  ko: a # b\n', '2:9', /native ends before "# b"/],
    ['exact: &Sons came', '1:8', /exact loses "&Sons"/],
    ['exact: "C:\\new"', '1:11', /exact has \\n/],
    ['exact: - dash first.', '1:8', /may not begin with "- "/],
    ['exact: > text', '1:10', /text behind > or \|/],
    ['exact: ] text', '1:8', /closing bracket/],
    ['speaker: ?\nvia: []', '1:10', /bare \?/],
    ['date: 1897 # of the log', null, /./],
    ['exact: a\n# of the log\nb: c', null, /./],
    ['exact: "a" # of the log', null, /./],
    ['exact: &a b\nsuffix: *a', null, /./],
    ['exact: "a\\"b\\\\n\\u2019"', null, /./],
    ['exact: >-\n  a\n  # b\n', null, /./],
    ['exact: No.#5', null, /./],
  ])('of a text that is not what it looks like: %j', (text, where, words) => {
    const { problems } = parseYaml(file(text));
    expect(problems.map(spot)).toEqual(where === null ? [] : [where]);
    if (where !== null) {
      expect(problems[0]?.message).toMatch(words);
      expect(problems[0]?.details).toEqual([expect.stringContaining('quotation marks')]);
    }
  });

  it('are all of them, one for each line', () => {
    expect(parseYaml(file('a: b: c\nd: "x" y\n')).problems.map(spot)).toEqual(['1:4', '2:8']);
    // A tag is but a warning of the parser, which tells of them last.
    expect(parseYaml(file('a: !x y\nb: "x" y\nc: !y "x" z\n')).problems.map(spot)).toEqual([
      '1:4',
      '2:8',
      '3:4',
    ]);
  });

  it('stop an alias bomb', () => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `k${i + 1}: &k${i + 1} [${`*k${i}, `.repeat(9)}]`,
    );
    expect(parseYaml(file(`k0: &k0 [x]\n${lines.join('\n')}\n`)).problems).toHaveLength(1);
  });
});

describe('parseYaml(file) of many keys', () => {
  /** How many elements all calls of `some` and `find` look at. */
  function looksAt(read: () => unknown): number {
    const { some, find } = Array.prototype;
    let looks = 0;
    const counted = (method: (visit: (...given: unknown[]) => unknown) => unknown) =>
      function (this: unknown[], visit: (...given: unknown[]) => unknown): unknown {
        return method.call(this, (...given) => {
          looks++;
          return visit(...given);
        });
      };
    Object.assign(Array.prototype, { some: counted(some), find: counted(find) });
    try {
      read();
    } finally {
      Object.assign(Array.prototype, { some, find });
    }
    return looks;
  }

  it('compares no key with all others', () => {
    const list = (keys: number): string =>
      Array.from({ length: keys }, (_, i) => `page-${i}: { title: "A page", url: "x" }`).join('\n');
    const [few, many] = [100, 1000].map((keys) => looksAt(() => parseYaml(file(list(keys)))));
    expect(many).toBeLessThan(20 * Math.max(few ?? 0, 100));
  });
});

describe('parseYaml(file) of what a parser would not end with', () => {
  const firstOf = (text: string) => {
    const [problem] = parseYaml(file(text)).problems;
    return problem && [spot(problem), problem.message, problem.details];
  };
  const flatter = ['write it flatter; a text with brackets stands in quotation marks'];

  it.each([
    [
      'brackets',
      '{'.repeat(1000),
      '1:501',
      'lists and maps may lie 50 deep in each other',
      flatter,
    ],
    [
      'an alias within itself',
      'a: &a\n  b: [*a]\n',
      '2:7',
      'an alias stands within what it refers to',
      ['write out what it stands for'],
    ],
    [
      'a list as a key',
      '? [a]\n: b\n',
      '1:3',
      'not YAML: a key may not be a list or a map',
      undefined,
    ],
    ['a map as a key', '{ {a: b}: c }\n', '1:3', 'not YAML: a key may not be a list or a map', []],
    ['an alias of nothing', 'a: *b\n', undefined, /alias/, undefined],
  ])('is a problem: %s', (_, text, at, message, details) => {
    const found = firstOf(text);
    if (at !== undefined) expect(found?.[0]).toBe(at);
    if (typeof message === 'string') expect(found?.[1]).toBe(message);
    else expect(found?.[1]).toMatch(message);
    if (details) expect(found?.[2]).toEqual(details);
  });

  it('keeps aliases that repeat a value', () => {
    const { value, problems } = parseYaml(file('a: &a { b: c }\nd: *a\ne: [*a, *a]\n'));
    expect([value, problems]).toEqual([
      { a: { b: 'c' }, d: { b: 'c' }, e: [{ b: 'c' }, { b: 'c' }] },
      [],
    ]);
  });
});

describe('parseFrontMatter(file)', () => {
  it('counts lines from the head of the file', () => {
    const { position, body, value } = parseFrontMatter(file('---\ntitle: x\n---\nText\n'));
    expect([spot(position(['title'])), body, value]).toEqual(['2:8', 16, { title: 'x' }]);
  });

  it('ends at a line of three hyphens alone, with or without white space after them', () => {
    const text = '---\t\na: |\n  ---\n---c: d\n# ---\n--- \nText';
    const { value, body } = parseFrontMatter(file(text));
    expect([value, body]).toEqual([{ a: '---\n', '---c': 'd' }, text.indexOf('\nText')]);
  });

  it('takes Windows line ends', () => {
    const { position, value } = parseFrontMatter(file('---\r\na: x\r\nb: y\r\n---\r\nText\r\n'));
    expect([spot(position(['b'])), value]).toEqual(['3:4', { a: 'x', b: 'y' }]);
  });

  it.each([
    ['title: x\n', /missing/],
    ['', /missing/],
    ['x---\ntitle: x\n---\n', /missing/],
    ['---x\ntitle: x\n---\n', /missing/],
    ['---\ntitle: x\n', /no end/],
    ['\uFEFF---\ntitle: x\n---\n', /byte order mark/],
  ])('%j is a problem', (text, words) => {
    const [problem] = parseFrontMatter(file(text)).problems;
    expect(problem?.message).toMatch(words);
    expect(problem?.details).toEqual([expect.stringMatching(/\w{4}/)]);
  });
});
