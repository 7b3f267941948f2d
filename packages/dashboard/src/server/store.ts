import "server-only";
import { openStore, type Store } from "@epochal/store";
import { isAtThisMachine } from "./login/viewer.ts";
import { onceAProcess } from "./once-a-process.ts";
import { viewer } from "./viewer.ts";
import { ViewerStore } from "./viewer-store.ts";

interface Opened {
  readonly location: string | undefined;
  readonly store: Promise<Store>;
}

/** The store that this dashboard shows, as far as who looks may see and change it. */
export async function store(): Promise<Store> {
  const seenBy = viewer();
  const whole = await wholeStore();
  return isAtThisMachine(seenBy) ? whole : new ViewerStore(whole, seenBy);
}

/** All of it, for what is done for everybody at once. The process opens it once, when somebody first asks for it. */
export function wholeStore(): Promise<Store> {
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
