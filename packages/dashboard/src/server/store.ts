import "server-only";
import { openStore, type Store } from "@epochal/store";
import { onceAProcess } from "./once-a-process.ts";

interface Opened {
  readonly location: string | undefined;
  readonly store: Promise<Store>;
}

/** The store that this dashboard shows. The process opens it once, when somebody first asks for it. */
export function store(): Promise<Store> {
  const kept = onceAProcess("store", (): { opened?: Opened | undefined } => ({}));
  const location = process.env.EPOCHAL_STORE;
  if (kept.opened !== undefined && kept.opened.location === location) return kept.opened.store;
  const before = kept.opened?.store;
  const opened: Opened = { location, store: openStore() };
  kept.opened = opened;
  before?.then((other) => other.close()).catch(() => undefined);
  // Somebody may mend the file while the dashboard runs.
  opened.store.catch(() => {
    if (kept.opened === opened) kept.opened = undefined;
  });
  return opened.store;
}
