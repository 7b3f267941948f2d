import "server-only";
import { forPage } from "../wire/page-text.ts";
import type { OfferedRun } from "../wire/run-context.ts";
import { findRuns } from "./find-runs.ts";
import { newestRuns } from "./newest-runs.ts";
import { offered } from "./offered.ts";
import { store } from "./store.ts";

interface NoRunData {
  readonly meant: readonly OfferedRun[];
  readonly newest: readonly OfferedRun[];
}

/** What somebody may have meant by an id that no run has. */
export async function loadNoRun(wanted: string): Promise<NoRunData> {
  const meant = await findRuns(await store(), wanted);
  return forPage({ meant: meant.map(offered), newest: await newestRuns() });
}
