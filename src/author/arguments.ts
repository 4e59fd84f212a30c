/** Reads the arguments of a command as the table in `options.ts` says, and writes its help from the same table. */
import { parseArgs } from 'node:util';
import { didYouMean } from '../check/near/suggest.ts';
import { COMMANDS, type Command, type CommandName, type Flags } from './options.ts';

export interface Arguments {
  command: CommandName;
  /** `''` if the command has none. */
  operand: string;
  flags: Flags;
  switches: Readonly<Record<string, boolean>>;
}

/** Something to print instead of running a command: help, or why the arguments are wrong. */
export interface Usage {
  command: 'usage';
  text: string;
  /** 0 for help, 2 for wrong usage. */
  status: 0 | 2;
}

/** Thrown for wrong usage; `details` are printed below the message. */
class WrongUsage extends Error {
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}

const NAMES = Object.keys(COMMANDS) as CommandName[];
const HELP = ['help', 'h'];

/** @param argv the arguments after the script's name: a command, then its operand and options in any order */
export function readArguments(argv: readonly string[]): Usage | Arguments {
  const [first = '', ...rest] = argv;
  try {
    if (['--help', '-h', 'help'].includes(first)) return help(helpOfAll());
    if (first === '') throw new WrongUsage('no command', [`commands: ${NAMES.join(', ')}`]);
    const command = NAMES.find((name) => name === first);
    if (command === undefined)
      throw new WrongUsage(`unknown command ${first}${didYouMean(first, NAMES)}`, [
        `commands: ${NAMES.join(', ')}`,
      ]);
    return readCommand(command, rest);
  } catch (cause) {
    if (!(cause instanceof WrongUsage)) throw cause;
    const text = [cause.message, ...cause.details.map((line) => `  ${line}`)].join('\n');
    return { command: 'usage', text, status: 2 };
  }
}

function readCommand(command: CommandName, args: string[]): Usage | Arguments {
  const { operand, options }: Command = COMMANDS[command];
  const advice = [`usage: ${usageOf(command)}`, `help:  npm run ${command} -- --help`];
  const wrong = (message: string): WrongUsage => new WrongUsage(message, advice);
  const { tokens } = parseArgs({
    args,
    options: Object.fromEntries([
      ...Object.entries(options).map(
        ([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }] as const,
      ),
      ['help', { type: 'boolean', short: 'h' }],
    ]),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  if (given.some(({ name }) => HELP.includes(name))) return help(helpOf(command));

  const flags: Record<string, string> = {};
  const switches: Record<string, boolean> = {};
  for (const { name, rawName, value, inlineValue } of given) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw wrong(unknownOption(command, name, rawName));
    if (name in flags || name in switches) throw wrong(`${rawName} is given twice`);
    if (!option.value) {
      if (value !== undefined) throw wrong(`${rawName} takes no value`);
      switches[name] = true;
    } else if (value === undefined || value === '' || (!inlineValue && value.startsWith('--')))
      throw wrong(`${rawName} needs a value: ${rawName} ${option.value}`);
    else flags[name] = value;
  }

  const operands = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const instead = operand?.unless;
  if (instead !== undefined && instead in flags) {
    const [other] = [...operands, ...Object.keys(flags).filter((name) => name !== instead)];
    if (other !== undefined) throw wrong(`--${instead} stands alone, without ${other}`);
    return { command, operand: '', flags, switches };
  }
  const most = operand ? (operand.words ? Infinity : 1) : 0;
  const surplus = operands[most];
  if (surplus !== undefined)
    throw wrong(
      most === 0 ? `${command} takes no operand: ${surplus}` : `one at a time; then ${surplus}`,
    );
  // Of phrases in quotation marks of the shell, each is one: words are left out between them.
  const text = operands.join(operands.some((one) => /\S\s+\S/.test(one)) ? ' … ' : ' ');
  if (operand && text.trim() === '') throw wrong(`${operand.name} is missing: ${operand.is}`);
  return { command, operand: text, flags, switches };
}

function unknownOption(command: CommandName, name: string, rawName: string): string {
  const options = Object.keys(COMMANDS[command].options).map((option) => `--${option}`);
  const others = NAMES.filter((other) => Object.hasOwn(COMMANDS[other].options, name));
  const hint =
    others.length > 0 ? `; it is one of ${others.join(', ')}` : didYouMean(rawName, options);
  return `${rawName} is not an option of ${command}${hint}`;
}

const help = (text: string): Usage => ({ command: 'usage', text, status: 0 });

function usageOf(command: CommandName): string {
  const { operand, options }: Command = COMMANDS[command];
  const parts = [
    ...(operand ? [operand.name] : []),
    ...(Object.keys(options).length > 0 ? ['[options]'] : []),
  ].join(' ');
  return `npm run ${command}${parts && ` -- ${parts}`}`;
}

function helpOf(command: CommandName): string {
  const { does, operand, options, examples }: Command = COMMANDS[command];
  const optionLines = Object.entries(options).map(
    ([name, { value, does }]) => [`--${name}${value ? ` ${value}` : ''}`, does] as const,
  );
  return [
    usageOf(command),
    '',
    does,
    ...(operand ? ['', ...aligned([[operand.name, operand.is]])] : []),
    '',
    'Options:',
    ...aligned([...optionLines, ['--help', 'shows this help']]),
    '',
    examples.length === 1 ? 'Example:' : 'Examples:',
    ...examples.map((line) => `  ${line}`),
    '',
    'CONTENT_DIR=<folder> names another archive than content/.',
    'Exit status: 0 done, 1 problems or nothing done, 2 wrong usage.',
  ].join('\n');
}

const helpOfAll = (): string =>
  [
    'npm run <command> -- [operand] [options]',
    '',
    ...aligned(NAMES.map((name) => [name, COMMANDS[name].does] as const)),
    '',
    'npm run <command> -- --help lists the options of a command.',
  ].join('\n');

/** Two columns, the second aligned. */
function aligned(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
