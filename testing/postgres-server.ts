import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { postgresPrograms } from "./postgres-programs.ts";

/** A PostgreSQL server that all test files of a run share. */
export interface PostgresServer {
  /** The address of a database of it, for a user who owns databases and nothing else. */
  url(database: string): string;
  /** Asks a database as the superuser, and returns what `psql` prints. */
  ask(sql: string, database?: string): string;
}

/** All test files of a run have one parent, and the server ends when that has ended, however it did. */
const run = process.ppid;
const folder = path.join(os.tmpdir(), `epochal-postgres-${run}`);
const ready = path.join(folder, "ready");

const settings = [
  ...["listen_addresses=127.0.0.1", "max_connections=300"],
  ...["shared_buffers=64MB", "max_wal_size=512MB"],
];
/** Quick, and nothing survives the end of power. */
const unsafe = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * The server of this run, which is started where nobody has.
 *
 * @param isSafe whether what it has committed outlives the end of power, as it must where its speed is measured
 * @throws Error that says what to type where none is installed
 */
export async function postgresServer({ isSafe = false } = {}): Promise<PostgresServer> {
  const bin = postgresPrograms();
  while (!existsSync(ready)) {
    if (isFirst()) await start(bin, isSafe ? settings : [...settings, ...unsafe]);
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const place = JSON.parse(readFileSync(ready, "utf8")) as Place;
  return {
    url: (database) => addressOf(place, "epochal", database),
    ask: (sql, database = "postgres") => ask(bin, place, sql, database),
  };
}

interface Place {
  readonly port: number;
  readonly password: string;
}

function addressOf({ port, password }: Place, user: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

function ask(bin: string, place: Place, sql: string, database: string): string {
  const address = addressOf(place, "postgres", database);
  const args = ["-XAtqw", "-v", "ON_ERROR_STOP=1", "-c", sql, address];
  return execFileSync(path.join(bin, "psql"), args, { encoding: "utf8" }).trim();
}

/** Of all that look for it at once, one makes the folder. */
function isFirst(): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function start(bin: string, settings: readonly string[]): Promise<void> {
  const [data, secret] = [path.join(folder, "data"), path.join(folder, "secret")];
  const place: Place = { port: await freePort(), password: randomBytes(12).toString("hex") };
  writeFileSync(secret, place.password);
  const owner = ownerOf();
  chmodSync(folder, 0o700);
  for (const file of [folder, secret]) if (owner) chownSync(file, owner.uid, owner.gid);
  const options = { stdio: "ignore", ...owner, cwd: folder } as const;
  const made = ["-D", data, "-U", "postgres", `--pwfile=${secret}`, "-A", "scram-sha-256"];
  const letters = ["-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(path.join(bin, "initdb"), [...made, ...letters], options);
  const flags = [...settings, `port=${place.port}`, `unix_socket_directories=${folder}`];
  const server = spawn(
    path.join(bin, "postgres"),
    ["-D", data, ...flags.flatMap((flag) => ["-c", flag])],
    { ...options, detached: true },
  );
  server.unref();
  endWithRun(server.pid ?? 0);
  const isUp = () => {
    try {
      const args = ["-h", "127.0.0.1", "-p", String(place.port), "-U", "postgres", "-t", "1"];
      execFileSync(path.join(bin, "pg_isready"), args, { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };
  while (!isUp()) {
    if (server.exitCode !== null)
      throw new Error(`The PostgreSQL server in ${folder} does not start.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  ask(bin, place, `CREATE ROLE epochal LOGIN PASSWORD '${place.password}'`, "postgres");
  writeFileSync(ready, JSON.stringify(place));
}

/** Nobody else is left to end it where the run was killed. */
function endWithRun(pid: number): void {
  const watch = `while kill -0 ${run} 2>/dev/null && kill -0 ${pid} 2>/dev/null; do sleep 1; done; kill -QUIT ${pid}; sleep 1; rm -rf '${folder}'`;
  spawn("/bin/sh", ["-c", watch], { detached: true, stdio: "ignore" }).unref();
}

/** The server refuses to run as root: then as the user of its package, or as nobody. */
function ownerOf(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((which) => Number(execFileSync("id", [which, name])));
      if (uid && gid) return { uid, gid };
    } catch {
      // There is no such user.
    }
  }
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
