// Brings a database up to date, and is killed right after so many statements: `migrate-until.ts <store> <statements>`.
import Database from "better-sqlite3";
import { connect } from "../../src/sqlite/connect.ts";

const [database = "", statements] = process.argv.slice(2);
let left = Number(statements);
const { exec } = Database.prototype;
Database.prototype.exec = function (sql: string) {
  const done = exec.call(this, sql);
  left--;
  if (left === 0) process.kill(process.pid, "SIGKILL");
  return done;
};
connect({ database, busyTimeoutMs: 5_000 }).close();
process.stdout.write("done\n");
