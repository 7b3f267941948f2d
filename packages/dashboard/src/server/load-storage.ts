import "server-only";
import { pageText } from "../wire/page-text.ts";
import type { StorageView } from "../wire/projects-data.ts";
import { onceAProcess } from "./once-a-process.ts";
import { store } from "./store.ts";

/** To weigh a large store takes long, and it does not change much within this time. */
const KEPT_MS = 60_000;

interface Weighed {
  readonly location: string;
  readonly at: number;
  readonly view: Promise<StorageView>;
}

/** How much room the store takes, as it was within the last minute. */
export async function loadStorage(): Promise<StorageView> {
  const { location } = await store();
  const kept = onceAProcess("storage", (): { weighed?: Weighed | undefined } => ({}));
  const isFresh = kept.weighed?.location === location && Date.now() - kept.weighed.at < KEPT_MS;
  if (!isFresh) kept.weighed = { location, at: Date.now(), view: weigh() };
  const { weighed } = kept;
  weighed?.view.catch(() => {
    if (kept.weighed === weighed) kept.weighed = undefined;
  });
  return weighed?.view ?? weigh();
}

async function weigh(): Promise<StorageView> {
  const { bytes, runs } = await (await store()).storage();
  const projects = new Map<string, number>();
  let trash = 0;
  for (const { project, bytes: own, isDeleted } of runs) {
    const title = pageText(project);
    if (isDeleted) trash += own;
    else projects.set(title, (projects.get(title) ?? 0) + own);
  }
  return { bytes, projects: Object.fromEntries(projects), trash };
}
