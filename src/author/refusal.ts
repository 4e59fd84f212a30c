/** Why a command did nothing. The message says what is wrong and where; `details` say what to do, a line each. */
export class Refusal extends Error {
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}

/** What a command prints, and whether it did what was asked. */
export interface Outcome {
  text: string;
  right: boolean;
}

/** Runs a command. A refusal and a file system error become its output; any other error is a bug and is thrown. */
export async function answer(command: () => string | Promise<string>): Promise<Outcome> {
  try {
    return { text: await command(), right: true };
  } catch (cause) {
    const { code, syscall, dest, message } = cause as NodeJS.ErrnoException & { dest?: string };
    if (syscall !== undefined)
      return {
        text:
          code === 'EEXIST' && dest !== undefined
            ? `${dest} exists already; nothing is overwritten`
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
