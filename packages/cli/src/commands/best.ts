import { formatValue, placeWords, primaryMetric } from "@epochal/conclusions";
import { printable } from "@epochal/record";
import type { RunFilter, RunSummary, SeriesValue, Store } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { checkProject } from "../store/check-project.ts";
import { loggedKeys } from "../store/logged-keys.ts";
import { withStore } from "../store/with-store.ts";
import { print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface BestOptions {
  readonly store?: string;
  readonly project?: string;
  readonly where?: string;
  readonly json?: boolean;
}

/** How many of the newest runs decide by which metric all are compared. */
const looked = 20;

async function metricOf(store: Store, filter: RunFilter, given: string | undefined) {
  if (given !== undefined) return given;
  const { runs, total } = await store.listRuns({
    ...{ ...filter, limit: looked },
    with: { series: true, conclusions: true },
  });
  if (total === 0) throw await noRun(store);
  const metric = primaryMetric(runs)?.key;
  if (metric === undefined) throw new CommandError("no run has logged a metric to compare by.", 3);
  return metric;
}

function best(given: string | undefined, options: BestOptions): Promise<void> {
  const { project, where } = options;
  const filter = {
    ...(project !== undefined && { project }),
    ...(where !== undefined && { where }),
  };
  return withStore(options.store, async (store) => {
    if (project !== undefined) await checkProject(store, project);
    const metric = await metricOf(store, filter, given);
    const { runs, total } = await store.listRuns({ ...filter, order: `best:${metric}`, limit: 1 });
    const [run] = runs;
    const value = run?.series.find(({ key }) => key === metric)?.best;
    if (run === undefined || value === undefined) throw await noBest(store, filter, metric, total);
    if (options.json) print(toJson({ store: store.location, metric, value, total, run }));
    else print(words(run, metric, value));
  });
}

function words(run: RunSummary, metric: string, value: SeriesValue): string {
  const told = `${printable(metric)} ${formatValue(value.value)} in ${placeWords(value)}`;
  return `${printable(run.name)}: ${told}\n${printable(run.project)} · ${run.id}\n`;
}

async function noBest(store: Store, filter: RunFilter, metric: string, total: number) {
  if (total === 0) return noRun(store);
  const keys = await loggedKeys(store, filter);
  if (keys.includes(metric))
    return new CommandError(
      `no run has a best ${metric}: none of its values is a number, or it is not known whether more of it is better.`,
      3,
    );
  return new CommandError(`no run has logged ${metric}. There are: ${keys.join(", ")}.`, 3);
}

async function noRun(store: Store): Promise<CommandError> {
  const { total } = await store.listRuns({ limit: 1 });
  const why = total === 0 ? `there are no runs yet in ${store.location}.` : "no run matches.";
  return new CommandError(why, 3);
}

/** `epochal best` */
export function bestCommand(): Command {
  return storeCommand("best", "best val_auc --project birds")
    .argument("[metric]", "such as val_auc (default: the one the runs are compared by)")
    .option("--project <name>", "only runs of this project")
    .option("--where <query>", 'only runs that match, such as "units = 32"')
    .option("--json", "print the value and all there is about the run as JSON")
    .action(best);
}
