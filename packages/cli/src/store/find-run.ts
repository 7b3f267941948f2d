import type { RunSummary, Store } from "@epochal/store";
import { CommandError } from "../arguments/command-error.ts";

const most = 100_000;

/**
 * The run that a person means: by its id, the beginning of its id, or its name. Of several runs of one name the newest.
 *
 * @throws CommandError where there is none, or an id's beginning fits several
 */
export async function findRun(store: Store, wanted: string): Promise<RunSummary> {
  const [exact] = (await store.listRuns({ ids: [wanted] })).runs;
  if (exact !== undefined) return exact;
  const { runs } = await store.listRuns({ order: "started", limit: most });
  const named = runs.find(({ name }) => name === wanted);
  if (named !== undefined) return named;
  const begun = wanted === "" ? [] : runs.filter(({ id }) => id.startsWith(wanted));
  const [first] = begun;
  if (begun.length > 1) {
    const ids = begun.slice(0, 5).map(({ id }) => id);
    throw new CommandError(`${begun.length} runs begin with ${wanted}: ${ids.join(", ")}.`);
  }
  if (first !== undefined) return first;
  const known = runs.slice(0, 5).map(({ name, id }) => `${name} (${id})`);
  const there = known.length === 0 ? "There are none." : `The newest are: ${known.join(", ")}.`;
  throw new CommandError(`there is no run ${wanted}. ${there}`);
}
