import type { ProjectData, RunView } from "../wire/run-json.ts";

/** Puts changed runs in their old places, and new ones at the end. */
export function mergeRuns(old: ProjectData, fresh: ProjectData): ProjectData {
  const byId = new Map<string, RunView>(fresh.runs.map((run) => [run.id, run]));
  const kept = old.runs.map((run) => byId.get(run.id) ?? run);
  const known = new Set(old.runs.map((run) => run.id));
  const added = fresh.runs.filter((run) => !known.has(run.id));
  return {
    ...old,
    revision: fresh.revision,
    runs: [...kept, ...added],
    total: old.total + added.length,
  };
}
