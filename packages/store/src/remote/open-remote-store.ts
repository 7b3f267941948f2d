import type { IngestTarget } from "@epochal/record";
import type { Lease } from "../lease/lease.ts";
import { Problems } from "../problems.ts";
import type { Store } from "../store.ts";
import { StoreError } from "../store-error.ts";
import { outboxFor } from "./outbox-folder.ts";
import { RemoteStore } from "./remote-store.ts";

export interface OpenRemoteStoreArgs {
  readonly url: string;
  readonly onError: (error: Error) => void;
  readonly lease: Lease;
}

/** What `openStore` does for the address of a dashboard. */
export async function openRemoteStore({
  url,
  onError,
  lease,
}: OpenRemoteStoreArgs): Promise<Store> {
  const target = remoteTarget(url);
  const { folder } = outboxFor(target.url);
  return new RemoteStore({ target, folder, problems: new Problems(onError), lease });
}

/**
 * The dashboard at an address, with the token of the environment.
 *
 * @throws StoreError `invalid_location` where it is no address, or there is no token
 */
export function remoteTarget(
  given: string,
  token: string | undefined = process.env.EPOCHAL_TOKEN,
): IngestTarget {
  const url = URL.canParse(given) ? new URL(given).origin : undefined;
  if (url === undefined) {
    throw new StoreError("invalid_location", `${given} is not the address of a dashboard.`);
  }
  const trimmed = token?.trim() ?? "";
  if (/^[!-~]+$/.test(trimmed)) return { url, token: trimmed };
  throw new StoreError(
    "invalid_location",
    `To record into ${url}, give a token as EPOCHAL_TOKEN. On its machine, "epochal token create NAME --role write" makes one.`,
  );
}
