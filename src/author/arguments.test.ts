import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { COMMANDS, type Command, type CommandName } from './options.ts';

const NAMES = Object.keys(COMMANDS) as CommandName[];
const refused = (...argv: string[]) => {
  const given = readArguments(argv);
  if (given.command !== 'usage') throw new Error(`not refused: ${argv.join(' ')}`);
  expect(given.status).toBe(2);
  return given.text;
};

describe.each(NAMES)('%s', (name) => {
  const { operand, options }: Command = COMMANDS[name];
  const least = operand ? [operand.name] : [];

  it('takes each of its own options', () => {
    for (const [option, { value }] of Object.entries(options)) {
      const argv = option === operand?.unless ? [] : least;
      const given = readArguments([name, ...argv, `--${option}`, ...(value ? ['x'] : [])]);
      expect(given).toMatchObject({
        command: name,
        ...(value ? { flags: { [option]: 'x' } } : { switches: { [option]: true } }),
      });
    }
  });

  it('refuses each option of the others by name, and says whose it is', () => {
    const others = NAMES.flatMap((other) => Object.keys(COMMANDS[other].options));
    for (const option of others.filter((other) => !Object.hasOwn(options, other)))
      expect(refused(name, ...least, `--${option}`, 'x')).toMatch(
        new RegExp(`^--${option} is not an option of ${name}; it is one of \\w+`),
      );
  });

  it('has help that says what it does, its operand, its options and an example', () => {
    for (const flag of ['--help', '-h']) {
      const given = readArguments([name, flag]);
      if (given.command !== 'usage') throw new Error('no help');
      expect(given.status).toBe(0);
      for (const part of [
        COMMANDS[name].does,
        ...(operand ? [operand.name, operand.is] : []),
        ...Object.entries(options).flatMap(([option, { does }]) => [`--${option}`, does]),
        'Example',
        COMMANDS[name].examples[0],
      ])
        expect(given.text).toContain(part);
    }
  });

  it('has examples that it would run', () => {
    for (const example of COMMANDS[name].examples) {
      const [, words = ''] = /npm (?:run )?([\s\S]*)$/.exec(example) ?? [];
      const argv = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, bare]) => quoted ?? bare,
      );
      expect(readArguments(argv.filter((word) => word !== '--') as string[]).command).toBe(name);
    }
  });

  it('refuses a missing operand, and one too many', () => {
    if (operand) expect(refused(name)).toMatch(new RegExp(`^${operand.name} is missing`));
    if (!operand?.words) expect(refused(name, ...least, 'more')).toContain('more');
  });
});

describe('readArguments(argv)', () => {
  it.each([
    [['chek'], 'unknown command chek; did you mean "check"?'],
    [['frobnicate'], 'unknown command frobnicate\n'],
    [[], 'no command'],
    [['check', '--stric'], '--stric is not an option of check; did you mean "--strict"?'],
    [['check', '--title', 'foo'], '--title is not an option of check; it is one of new, source'],
    [['quote', 'x', '--fix'], '--fix is not an option of quote; it is one of check'],
    [['new', 'a', '--format', 'md'], '--format is not an option of new'],
    [['check', '-s'], '-s is not an option of check'],
    [['check', '--strict=yes'], '--strict takes no value'],
    [['check', '--strict', '--strict'], '--strict is given twice'],
    [['new', 'a', '--title'], '--title needs a value: --title <text>'],
    [['new', 'a', '--title='], '--title needs a value'],
    [['new', 'a', '--title', '--date', '1850'], '--title needs a value'],
    [['new', 'a', '--archive', 'b'], '--archive stands alone, without a'],
    [['new', '--archive', 'b', '--title', 'c'], '--archive stands alone, without title'],
    [['quote', ' '], '<words> is missing'],
    [['check', '--toString'], '--toString is not an option of check'],
    [['toString'], 'unknown command toString'],
  ])('refuses %j', (argv, message) => {
    expect(refused(...argv)).toContain(message);
  });

  it('reads values that begin with a dash, words, and what follows --', () => {
    expect(readArguments(['new', 'a', '--date', '-0043', '--title=--x'])).toMatchObject({
      operand: 'a',
      flags: { date: '-0043', title: '--x' },
    });
    expect(readArguments(['quote', 'the', 'storm', 'rose'])).toMatchObject({
      operand: 'the storm rose',
    });
    expect(readArguments(['quote', 'the storm', 'rose'])).toMatchObject({
      operand: 'the storm … rose',
    });
    expect(readArguments(['quote', '--', '--help me'])).toMatchObject({ operand: '--help me' });
    expect(readArguments(['source', '-'])).toMatchObject({ operand: '-' });
    expect(readArguments(['new', '--archive', 'b'])).toMatchObject({ flags: { archive: 'b' } });
  });

  it('lists all commands', () => {
    const given = readArguments(['--help']);
    if (given.command !== 'usage') throw new Error('no help');
    expect(given.status).toBe(0);
    for (const name of NAMES) expect(given.text).toContain(`${name} `);
  });
});
