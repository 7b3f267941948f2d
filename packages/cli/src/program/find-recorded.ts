import { existsSync } from "node:fs";
import { openStore } from "@epochal/store";
import type { ListedRun } from "../runs-table/listed-run.ts";
import { isAddress } from "../store/is-address.ts";
import { waitForFolding } from "../store/wait-for-folding.ts";
import type { ProgramReport } from "./program-report.ts";

/**
 * The runs of a program as they are now, the newest last.
 *
 * @param given the store that the program was given: what it says of one on a server has no password
 */
export async function findRecorded({ runs }: ProgramReport, given: string): Promise<ListedRun[]> {
  const found: ListedRun[] = [];
  for (const [location, ids] of runs) {
    const isElsewhere = isAddress(location);
    if (!isElsewhere && !existsSync(location)) continue;
    const store = await openStore(isElsewhere ? given : location, { create: false });
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
