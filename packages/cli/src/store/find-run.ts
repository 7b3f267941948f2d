import type { RunFilter, RunSummary, Store } from "@epochal/store";
import { printQuery } from "@epochal/store/query";
import { CommandError } from "../arguments/command-error.ts";

/** What `--help` says of the argument. */
export const runArgument = "its id, the beginning of its id, or its name";

/** How many runs an error names. */
const told = 5;
const most = 100_000;

/**
 * Finds the run that somebody means by its id, the beginning of its id, or its name.
 *
 * @throws CommandError where there is none, or several
 */
export async function findRun(
  store: Store,
  wanted: string,
  filter: RunFilter = {},
): Promise<RunSummary> {
  const [exact] = (await store.listRuns({ ...filter, ids: [wanted] })).runs;
  if (exact !== undefined) return exact;
  const where = printQuery({
    kind: "or",
    of: [
      { kind: "field", field: "name", operator: "=", values: [wanted] },
      { kind: "field", field: "id", operator: ":", values: [wanted] },
    ],
  });
  const runs = wanted === "" ? [] : (await store.listRuns({ ...filter, where, limit: most })).runs;
  const named = runs.filter(({ name }) => name === wanted);
  const found = named.length > 0 ? named : runs.filter(({ id }) => id.startsWith(wanted));
  const [first] = found;
  if (first === undefined) throw await notThere(store, wanted, filter);
  if (found.length === 1) return first;
  const how = named.length > 0 ? "are called" : "have ids that begin with";
  throw new CommandError(
    `${found.length} runs ${how} ${wanted}: ${list(found)}. Give the beginning of an id.`,
  );
}

async function notThere(store: Store, wanted: string, filter: RunFilter): Promise<CommandError> {
  const { runs } = await store.listRuns({ ...filter, limit: told });
  const there = runs.length === 0 ? "There are none." : `The newest are: ${list(runs)}.`;
  return new CommandError(
    `there is no run ${wanted}${filter.deleted ? " in the trash" : ""}. ${there}`,
  );
}

function list(runs: readonly RunSummary[]): string {
  const named = runs.slice(0, told).map(({ name, id }) => `${name} (${id})`);
  return named.join(", ") + (runs.length > told ? ", …" : "");
}
