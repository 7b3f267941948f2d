import "server-only";
import type { OfferedRun } from "../wire/run-context.ts";
import type { KnownRun } from "./known-runs.ts";
import { offered } from "./offered.ts";
import { store } from "./store.ts";

const MOST_OFFERED = 12;

/** The newest runs, to choose from. @param other of its project, and not it. @default of all projects */
export async function newestRuns(other?: KnownRun): Promise<OfferedRun[]> {
  const { runs } = await (await store()).listRuns({
    ...(other && { project: other.project }),
    with: {},
    limit: MOST_OFFERED + 1,
  });
  return runs
    .filter(({ id }) => id !== other?.id)
    .slice(0, MOST_OFFERED)
    .map(offered);
}
