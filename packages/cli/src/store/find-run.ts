import type { RunFilter, RunSummary, Store } from "@epochal/store";
import { printQuery } from "@epochal/store/query";
import { CommandError } from "../arguments/command-error.ts";
import { cutMiddle } from "../table/cut.ts";

/** What `--help` says of the argument. */
export const runArgument = "its id, the beginning of its id, or its name";

/** How many runs an error names. */
const told = 5;
const most = 100_000;
/** No name and no id is longer. */
const longest = 500;
/** So much of what is wanted stands in an error. */
const shown = 80;

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
  const found = await runsOf(store, wanted, filter);
  const [first] = found;
  if (first === undefined) throw await notThere(store, wanted, filter);
  if (found.length === 1) return first;
  const how = first.name === wanted ? "are called" : "have ids that begin with";
  throw new CommandError(
    `${found.length} runs ${how} ${cutMiddle(wanted, shown)}: ${list(found)}. Give the beginning of an id.`,
  );
}

/** The run with this id; else those of this name; else those whose ids begin so. */
async function runsOf(
  store: Store,
  wanted: string,
  filter: RunFilter,
): Promise<readonly RunSummary[]> {
  if (wanted === "" || wanted.length > longest) return [];
  const exact = (await store.listRuns({ ...filter, ids: [wanted] })).runs;
  if (exact.length > 0) return exact;
  const where = printQuery({
    kind: "or",
    of: [
      { kind: "field", field: "name", operator: "=", values: [wanted] },
      { kind: "field", field: "id", operator: ":", values: [wanted] },
    ],
  });
  const { runs } = await store.listRuns({ ...filter, where, limit: most });
  const named = runs.filter(({ name }) => name === wanted);
  return named.length > 0 ? named : runs.filter(({ id }) => id.startsWith(wanted));
}

async function notThere(store: Store, wanted: string, filter: RunFilter): Promise<CommandError> {
  const isTrash = filter.deleted === true;
  const name = cutMiddle(wanted, shown);
  const [other] = await runsOf(store, wanted, { deleted: !isTrash });
  if (other !== undefined) {
    const way = isTrash ? "" : ` epochal restore ${other.id} brings it back.`;
    return new CommandError(`${name} is ${isTrash ? "not " : ""}in the trash.${way}`);
  }
  const { runs } = await store.listRuns({ ...filter, limit: told });
  const there = runs.length === 0 ? "There are none." : `The newest are: ${list(runs)}.`;
  return new CommandError(`there is no run ${name}${isTrash ? " in the trash" : ""}. ${there}`);
}

function list(runs: readonly RunSummary[]): string {
  const named = runs.slice(0, told).map(({ name, id }) => `${name} (${id})`);
  return named.join(", ") + (runs.length > told ? ", …" : "");
}
