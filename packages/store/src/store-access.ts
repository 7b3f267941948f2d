/** What who has a token may do: `read` what the dashboard shows, or also `write`: change runs in it, and send runs to it. */
export type TokenRole = "read" | "write";

export interface TokenOptions {
  /** What it is for, such as the machine that gets it. */
  readonly name: string;
  /** @default "read" */
  readonly role?: TokenRole;
  /** The names of the projects that it is for, whether they have runs yet or not. @default all projects */
  readonly projects?: readonly string[];
  /** When it ends; `Infinity` for never, else a Date or milliseconds from now. @default in 90 days */
  readonly expires?: Date | number;
  /** Who makes it, for the log. @default the user at this machine */
  readonly by?: string;
}

/** A token, without its secret. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: TokenRole;
  /** The projects that it is for; absent for all. */
  readonly projects?: readonly string[];
  readonly createdAt: Date;
  /** Absent where it never ends. */
  readonly expiresAt?: Date;
  /** When it last let somebody in, to the minute; absent where it never did. */
  readonly usedAt?: Date;
  /** When it was revoked; absent where it is not. */
  readonly revokedAt?: Date;
}

/** A token as it is shown once: nobody can find its secret out again. */
export interface NewToken extends Token {
  readonly secret: string;
}

/** Whether a token lets somebody in, or why not. */
export type TokenCheck =
  | { readonly token: Token; readonly fault?: never }
  | { readonly fault: "unknown" | "expired" | "revoked"; readonly token?: never };

export type AuditAction =
  | "token created"
  | "token revoked"
  | "logged in"
  | "login refused"
  | "logged out"
  | "changed"
  | "change refused"
  | "began to send";

/** Something that was done, in the log of changes. */
export interface AuditEntry {
  readonly at: Date;
  /** The name of a token, or of somebody at this machine. */
  readonly who: string;
  readonly action: AuditAction;
  /** To what: a token, an address, a journal. */
  readonly what: string;
  /** The address that it came from; absent where it came from this machine's command line. */
  readonly origin?: string;
}

export interface AuditQuery {
  /** So many entries at most, the newest. @default 100 */
  readonly limit?: number;
}

/** Who may come in, and what they did: the tokens of a store and its log of changes. */
export interface StoreAccess {
  /** @throws TypeError or RangeError where an option makes no sense, StoreError `store_busy`, `store_read_only` */
  createToken(options: TokenOptions): Promise<NewToken>;
  /** All that there are, the newest first. */
  listTokens(): Promise<readonly Token[]>;
  /**
   * Ends a token: from now on it lets nobody in. One that is revoked stays as it is.
   *
   * @param id its id, or its name where only one that is not revoked has it
   * @throws StoreError `token_not_found`
   */
  revokeToken(id: string, options?: { readonly by?: string }): Promise<Token>;
  /** Whether a secret, or the token of an id that was let in before, lets somebody in now. */
  checkToken(given: { readonly secret: string } | { readonly id: string }): Promise<TokenCheck>;
  /** Keeps an entry in the log. The oldest go where there are very many. */
  addToLog(entry: Omit<AuditEntry, "at">): Promise<void>;
  /** The log of changes, the newest first. */
  readLog(query?: AuditQuery): Promise<readonly AuditEntry[]>;
}
