import type { Worker } from "node:worker_threads";
import Database from "better-sqlite3";

/** What the process is asked, as its one message. */
export interface SqlQuestion {
  readonly database: string;
  readonly sql: string;
  readonly maxRows: number;
  readonly timeoutMs: number;
}

/** What it answers, as its one message. */
export type SqlAnswer =
  | {
      readonly columns: readonly string[];
      readonly rows: readonly (readonly unknown[])[];
      readonly isCut: boolean;
    }
  | { readonly fault: string };

/** A query that wants more memory than this is refused by SQLite. */
const mostMemory = 256 * 2 ** 20;
/** So many characters and bytes of cells are answered at most. */
const mostAnswered = 64 * 2 ** 20;

/** Asks a database once, through a connection that cannot write. Reached by nobody but `readSql`, in a process of its own. */
export async function answerSql(question: SqlQuestion): Promise<SqlAnswer> {
  const watchdog = await watch(question.timeoutMs);
  try {
    return answer(question);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  } finally {
    await watchdog.terminate();
  }
}

function answer({ database, sql, maxRows }: SqlQuestion): SqlAnswer {
  const db = new Database(database, { readonly: true, fileMustExist: true });
  try {
    db.pragma("query_only = ON");
    db.pragma(`hard_heap_limit = ${mostMemory}`);
    const statement = db.prepare(sql);
    // ATTACH, transactions and most pragmas give no rows; what gives rows and writes is not readonly.
    if (!statement.reader || !statement.readonly)
      return { fault: "only a statement that reads rows is answered, such as SELECT" };
    const columns = statement.columns().map(({ name }) => name);
    const rows: unknown[][] = [];
    let size = 0;
    for (const row of statement.safeIntegers().raw().iterate() as Iterable<unknown[]>) {
      if (rows.length === maxRows) return { columns, rows, isCut: true };
      size += row.reduce<number>((sum, cell) => sum + sizeOf(cell), 0);
      if (size > mostAnswered) return { fault: "the answer is longer than 64 MB" };
      rows.push(row.map(plain));
    }
    return { columns, rows, isCut: false };
  } finally {
    db.close();
  }
}

function sizeOf(cell: unknown): number {
  return typeof cell === "string" || Buffer.isBuffer(cell) ? cell.length : 8;
}

/** Whole numbers come exact. */
function plain(cell: unknown): unknown {
  if (typeof cell === "bigint") {
    const number = Number(cell);
    return Number.isSafeInteger(number) ? number : cell;
  }
  return cell instanceof Uint8Array ? new Uint8Array(cell) : cell;
}

/** SQLite computes in this thread and hears nothing: another one ends the process in time, also where whoever asked is gone. */
async function watch(timeoutMs: number): Promise<Worker> {
  const { Worker } = await import("node:worker_threads");
  const code = `
    const { workerData } = require("node:worker_threads");
    const end = () => process.kill(process.pid, "SIGKILL");
    setTimeout(end, workerData.timeoutMs);
    setInterval(() => process.ppid !== workerData.parent && end(), 500);`;
  return new Worker(code, { eval: true, workerData: { timeoutMs, parent: process.ppid } });
}
