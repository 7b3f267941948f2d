import { badSql, readSqlOptions, type SqlOptions, type SqlRows } from "../sql/sql-options.ts";
import { clientOf } from "./connection/client-of.ts";

/** The answer holds so many characters at most. */
const mostAnswered = 64 * 2 ** 20;
/** How long connecting may take. */
const connectMs = 10_000;

/**
 * Asks a server in plain SQL: one statement, in a transaction that cannot write and ends in time.
 *
 * @throws StoreError `bad_sql` where the statement cannot be answered
 */
export async function readSql(url: string, sql: string, options: SqlOptions): Promise<SqlRows> {
  const { maxRows, timeoutMs } = readSqlOptions(sql, options);
  const { default: pg } = await import("pg");
  const client = new pg.Client(clientOf(url, "epochal sql", connectMs));
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ rolsuper: boolean }>(
      "SELECT rolsuper FROM pg_roles WHERE rolname = current_user",
    );
    // A superuser reads the files of the server by SQL, whatever the transaction.
    if (rows[0]?.rolsuper !== false) {
      throw badSql(
        "the store's user is a superuser of the server, who may do anything there. Let it be a user of its own: see docs/scaling.md",
      );
    }
    await client.query(
      `SET search_path = epochal, pg_catalog; SET default_transaction_read_only = on; SET statement_timeout = ${timeoutMs}`,
    );
    await client.query("BEGIN TRANSACTION READ ONLY");
    return await ask(client, sql, maxRows);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === "bad_sql") throw error;
    if (code === "57014") throw badSql(`it takes longer than ${timeoutMs / 1000} s, and was ended`);
    throw badSql(message);
  } finally {
    await client.end().catch(() => {});
  }
}

type Client = import("pg").Client;
type ArrayQuery = import("pg").QueryArrayConfig;

async function ask(client: Client, sql: string, maxRows: number): Promise<SqlRows> {
  const isPlan = /^\s*(?:EXPLAIN|SHOW|TABLE)\b/i.test(sql);
  // What is no statement that reads rows has no cursor; of several statements the server refuses the second.
  if (!isPlan) {
    const text = `DECLARE asked NO SCROLL CURSOR FOR ${sql}`;
    await client.query<unknown[]>({ text, rowMode: "array", queryMode: "extended" } as ArrayQuery);
  }
  const columns: string[] = [];
  const rows: unknown[][] = [];
  let size = 0;
  for (;;) {
    const wanted = Math.min(1_000, maxRows + 1 - rows.length);
    const text = isPlan ? sql : `FETCH ${wanted} FROM asked`;
    const answer = await client.query<unknown[]>({
      ...{ text, types, rowMode: "array", queryMode: "extended" },
    } as ArrayQuery);
    if (columns.length === 0) columns.push(...answer.fields.map(({ name }) => name));
    for (const row of answer.rows) {
      size += row.reduce<number>(
        (sum, cell) => sum + (typeof cell === "string" ? cell.length : 8),
        0,
      );
      if (size > mostAnswered) throw badSql("the answer is longer than 64 MB");
      rows.push(row);
    }
    if (rows.length > maxRows) return { columns, rows: rows.slice(0, maxRows), isCut: true };
    if (isPlan || answer.rows.length < wanted) return { columns, rows, isCut: false };
  }
}

/** Whole numbers come exact, bytes as bytes, and all that has no type in SQLite as text. */
const types = {
  getTypeParser: (type: number) => {
    if (type === 16) return (text: string) => (text === "t" ? 1 : 0);
    if ([21, 23, 700, 701].includes(type)) return Number;
    if (type === 20 || type === 1700) return exact;
    if (type === 17) return (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex"));
    return String;
  },
};

function exact(text: string): unknown {
  const number = Number(text);
  if (!/^-?\d+$/.test(text)) return number;
  return Number.isSafeInteger(number) ? number : BigInt(text);
}
