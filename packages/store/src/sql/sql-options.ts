import { StoreError } from "../store-error.ts";

export interface SqlOptions {
  /** So many rows at most. @default 1,000 */
  readonly maxRows?: number;
  /** After so many milliseconds the query is ended. @default 10,000 */
  readonly timeoutMs?: number;
}

export interface SqlRows {
  readonly columns: readonly string[];
  /** Of each row its cells: texts, numbers, `null`, bytes, and `bigint` where a whole number is too large for a number. */
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there were more than `maxRows`. */
  readonly isCut: boolean;
}

/** With their defaults. @throws TypeError or RangeError where one makes no sense */
export function readSqlOptions(
  sql: unknown,
  { maxRows = 1_000, timeoutMs = 10_000 }: SqlOptions,
): Required<SqlOptions> {
  if (typeof sql !== "string")
    throw new TypeError(`readSql: sql must be a string. Received: ${typeof sql}`);
  assertCount("maxRows", maxRows);
  assertCount("timeoutMs", timeoutMs);
  return { maxRows, timeoutMs };
}

/** The error for a statement that cannot be answered. */
export function badSql(why: string): StoreError {
  return new StoreError("bad_sql", `The SQL cannot be answered: ${why.replace(/\.$/, "")}.`);
}

function assertCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0 && value < 2 ** 31) return;
  throw new RangeError(
    `readSql: ${name} must be a whole number above 0. Received: ${String(value)}`,
  );
}
