import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { installedEntry } from "../installed-entry.ts";
import { StoreError } from "../store-error.ts";
import type { SqlAnswer, SqlQuestion } from "./sql-process.ts";

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

/** How much longer than the query its process may take, to start and to answer. */
const startMs = 15_000;

/**
 * Asks a database in plain SQL: in a process of its own, which cannot write, and is killed where it takes too long.
 *
 * @throws StoreError `bad_sql` where the statement cannot be answered
 */
export async function readSql(
  database: string,
  sql: string,
  { maxRows = 1_000, timeoutMs = 10_000 }: SqlOptions,
): Promise<SqlRows> {
  if (typeof sql !== "string")
    throw new TypeError(`readSql: sql must be a string. Received: ${typeof sql}`);
  assertCount("maxRows", maxRows);
  assertCount("timeoutMs", timeoutMs);
  const answer = await ask({ database, sql, maxRows, timeoutMs });
  if (answer === undefined)
    throw badSql(`it takes longer than ${timeoutMs / 1000} s, and was ended`);
  if ("fault" in answer) throw badSql(answer.fault);
  return answer;
}

/** Beside this file, or where the package is installed: a bundle of a program has it nowhere. */
function entry(): string | URL {
  const beside = new URL("./process-entry.js", import.meta.url);
  return existsSync(beside) ? beside : (installedEntry("sql/process-entry.js") ?? beside);
}

/** @returns undefined where the process ended without an answer: it was killed for the time or the memory that it took */
function ask(question: SqlQuestion): Promise<SqlAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(entry(), {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), question.timeoutMs + startMs);
    let answer: SqlAnswer | undefined;
    child.on("message", (message) => {
      answer = message as SqlAnswer;
    });
    child.on("error", reject);
    child.on("exit", () => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.send(question, (error) => error && reject(error));
  });
}

function badSql(why: string): StoreError {
  return new StoreError("bad_sql", `The SQL cannot be answered: ${why.replace(/\.$/, "")}.`);
}

function assertCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0 && value < 2 ** 31) return;
  throw new RangeError(
    `readSql: ${name} must be a whole number above 0. Received: ${String(value)}`,
  );
}
