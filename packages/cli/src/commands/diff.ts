import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { diffReport } from "../diff-report/diff-report.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { columns, print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface DiffOptions {
  readonly store?: string;
  readonly metric?: string;
  readonly json?: boolean;
}

function diff(first: string, second: string, options: DiffOptions): Promise<void> {
  return withStore(options.store, async (store) => {
    const [a, b] = [await findRun(store, first), await findRun(store, second)];
    if (a.id === b.id) throw new CommandError(`${first} and ${second} are the same run, ${a.id}.`);
    const { unfolded, ...comparison } = await store.compareRuns(a.id, b.id);
    const { metric } = options;
    if (metric !== undefined && !comparison.series.some(({ key }) => key === metric)) {
      const keys = comparison.series.map(({ key }) => key);
      const there = keys.length > 0 ? `Both have: ${keys.join(", ")}.` : "They share none.";
      throw new CommandError(`not both runs have logged ${metric}. ${there}`);
    }
    const conclusions = [await store.concludeRun(a.id), await store.concludeRun(b.id)] as const;
    print(
      options.json
        ? toJson({ store: store.location, unfolded, comparison })
        : diffReport({ comparison, conclusions, metric, width: columns() }),
    );
  });
}

/** `epochal diff` */
export function diffCommand(): Command {
  return storeCommand("diff", 'diff "lr 0.01" "lr 0.001"')
    .argument("<a>", runArgument)
    .argument("<b>", "the other run")
    .option("--metric <key>", "compare by this metric (default: the one they are compared by)")
    .option("--json", "print the whole comparison as JSON")
    .action(diff);
}
