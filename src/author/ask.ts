/** Questions at a terminal; elsewhere what is lacking is said all at once. */
import { autocomplete, cancel, isCancel, log, select, text } from '@clack/prompts';
import { Refusal } from './refusal.ts';

export interface Question {
  /** The flag that answers it. */
  flag: string;
  asks: string;
  /** What Enter takes. */
  initial?: string;
  choices?: { value: string; label?: string }[];
  /** What is wrong with an answer, if anything. */
  refuses?: (given: string) => string | undefined;
}

/** Whoever answers: a person at a terminal, or nobody. */
export type Ask = (question: Question) => Promise<string>;

export const askTerminal: Ask = async ({ asks, initial, choices, refuses }) => {
  const given =
    choices && choices.length > 0
      ? await (choices.length > 8 ? autocomplete : select)({
          message: asks,
          options: choices.map(({ value, label = value }) => ({ value, label })),
          ...(initial !== undefined && { initialValue: initial }),
        })
      : await text({
          message: asks,
          ...(initial !== undefined && { initialValue: initial }),
          validate: (value) =>
            (value ?? '').trim() === '' ? 'it needs an answer' : refuses?.((value ?? '').trim()),
        });
  if (!isCancel(given)) return String(given).trim();
  cancel('Nothing is written.');
  throw new Refusal('cancelled');
};

export const say = (line: string): void => log.info(line);

export const isTerminal = (): boolean =>
  Boolean(process.stdin.isTTY && process.stdout.isTTY && !process.env['CI']);

/**
 * Answers to all questions, from flags first.
 * @throws {Refusal} naming every flag that is missing or wrong, where nobody can be asked
 */
export async function answers(
  questions: readonly Question[],
  flags: Readonly<Record<string, string | undefined>>,
  ask: Ask | null,
): Promise<Record<string, string>> {
  const given: Record<string, string> = {};
  const wrong: string[] = [];
  for (const question of questions) {
    const { flag, asks, choices, refuses, initial } = question;
    const value = flags[flag];
    const fault =
      value === undefined
        ? null
        : choices && choices.length > 0 && !choices.some((choice) => choice.value === value)
          ? `there is no ${value}; known: ${choices.map((choice) => choice.value).join(', ')}`
          : refuses?.(value);
    if (fault) wrong.push(`--${flag}: ${fault}`);
    else if (value !== undefined) given[flag] = value;
    else if (ask) given[flag] = await ask(question);
    else if (initial !== undefined) given[flag] = initial;
    else wrong.push(`--${flag} is missing: ${asks}`);
  }
  if (wrong.length > 0) throw new Refusal('not enough to go by, and nothing is written', wrong);
  return given;
}
