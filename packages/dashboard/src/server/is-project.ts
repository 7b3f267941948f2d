import "server-only";
import type { Store } from "@epochal/store";
import { filterOf } from "./filter-of.ts";

/** Whether a project has any run, in its lists, in the archive or in the trash. */
export async function isProject(open: Store, project: string): Promise<boolean> {
  const filter = await filterOf(open, { project });
  const { total } = await open.listRuns({ ...filter, limit: 0 });
  return total > 0 || (await open.listRuns({ ...filter, deleted: true, limit: 0 })).total > 0;
}
