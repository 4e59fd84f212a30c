/** Questions that options answer, or a person at a terminal. */
import { autocomplete, cancel, isCancel, log, select, text } from '@clack/prompts';
import type { Flags } from './options.ts';
import { Refusal } from './refusal.ts';

export interface Question {
  /** The option that answers it. */
  flag: string;
  asks: string;
  /** The answer that Enter gives at a terminal. */
  initial?: string | undefined;
  /** The answer if nobody can be asked; without it, the option has to be given. */
  unasked?: string | undefined;
  choices?: readonly { value: string; label?: string }[];
  /** What is wrong with an answer, if anything; without it, an option's value has to be among the choices. */
  refuses?: (answer: string) => string | undefined;
  /** Enter alone answers it. */
  mayBeEmpty?: true;
}

/** Asks a person at a terminal. */
export type Ask = (question: Question) => Promise<string>;

/** More choices than this are searched rather than listed. */
const MOST_LISTED = 8;

/** @throws {Refusal} if the person cancels */
export const askTerminal: Ask = async ({ asks, initial, choices, refuses, mayBeEmpty }) => {
  const start = initial === undefined ? {} : { initialValue: initial };
  const answer =
    choices && choices.length > 0
      ? await (choices.length > MOST_LISTED ? autocomplete : select)({
          message: asks,
          options: choices.map(({ value, label = value }) => ({ value, label })),
          ...start,
        })
      : await text({
          message: asks,
          validate: (value = '') => {
            if (value.trim() === '') return mayBeEmpty ? undefined : 'an answer is needed';
            return refuses?.(value.trim());
          },
          ...start,
        });
  if (!isCancel(answer)) return String(answer ?? '').trim();
  cancel('Nothing is written.');
  throw new Refusal('cancelled');
};

export const say = (line: string): void => log.info(line);

export const isTerminal = (): boolean =>
  Boolean(process.stdin.isTTY && process.stdout.isTTY && !process.env['CI']);

/**
 * The answer to each question, by its option: from the options first, then from the person.
 * @throws {Refusal} naming every option that is missing or wrong
 */
export async function answers(
  questions: readonly Question[],
  flags: Flags,
  ask: Ask | null,
): Promise<Record<string, string>> {
  const given: Record<string, string> = {};
  const wrong: string[] = [];
  for (const question of questions) {
    const { flag, asks, unasked } = question;
    const value = flags[flag];
    if (value !== undefined) {
      const fault = faultOf(question, value);
      if (fault === undefined) given[flag] = value;
      else wrong.push(`--${flag}: ${fault}`);
    } else if (ask && wrong.length === 0) given[flag] = await ask(question);
    else if (!ask && unasked !== undefined) given[flag] = unasked;
    else if (!ask) wrong.push(`--${flag} is missing: ${asks}`);
  }
  if (wrong.length > 0)
    throw new Refusal('options are missing or wrong; nothing is written', wrong);
  return given;
}

function faultOf({ choices = [], refuses }: Question, value: string): string | undefined {
  if (refuses) return refuses(value);
  if (choices.length === 0 || choices.some((choice) => choice.value === value)) return undefined;
  return `there is no ${value}; known: ${choices.flatMap(({ value: one }) => one || []).join(', ')}`;
}
