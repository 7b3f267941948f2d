import { printable } from "@epochal/record";
import type { Intake } from "./intake/intake.ts";
import { openSqliteAccess, openSqliteIntake } from "./local/open-sqlite-intake.ts";
import { Problems } from "./problems.ts";
import type { StoreAccess } from "./store-access.ts";

/** Something of a store that is open until it is closed. */
export interface Opened<T> {
  readonly it: T;
  close(): void;
}

/**
 * Opens what takes in lines that come over the network, and makes the store where it is missing. For a thread of a server, which it keeps
 * busy while it writes.
 *
 * @param location as `openStore` takes it
 * @throws StoreError as `openStore`
 */
export function openIntake(location: string): Opened<Intake> {
  const { intake, close } = openSqliteIntake(location, new Problems(warn));
  return { it: intake, close };
}

/**
 * Opens the tokens and the log of a store alone, for a gate before everything else.
 *
 * @param location as `openStore` takes it
 * @throws StoreError as `openStore`
 */
export function openAccess(location: string): Opened<StoreAccess> {
  const { access, close } = openSqliteAccess(location, new Problems(warn));
  return { it: access, close };
}

function warn(error: Error): void {
  process.emitWarning(printable(error.message), "EpochalWarning");
}
