import { existsSync } from "node:fs";
import { openStore } from "@epochal/store";
import type { ListedRun } from "../runs-table/listed-run.ts";
import { waitForFolding } from "../store/wait-for-folding.ts";
import type { ProgramReport } from "./program-report.ts";

/** The runs of a program as they are now, the newest last. */
export async function findRecorded({ runs }: ProgramReport): Promise<ListedRun[]> {
  const found: ListedRun[] = [];
  for (const [location, ids] of runs) {
    if (!existsSync(location)) continue;
    const store = await openStore(location, { create: false });
    try {
      await waitForFolding(store);
      const listed = await store.listRuns({
        ids,
        limit: ids.length,
        with: { config: true, series: true, conclusions: true },
      });
      found.push(...listed.runs);
    } finally {
      await store.close();
    }
  }
  return found.sort((one, two) => one.startedAt.getTime() - two.startedAt.getTime());
}
