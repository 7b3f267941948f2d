import "server-only";
import type { StoreError } from "@epochal/store";
import type { StartedRun } from "../colors/assign-colors.ts";
import { type ProjectData, toRunView } from "../data/run-json.ts";
import { store } from "./store.ts";

/** A run in the form of a project with one run, and its siblings, which decide its colour. */
export interface RunData extends ProjectData {
  readonly siblings: readonly StartedRun[];
}

const MOST_SIBLINGS = 500;

/** A run, or undefined where there is no such one. */
export async function loadRun(id: string): Promise<RunData | undefined> {
  const open = await store();
  const { revision } = await open.listChanges();
  try {
    const run = toRunView(await open.getRun(id), await open.concludeRun(id));
    const { project } = run;
    const { runs } = await open.listRuns({ project, order: "started", limit: MOST_SIBLINGS });
    const siblings = runs.map(({ id, startedAt }) => ({ id, startedAt: startedAt.getTime() }));
    return { project, revision, runs: [run], total: 1, siblings };
  } catch (error) {
    if ((error as StoreError).code === "run_not_found") return undefined;
    throw error;
  }
}
