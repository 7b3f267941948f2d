import "server-only";
import type { Unfolded } from "@epochal/store";
import { store } from "./store.ts";

/** What killed processes left and the store still folds. It may be missing on the page. */
export async function loadUnfolded(): Promise<Unfolded | undefined> {
  const open = await store();
  return (await open.listChanges()).unfolded;
}
