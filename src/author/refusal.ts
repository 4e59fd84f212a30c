/** Why a command does nothing: what is wrong and where, then what to do, one line each. */
export class Refusal extends Error {
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}

/** What a command printed, and whether it did what was asked. */
export interface Outcome {
  text: string;
  right: boolean;
}

/** Runs a command; a refusal is its answer, not a crash, and so is a disk's. */
export async function answer(command: () => string | Promise<string>): Promise<Outcome> {
  try {
    return { text: await command(), right: true };
  } catch (cause) {
    const { code, syscall, dest, message } = cause as NodeJS.ErrnoException & { dest?: string };
    if (syscall !== undefined)
      return {
        text:
          code === 'EEXIST' && dest !== undefined
            ? `${dest} is there already; nothing is overwritten`
            : `not done: ${message}`,
        right: false,
      };
    if (!(cause instanceof Refusal)) throw cause;
    return {
      text: [cause.message, ...cause.details.map((line) => `  ${line}`)].join('\n'),
      right: false,
    };
  }
}
