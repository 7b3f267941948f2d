import "server-only";
import { openStore, type Store } from "@epochal/store";
import { onceAProcess } from "./once-a-process.ts";

interface Opened {
  readonly location: string | undefined;
  readonly store: Promise<Store>;
}

/** The store that this dashboard shows: one for the process, opened when it is first asked for. */
export function store(): Promise<Store> {
  const kept = onceAProcess("store", (): { opened?: Opened | undefined } => ({}));
  const location = process.env.EPOCHAL_STORE;
  if (kept.opened !== undefined && kept.opened.location === location) return kept.opened.store;
  const before = kept.opened?.store;
  const opened: Opened = { location, store: openStore() };
  kept.opened = opened;
  before?.then((other) => other.close()).catch(() => undefined);
  // What is wrong with the file may be put right while the dashboard runs.
  opened.store.catch(() => {
    if (kept.opened === opened) kept.opened = undefined;
  });
  return opened.store;
}
