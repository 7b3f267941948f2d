import type { Database } from "better-sqlite3";
import { hashOfSecret, idOfSecret, isSecretOf, newSecret } from "../../access/new-secret.ts";
import { readTokenOptions } from "../../access/read-token-options.ts";
import { takeOptions } from "../../options/take-options.ts";
import { readBy } from "../../recording/read-by.ts";
import type {
  AuditEntry,
  AuditQuery,
  NewToken,
  StoreAccess,
  Token,
  TokenCheck,
  TokenOptions,
} from "../../store-access.ts";
import { StoreError } from "../../store-error.ts";
import { isBusy } from "../is-busy.ts";
import type { PatientWriter } from "../writes/patient-writer.ts";
import { addEntry } from "./add-entry.ts";
import { type AuditRow, entryOf, type TokenRow, tokenColumns, tokenOf } from "./token-row.ts";

/** That a token was used is written down once in so long. */
const usedMs = 60_000;
/** What a secret is compared with that belongs to no token, so that it takes as long. */
const nobody = hashOfSecret("");

export interface SqliteAccessArgs {
  /** The connection to read with. */
  readonly db: () => Database;
  /** A connection to write with. */
  readonly openWriter: () => PatientWriter;
  /** Why it may not be written; undefined where it may. */
  readonly refusal?: () => StoreError;
}

/** The tokens and the log of an SQLite database. */
export class SqliteAccess implements StoreAccess {
  readonly #args: SqliteAccessArgs;

  constructor(args: SqliteAccessArgs) {
    this.#args = args;
  }

  async createToken(options: TokenOptions): Promise<NewToken> {
    const now = Date.now();
    const { by, projects, ...read } = readTokenOptions(options, now);
    const { id, secret } = newSecret();
    const row = { ...read, id, hash: hashOfSecret(secret), now };
    await this.#write((db) => {
      db.prepare(
        "INSERT INTO tokens (id, name, hash, role, projects, created_ms, expires_ms) VALUES (@id, @name, @hash, @role, @projects, @now, @expiresMs)",
      ).run({ ...row, projects: projects === null ? null : JSON.stringify(projects) });
      addEntry(db, now, { who: by, action: "token created", what: `${read.name} (${id})` });
    });
    return { ...this.#tokenOf(id), secret };
  }

  async listTokens(): Promise<readonly Token[]> {
    return this.#db
      .prepare<[], TokenRow>(`SELECT ${tokenColumns} FROM tokens ORDER BY created_ms DESC, id`)
      .all()
      .map(tokenOf);
  }

  async revokeToken(given: string, options: { readonly by?: string } = {}): Promise<Token> {
    const by = readBy("revokeToken", takeOptions("revokeToken", options).by);
    const { id, name, revokedMs } = this.#named(given);
    const now = Date.now();
    if (revokedMs === null) {
      await this.#write((db) => {
        const revoke = "UPDATE tokens SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL";
        const { changes } = db.prepare(revoke).run(now, id);
        if (changes === 0) return;
        addEntry(db, now, { who: by, action: "token revoked", what: `${name} (${id})` });
      });
    }
    return this.#tokenOf(id);
  }

  async checkToken(
    given: { readonly secret: string } | { readonly id: string },
  ): Promise<TokenCheck> {
    const id = "id" in given ? given.id : idOfSecret(given.secret);
    const row = id === undefined ? undefined : this.#row(id);
    if ("secret" in given && !isSecretOf(given.secret, row?.hash ?? nobody)) {
      return { fault: "unknown" };
    }
    if (row === undefined) return { fault: "unknown" };
    const now = Date.now();
    if (row.revokedMs !== null) return { fault: "revoked" };
    if (row.expiresMs !== null && row.expiresMs <= now) return { fault: "expired" };
    this.#noteUse(row, now);
    return { token: tokenOf(row) };
  }

  async addToLog(entry: Omit<AuditEntry, "at">): Promise<void> {
    await this.#write((db) => addEntry(db, Date.now(), entry));
  }

  async readLog(query: AuditQuery = {}): Promise<readonly AuditEntry[]> {
    const { limit = 100 } = takeOptions("readLog", query);
    if (!Number.isSafeInteger(limit) || limit < 0) {
      throw new RangeError(`readLog: limit must be a whole number. Received: ${String(limit)}`);
    }
    return this.#db
      .prepare<[number], AuditRow>(
        "SELECT at_ms AS atMs, who, action, what, origin FROM audit ORDER BY id DESC LIMIT ?",
      )
      .all(limit)
      .map(entryOf);
  }

  get #db(): Database {
    return this.#args.db();
  }

  #row(id: string): TokenRow | undefined {
    return this.#db
      .prepare<[string], TokenRow>(`SELECT ${tokenColumns} FROM tokens WHERE id = ?`)
      .get(id);
  }

  #tokenOf(id: string): Token {
    const row = this.#row(id);
    if (row === undefined) throw noToken(id);
    return tokenOf(row);
  }

  #named(given: string): TokenRow {
    const row = this.#row(given);
    if (row !== undefined) return row;
    const named = this.#db
      .prepare<[string], TokenRow>(
        `SELECT ${tokenColumns} FROM tokens WHERE name = ? AND revoked_ms IS NULL`,
      )
      .all(given);
    const [first] = named;
    if (first === undefined) throw noToken(given);
    if (named.length === 1) return first;
    throw new StoreError(
      "token_not_found",
      `${named.length} tokens are called ${given}: name one by its id, ${named.map(({ id }) => id).join(" or ")}.`,
    );
  }

  /** Where somebody else writes just now, another use will be written down. */
  #noteUse({ id, usedMs: before }: TokenRow, now: number): void {
    if (this.#args.refusal !== undefined || (before !== null && now - before < usedMs)) return;
    const db = this.#db;
    const patience = db.pragma("busy_timeout", { simple: true }) as number;
    try {
      db.pragma("busy_timeout = 0");
      db.prepare("UPDATE tokens SET used_ms = ? WHERE id = ?").run(now, id);
    } catch (error) {
      if (!isBusy(error)) throw error;
    } finally {
      db.pragma(`busy_timeout = ${patience}`);
    }
  }

  async #write(change: (db: Database) => void): Promise<void> {
    const refusal = this.#args.refusal?.();
    if (refusal !== undefined) throw refusal;
    const writer = this.#args.openWriter();
    try {
      await writer.write(() => change(writer.db));
    } finally {
      writer.close();
    }
  }
}

function noToken(given: string): StoreError {
  return new StoreError(
    "token_not_found",
    `There is no token ${given}. epochal token ls lists them.`,
  );
}
