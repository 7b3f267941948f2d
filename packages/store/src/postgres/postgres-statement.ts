import type { IoRows } from "./connection/sync-connection.ts";
import { withoutNul } from "./connection/without-nul.ts";
import { type PostgresText, toPostgres } from "./to-postgres.ts";

/** Asks a server, and waits. */
export type AskServer = (text: string, values: readonly string[], named: boolean) => IoRows;

/** One statement of the store, as `better-sqlite3` has it: as much of that as the store uses. */
export class PostgresStatement {
  readonly #ask: AskServer;
  readonly #text: PostgresText;
  #isPlucked = false;
  #isRaw = false;

  constructor(sql: string, ask: AskServer) {
    this.#ask = ask;
    this.#text = toPostgres(sql);
  }

  /** Rows are their first cells. */
  pluck(): this {
    this.#isPlucked = true;
    return this;
  }

  /** Rows are lists of cells. */
  raw(): this {
    this.#isRaw = true;
    return this;
  }

  all(...given: readonly unknown[]): unknown[] {
    const { columns, rows } = this.#run(given);
    if (this.#isPlucked) return rows.map(([cell]) => cell);
    if (this.#isRaw) return [...rows];
    const names = columns.map((column) => this.#text.names.get(column) ?? column);
    return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  }

  get(...given: readonly unknown[]): unknown {
    return this.all(...given)[0];
  }

  iterate(...given: readonly unknown[]): IterableIterator<unknown> {
    return this.all(...given).values();
  }

  run(...given: readonly unknown[]): { readonly changes: number } {
    return { changes: this.#run(given).changes };
  }

  #run(given: readonly unknown[]): IoRows {
    const { parts, slots } = this.#text;
    const named = given.find((each) => typeof each === "object" && each !== null) ?? {};
    const values: string[] = [];
    const places = new Map<number | string, string>();
    let text = parts[0] ?? "";
    for (const [i, slot] of slots.entries()) {
      const value =
        typeof slot === "number" ? given[slot] : (named as Record<string, unknown>)[slot];
      let place = places.get(slot);
      if (place === undefined) {
        place = placed(value, values);
        places.set(slot, place);
      }
      text += place + parts[i + 1];
    }
    return this.#ask(text, values, true);
  }
}

/** A value is sent beside the text with its type, because PostgreSQL cannot always tell which is meant. NULL has no type. */
function placed(value: unknown, values: string[]): string {
  if (value === null || value === undefined) return "NULL";
  const [text, type] = typed(value);
  values.push(text);
  return `$${values.length}::${type}`;
}

function typed(value: unknown): readonly [text: string, type: string] {
  if (typeof value === "number") {
    if (Object.is(value, -0)) return ["-0", "float8"];
    return [String(value), Number.isSafeInteger(value) ? "int8" : "float8"];
  }
  if (typeof value === "bigint") return [String(value), "int8"];
  if (typeof value !== "string") {
    throw new TypeError(`A statement takes texts and numbers. Received: ${typeof value}`);
  }
  return [withoutNul(value), "text"];
}
