import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { installedEntry } from "../installed-entry.ts";
import { badSql, readSqlOptions, type SqlOptions, type SqlRows } from "./sql-options.ts";
import type { SqlAnswer, SqlQuestion } from "./sql-process.ts";

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
  options: SqlOptions,
): Promise<SqlRows> {
  const { maxRows, timeoutMs } = readSqlOptions(sql, options);
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
