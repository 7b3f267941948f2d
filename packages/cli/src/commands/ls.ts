import { primaryMetric } from "@epochal/conclusions";
import type { RunQuery, RunSummary, Store } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { readOrder } from "../arguments/read-order.ts";
import { readStates } from "../arguments/read-states.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { noRunsYet } from "../runs-table/no-runs-yet.ts";
import { runsJson } from "../runs-table/runs-json.ts";
import { runsTable } from "../runs-table/runs-table.ts";
import { withStore } from "../store/with-store.ts";
import { columns, print, printAside } from "../terminal/print.ts";

interface LsOptions {
  readonly store?: string;
  readonly project?: string;
  readonly sort: string;
  readonly states?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** Keys of all series of the runs that match. */
async function keysOf(store: Store, query: RunQuery): Promise<string[]> {
  const { runs } = await store.listRuns({
    ...query,
    order: "started",
    limit: Number.MAX_SAFE_INTEGER,
  });
  return [...new Set(runs.flatMap(({ series }) => series.map(({ key }) => key)))].sort();
}

async function checkProject(store: Store, project: string): Promise<void> {
  const names = (await store.listProjects()).map(({ name }) => name);
  if (names.includes(project) || names.length === 0) return;
  throw new CommandError(`there is no project ${project}. There are: ${names.join(", ")}.`);
}

interface CheckKeyArgs {
  readonly store: Store;
  readonly query: RunQuery;
  readonly runs: readonly RunSummary[];
  readonly key: string;
}

/** Runs without the key come last: where the first have none, nobody has. */
async function checkKey({ store, query, runs, key }: CheckKeyArgs): Promise<void> {
  if (runs.length === 0 || runs.some(({ series }) => series.some((one) => one.key === key))) return;
  const keys = await keysOf(store, query);
  const there = keys.length > 0 ? `There are: ${keys.join(", ")}.` : "None has logged any.";
  throw new CommandError(`no run has logged ${key}. ${there}`);
}

function ls({ project, sort, states, limit, json, ...options }: LsOptions): Promise<void> {
  const { order, key } = readOrder(sort);
  const filter: RunQuery = {
    ...(project === undefined ? {} : { project }),
    ...(states === undefined ? {} : { where: `status in (${readStates(states).join(", ")})` }),
  };
  return withStore(options.store, async (store) => {
    if (project !== undefined) await checkProject(store, project);
    const page = await store.listRuns({ ...filter, order, limit });
    const { total, unfolded } = page;
    const runs = await Promise.all(
      page.runs.map(async (run) => ({ ...run, conclusions: await store.concludeRun(run.id) })),
    );
    if (key !== undefined) await checkKey({ store, query: filter, runs, key });
    const metric = key ?? primaryMetric(runs)?.key;
    if (json) print(runsJson({ store: store.location, metric, total, unfolded, runs }));
    else if (runs.length > 0) {
      const width = columns();
      print(runsTable({ runs, metric, width, now: new Date() }));
      if (runs.length < total) printAside(`${runs.length} of ${total} runs; --limit shows more.\n`);
    } else if (states !== undefined) print("No run is in such a state.\n");
    else print(noRunsYet(store.location));
  });
}

/** `epochal ls` */
export function lsCommand(): Command {
  return storeCommand("ls", "ls --sort best:val_auc")
    .option("--project <name>", "only runs of this project")
    .option(
      "--sort <order>",
      "started, name, duration, or a metric: best:val_auc, last:loss, kept:val_auc",
      "started",
    )
    .option("--states <list>", "only in these states, such as running,failed,killed")
    .option("--limit <n>", "how many at most", wholeNumber(1, 100_000), 50)
    .option("--json", "print all there is about the runs as JSON")
    .action(ls);
}
