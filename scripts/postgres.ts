// Finds a PostgreSQL server for the tests, or installs one. Run alone, it prints the folder of its programs.
import { findPostgres, postgresPrograms } from "../testing/postgres-programs.ts";
import { installWithApt } from "./install-with-apt.ts";

/** The folder of the programs of a PostgreSQL server, which is installed first where there is none. */
export function ensurePostgres(): string {
  if (findPostgres() === undefined) installWithApt("postgresql");
  return postgresPrograms();
}

if (import.meta.main) console.log(ensurePostgres());
