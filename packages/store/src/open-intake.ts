import { printable } from "@epochal/record";
import type { Intake } from "./intake/intake.ts";
import { openPostgresAccess, openPostgresIntake } from "./local/open-postgres-intake.ts";
import { openSqliteAccess, openSqliteIntake } from "./local/open-sqlite-intake.ts";
import { isPostgresUrl } from "./location/postgres-location.ts";
import { Problems } from "./problems.ts";
import type { StoreAccess } from "./store-access.ts";

/** Something of a store that is open until it is closed. */
export interface Opened<T> {
  readonly it: T;
  close(): void;
}

/** What takes lines in. Whoever sends forgets what is acknowledged, so `sync` comes before the answers: once for all that were waiting. */
export interface OpenedIntake extends Opened<Intake> {
  /** Makes sure that all that was taken in outlives the end of power. @throws SinkError where that cannot be done */
  sync(): void;
}

/**
 * Opens what takes in lines that come over the network, and makes the store where it is missing. For a thread of a server, which it keeps
 * busy while it writes.
 *
 * @param location as `openStore` takes it
 * @throws StoreError as `openStore`
 */
export function openIntake(location: string): OpenedIntake {
  const problems = new Problems(warn);
  const { intake, sync, close } = isPostgresUrl(location)
    ? openPostgresIntake(location, problems)
    : openSqliteIntake(location, problems);
  return { it: intake, sync, close };
}

/**
 * Opens the tokens and the log of a store alone, for a gate before everything else.
 *
 * @param location as `openStore` takes it
 * @throws StoreError as `openStore`
 */
export function openAccess(location: string): Opened<StoreAccess> {
  const { access, close } = isPostgresUrl(location)
    ? openPostgresAccess(location)
    : openSqliteAccess(location, new Problems(warn));
  return { it: access, close };
}

function warn(error: Error): void {
  process.emitWarning(printable(error.message), "EpochalWarning");
}
