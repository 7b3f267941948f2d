import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const WHAT_TO_TYPE = `No PostgreSQL server (15 or newer) was found, and none could be installed. Install one:
  Debian, Ubuntu   sudo apt-get install postgresql
  Fedora           sudo dnf install postgresql-server
  macOS            brew install postgresql@17
or name the folder of its programs in the environment: POSTGRES_BIN=/path/to/bin npm test`;

const homes = [
  ...versionsIn("/usr/lib/postgresql"),
  ...versionsIn("/opt/homebrew/opt"),
  ...versionsIn("/usr/local/opt"),
  "/usr",
  "/usr/local",
  "/usr/local/pgsql",
];

/** The folder of the programs of a PostgreSQL server; undefined where none is installed. */
export function findPostgres(): string | undefined {
  const given = process.env.POSTGRES_BIN;
  const folders = given ? [given] : homes.map((home) => path.join(home, "bin"));
  return folders.find((folder) => existsSync(path.join(folder, "initdb")));
}

/** @throws Error that says what to type where none is installed */
export function postgresPrograms(): string {
  const found = findPostgres();
  if (found === undefined) throw new Error(WHAT_TO_TYPE);
  return found;
}

/** The newest first. */
function versionsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^(?:postgresql@)?\d+$/.test(name))
    .sort((a, b) => Number(b.replace(/\D/g, "")) - Number(a.replace(/\D/g, "")))
    .map((name) => path.join(folder, name));
}
