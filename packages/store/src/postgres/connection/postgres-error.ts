import { isBusy } from "../../sqlite/is-busy.ts";

/** What a PostgreSQL server, or the way to it, answered instead of rows. */
export class PostgresError extends Error {
  override readonly name = "PostgresError";
  /** The SQLSTATE, or the code of a socket's error. */
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }

  /** Whether others hold what it wanted just now, so that the same may succeed later. */
  get isBusy(): boolean {
    return isBusy(this);
  }

  /** Whether there is no way to the server just now. */
  get isAway(): boolean {
    // Such as the file of a certificate that the address names.
    if (/, open '/.test(this.message)) return false;
    return (
      /^(?:08|57P0|53300|25P03)|^E[A-Z]/.test(this.code) || /timeout|terminated/i.test(this.message)
    );
  }

  /** Whether the server has no room. */
  get isFull(): boolean {
    return ["53100", "53200"].includes(this.code);
  }

  /** Whether it is about what was sent, and would be the same tomorrow. */
  get isAboutALine(): boolean {
    return /^(?:22|23|54)/.test(this.code);
  }
}
