import "server-only";
import type { ProjectData } from "../wire/run-json.ts";
import { loadRuns } from "./load-runs.ts";

/** A project with its runs, or those of them that are asked for. Undefined where there is no such project. */
export async function loadProject(
  project: string,
  ids?: readonly string[],
  isWhole = false,
): Promise<ProjectData | undefined> {
  const data = await loadRuns({ project, ...(ids && { ids }) }, isWhole);
  return data.runs.length === 0 && ids === undefined ? undefined : { project, ...data };
}
