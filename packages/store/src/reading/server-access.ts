import { takeOptions } from "../options/take-options.ts";
import type {
  AuditEntry,
  AuditQuery,
  NewToken,
  StoreAccess,
  Token,
  TokenCheck,
  TokenOptions,
} from "../store-access.ts";
import type { ReadingThreads } from "./reading-threads.ts";

/** The tokens and the log of a PostgreSQL database. Options are looked at here: of what goes to a thread nobody knows the class any more. */
export class ServerAccess implements StoreAccess {
  readonly #asked: ReadingThreads["asked"];

  constructor({ asked }: ReadingThreads) {
    this.#asked = asked;
  }

  async createToken(options: TokenOptions): Promise<NewToken> {
    return this.#asked.createToken(takeOptions("createToken", options));
  }

  listTokens(): Promise<readonly Token[]> {
    return this.#asked.listTokens();
  }

  async revokeToken(id: string, options: { readonly by?: string } = {}): Promise<Token> {
    return this.#asked.revokeToken(id, takeOptions("revokeToken", options));
  }

  checkToken(given: { readonly secret: string } | { readonly id: string }): Promise<TokenCheck> {
    return this.#asked.checkToken(given);
  }

  addToLog(entry: Omit<AuditEntry, "at">): Promise<void> {
    return this.#asked.addToLog(entry);
  }

  async readLog(query: AuditQuery = {}): Promise<readonly AuditEntry[]> {
    return this.#asked.readLog(takeOptions("readLog", query));
  }
}
