import type { Lease } from "../src/lease/lease.ts";
import { openSqliteStore } from "../src/local/open-sqlite-store.ts";
import type { Store } from "../src/store.ts";

/** So that no test waits for a minute. Long enough for a machine that is busy with other things. */
export const quickLease: Lease = {
  beatMs: 200,
  silentMs: 5_000,
  quietMs: 2_000,
  forgottenMs: 4_000,
  lockedMs: 3_000,
};

/** Opens a store that loses patience twelve times as early as others. */
export function openQuickly(
  location: string,
  onError = (error: Error) => process.emitWarning(error.message),
): Promise<Store> {
  return openSqliteStore({ location, onError, lease: quickLease });
}
