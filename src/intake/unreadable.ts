/** Why a document cannot be read: what is wrong and where, then what to do, one line each. */
export class Unreadable extends Error {
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[]) {
    super(message);
    this.details = details;
  }
}
