import { counted } from "@epochal/conclusions";
import { printable } from "@epochal/record";
import type { RunFilter, RunSummary, Store } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface TrashOptions {
  readonly store?: string;
  readonly by?: string;
  readonly where?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

interface Trashing {
  readonly wanted: readonly string[];
  readonly options: TrashOptions;
  /** Whether the command looks for runs in the trash. */
  readonly deleted: boolean;
  readonly act: (
    store: Store,
    ids: readonly string[],
    by: { readonly by?: string },
  ) => Promise<void>;
  /** What the command calls the runs afterwards, and what else it says. */
  readonly done: (runs: readonly RunSummary[]) => string;
}

async function meant({ wanted, options, deleted }: Trashing, store: Store): Promise<RunSummary[]> {
  const filter: RunFilter = { ...(deleted && { deleted }) };
  if (options.where !== undefined) {
    if (wanted.length > 0) throw new CommandError("give runs or --where, not both.", 2);
    const { runs } = await store.listRuns({
      ...filter,
      where: options.where,
      limit: Number.MAX_SAFE_INTEGER,
    });
    if (runs.length === 0) throw new CommandError("no run matches.", 3);
    return [...runs];
  }
  if (wanted.length === 0)
    throw new CommandError("say which runs: their ids or names, or --where.", 2);
  const runs = new Map<string, RunSummary>();
  for (const each of wanted) {
    const run = await findRun(store, each, filter);
    runs.set(run.id, run);
  }
  return [...runs.values()];
}

function trash(trashing: Trashing): Promise<void> {
  const { options, act, done } = trashing;
  return withStore(options.store, async (store) => {
    const runs = await meant(trashing, store);
    const ids = runs.map(({ id }) => id);
    const isDryRun = options.dryRun === true;
    if (!isDryRun) await act(store, ids, { ...(options.by !== undefined && { by: options.by }) });
    if (options.json) print(toJson({ store: store.location, ids, isDryRun }));
    else print(isDryRun ? `${listed(runs)}\nNothing is changed: --dry-run.\n` : done(runs));
  });
}

const named = 10;

function listed(runs: readonly RunSummary[]): string {
  const lines = runs.slice(0, named).map(({ name, id }) => `${printable(name)} (${id})`);
  if (runs.length > named) lines.push(`and ${counted(runs.length - named, "more run")}`);
  return lines.join("\n");
}

function undo(runs: readonly RunSummary[]): string {
  const [first] = runs;
  if (runs.length > named)
    return "epochal ls --trash shows them, epochal restore ID brings them back";
  return `epochal restore ${first === undefined ? "" : runs.map(({ id }) => id).join(" ")}`;
}

/** `epochal rm` */
export function rmCommand(): Command {
  return storeCommand("rm", 'rm "lr 10" --dry-run')
    .argument("[runs...]", runArgument)
    .option("--where <query>", 'all runs that match, such as "status:failed and age > 30d"')
    .option("--dry-run", "only say which they are")
    .option("--by <name>", "who deletes them (default: you, at this machine)")
    .option("--json", "print their ids as JSON")
    .action((wanted: string[], options: TrashOptions) =>
      trash({
        wanted,
        options,
        deleted: false,
        act: (store, ids, by) => store.deleteRuns(ids, by),
        done: (runs) =>
          `${counted(runs.length, "run")} in the trash, for 14 days:\n${listed(runs)}\nUndo: ${undo(runs)}\n`,
      }),
    );
}

/** `epochal restore` */
export function restoreCommand(): Command {
  return storeCommand("restore", 'restore "lr 10"')
    .argument("[runs...]", runArgument)
    .option("--where <query>", "all runs in the trash that match")
    .option("--dry-run", "only say which they are")
    .option("--by <name>", "who restores them (default: you, at this machine)")
    .option("--json", "print their ids as JSON")
    .action((wanted: string[], options: TrashOptions) =>
      trash({
        wanted,
        options,
        deleted: true,
        act: (store, ids, by) => store.restoreRuns(ids, by),
        done: (runs) => `${counted(runs.length, "run")} restored:\n${listed(runs)}\n`,
      }),
    );
}
