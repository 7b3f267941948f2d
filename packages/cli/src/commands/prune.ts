import { counted } from "@epochal/conclusions";
import type { PruneReport } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { wrap } from "../table/wrap.ts";
import { confirm } from "../terminal/confirm.ts";
import { columns, print } from "../terminal/print.ts";
import { tellProgress } from "../terminal/tell-progress.ts";
import { toJson } from "../terminal/to-json.ts";

interface PruneCommandOptions {
  readonly store?: string;
  readonly where?: string;
  readonly keepEvery: number;
  readonly by?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

function prune(wanted: readonly string[], given: PruneCommandOptions): Promise<void> {
  const { where, keepEvery, by, dryRun, yes, json } = given;
  if (wanted.length > 0 === (where !== undefined))
    throw new CommandError("say which runs: their ids or names, or --where.", 2);
  return withStore(given.store, async (store) => {
    const ids: string[] = [];
    for (const each of wanted) ids.push((await findRun(store, each)).id);
    const which = { ...(where === undefined ? { ids } : { where }), keepEvery };
    const isDryRun = dryRun === true;
    const expected = await store.prune({ ...which, dryRun: true });
    if (expected.removed > 0 && !isDryRun)
      await confirm(`${words(expected, "are thinned out")}`, yes === true);
    const report = isDryRun
      ? expected
      : await store.prune({
          ...which,
          ...(by !== undefined && { by }),
          onProgress: tellProgress(),
        });
    if (json) return print(toJson({ store: store.location, isDryRun, ...report }));
    const rest = isDryRun
      ? "Nothing is changed: --dry-run.\n"
      : "epochal gc gives the room back.\n";
    const told = words(report, isDryRun ? "would be thinned out" : "are thinned out");
    print(`${wrap(told, columns())}\n${report.removed === 0 ? "" : rest}`);
  });
}

function words({ runs, removed, kept }: PruneReport, done: string): string {
  if (removed === 0) return "There is nothing to thin out.";
  return `The per-batch values of ${counted(runs, "run")} ${done}: ${counted(removed, "value")} removed, ${counted(kept, "value")} kept, the extremes of every stretch among them.`;
}

/** `epochal prune` */
export function pruneCommand(): Command {
  return storeCommand("prune", 'prune --where "age > 90d" --keep-every 256 --dry-run')
    .argument("[runs...]", runArgument)
    .option("--where <query>", "all runs that have ended and match")
    .option(
      "--keep-every <steps>",
      "of each stretch of so many steps the lowest and the highest value stay",
      wholeNumber(2, 16_384),
      64,
    )
    .option("--by <name>", "who thins them (default: you, at this machine)")
    .option("--dry-run", "only say how many values would be removed")
    .option("--yes", "do not ask; it cannot be undone")
    .option("--json", "print what was removed as JSON")
    .action(prune);
}
