import { Locked } from '../files/lock.mjs';

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

/** Runs a command. What {@link inWords} has words for becomes its output; any other error is a bug and is thrown. */
export async function answer(command: () => string | Promise<string>): Promise<Outcome> {
  try {
    return { text: await command(), right: true };
  } catch (cause) {
    const text = inWords(cause);
    if (text === null) throw cause;
    return { text, right: false };
  }
}

/** What to do about an error of the system, where its own words do not say it. */
const REMEDIES: Record<string, string> = {
  ENOSPC: 'free some space and run it again',
  EACCES: 'allow yourself to read and write it, or choose another folder',
  EROFS: 'choose a folder that can be written',
};

/** What a command prints of an error that is no bug: a refusal, a lock, a file system error, a missing package. */
export function inWords(cause: unknown): string | null {
  if (cause instanceof Refusal)
    return [cause.message, ...cause.details.map((line) => `  ${line}`)].join('\n');
  if (cause instanceof Locked) return cause.message;
  const { code = '', syscall, dest, message } = cause as NodeJS.ErrnoException & { dest?: string };
  if (code === 'ERR_MODULE_NOT_FOUND' && message.startsWith('Cannot find package'))
    return `node_modules lacks ${/'(.+?)'/.exec(message)?.[1]}: run "npm install", which brings it back`;
  if (syscall === undefined) return null;
  if (code === 'EEXIST' && dest !== undefined)
    return `${dest} exists already; nothing is overwritten`;
  return [`not done: ${message}`, REMEDIES[code]].filter(Boolean).join('; ');
}
