import "server-only";
import type { StorageReport } from "@epochal/store";
import { pageText } from "../wire/page-text.ts";
import type { StorageView } from "../wire/projects-data.ts";
import { onceAProcess } from "./once-a-process.ts";
import { store, wholeStore } from "./store.ts";
import { ViewerStore } from "./viewer-store.ts";

/** To weigh a large store takes long, and it does not change much within this time. */
const KEPT_MS = 60_000;

interface Weighed {
  readonly location: string;
  readonly at: number;
  readonly report: Promise<StorageReport>;
}

/** How much room the store takes, as it was within the last minute; of who may not see all of it, how much their runs take. */
export async function loadStorage(): Promise<StorageView> {
  const report = await weighed();
  const open = await store();
  return viewOf(open instanceof ViewerStore ? open.storageOf(report) : report);
}

async function weighed(): Promise<StorageReport> {
  const whole = await wholeStore();
  const { location } = whole;
  const kept = onceAProcess("storage", (): { weighed?: Weighed | undefined } => ({}));
  const isFresh = kept.weighed?.location === location && Date.now() - kept.weighed.at < KEPT_MS;
  if (!isFresh) kept.weighed = { location, at: Date.now(), report: whole.storage() };
  const { weighed } = kept;
  weighed?.report.catch(() => {
    if (kept.weighed === weighed) kept.weighed = undefined;
  });
  return weighed?.report ?? whole.storage();
}

function viewOf({ bytes, runs }: StorageReport): StorageView {
  const projects = new Map<string, number>();
  let trash = 0;
  for (const { project, bytes: own, isDeleted } of runs) {
    const title = pageText(project);
    if (isDeleted) trash += own;
    else projects.set(title, (projects.get(title) ?? 0) + own);
  }
  return { bytes, projects: Object.fromEntries(projects), trash };
}
