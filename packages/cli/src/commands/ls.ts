import { counted, formatCount, primaryMetric } from "@epochal/conclusions";
import type { RunFilter, RunSummary, Store } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { readOrders } from "../arguments/read-orders.ts";
import { readStates } from "../arguments/read-states.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { runsJson } from "../runs-table/runs-json.ts";
import { runsTable } from "../runs-table/runs-table.ts";
import { checkProject } from "../store/check-project.ts";
import { loggedKeys } from "../store/logged-keys.ts";
import { withStore } from "../store/with-store.ts";
import { columns, print, printAside } from "../terminal/print.ts";

interface LsOptions {
  readonly store?: string;
  readonly project?: string;
  readonly where?: string;
  readonly sort: string;
  readonly states?: string;
  readonly archived?: boolean;
  readonly trash?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

function filterOf({ project, where, states, archived, trash }: LsOptions): RunFilter {
  const conditions = [
    ...(where === undefined ? [] : [where]),
    ...(states === undefined ? [] : [`status in (${readStates(states).join(", ")})`]),
  ];
  return {
    ...(project !== undefined && { project }),
    ...(conditions.length === 1 && { where: conditions[0] ?? "" }),
    ...(conditions.length === 2 && { where: conditions.map((each) => `(${each})`).join(" and ") }),
    // Of the trash, all runs are shown.
    ...(trash ? { deleted: true } : { archived: archived ?? false }),
  };
}

/** Runs without the key come last. Where the first ones lack it, all do. */
async function checkKey(store: Store, filter: RunFilter, runs: readonly RunSummary[], key: string) {
  if (runs.length === 0 || runs.some(({ series }) => series.some((one) => one.key === key))) return;
  const keys = await loggedKeys(store, filter);
  const there = keys.length > 0 ? `There are: ${keys.join(", ")}.` : "None has logged any.";
  throw new CommandError(`no run has logged ${key}. ${there}`);
}

/** Why nothing is shown, and what would show more. */
async function nothingFound(store: Store, options: LsOptions): Promise<string> {
  const { total } = await store.listRuns({ limit: 1 });
  if (options.trash) return "The trash is empty.\n";
  if (total === 0) return noRunsYet(store.location);
  const are = total === 1 ? "There is 1 run" : `There are ${total} runs`;
  const { total: archived } = await store.listRuns({ limit: 1, archived: true });
  const hidden = archived > 0 && !options.archived ? `, ${archived} of them archived` : "";
  return `No run matches. ${are} in ${store.location}${hidden}.\n`;
}

/** What to do about an empty store. */
function noRunsYet(location: string): string {
  return `No runs yet in ${location}. Record one:

  import { History } from "@epochal/callbacks";
  import { openStore } from "@epochal/store";

  const store = await openStore(${JSON.stringify(location)});
  const run = await store.startRun({ project: "first-steps" });
  await run.track(() => model.fit(x, y, { epochs: 10, callbacks: [new History({ run })] }));
`;
}

function ls(options: LsOptions): Promise<void> {
  const { order, key } = readOrders(options.sort);
  const filter = filterOf(options);
  return withStore(options.store, async (store) => {
    if (options.project !== undefined) await checkProject(store, options.project);
    // The table shows one metric: where it is known, nothing is read of the others.
    const series = key === undefined || options.json === true ? true : [key];
    const { runs, total, unfolded } = await store.listRuns({
      ...{ ...filter, order, limit: options.limit },
      with: { config: true, series, conclusions: true },
    });
    if (key !== undefined) await checkKey(store, filter, runs, key);
    const metric = key ?? primaryMetric(runs)?.key;
    if (options.json) print(runsJson({ store: store.location, metric, total, unfolded, runs }));
    else if (runs.length === 0) print(await nothingFound(store, options));
    else {
      const width = columns();
      print(runsTable({ runs, metric, width, now: new Date() }));
      if (runs.length < total)
        printAside(
          `${formatCount(runs.length)} of ${counted(total, "run")}; --limit shows more.\n`,
        );
    }
  });
}

/** `epochal ls` */
export function lsCommand(): Command {
  return storeCommand("ls", 'ls --where "val_auc > 0.9 and units = 32" --sort best:val_auc')
    .option("--project <name>", "only runs of this project")
    .option("--where <query>", 'only runs that match, such as "val_auc > 0.9 and not tag:baseline"')
    .option(
      "--sort <orders>",
      "started, name, duration, status, param:PATH, or a metric: best:KEY, last:KEY, kept:KEY, min:KEY, max:KEY; several with commas, the first counts most",
      "started",
    )
    .option("--states <list>", "only in these states, such as running,failed,killed")
    .option("--archived", "those that are archived, and no others")
    .option("--trash", "those in the trash, and no others")
    .option("--limit <n>", "how many at most", wholeNumber(1, 100_000), 50)
    .option("--json", "print all there is about the runs as JSON")
    .action(ls);
}
