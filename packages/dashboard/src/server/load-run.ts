import "server-only";
import type { StoreError } from "@epochal/store";
import { type ProjectData, toRunView } from "../wire/run-json.ts";
import { store } from "./store.ts";

/** A run, in the form of a project with one run. Undefined where there is no such one. */
export async function loadRun(id: string): Promise<ProjectData | undefined> {
  const open = await store();
  const { revision } = await open.listChanges();
  try {
    const run = await open.getRun(id, { withoutEvents: ["histogram"] });
    const view = toRunView(run, await open.concludeRun(id));
    // As the store has it: the page asks by it what is new.
    return { project: run.project, revision, runs: [view], total: 1 };
  } catch (error) {
    if ((error as StoreError).code === "run_not_found") return undefined;
    throw error;
  }
}
