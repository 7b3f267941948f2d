import { lastTrace, standingEvents, whatIfPatience } from "@epochal/conclusions";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { runReport } from "../run-report/run-report.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { columns, print, printAside } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface ShowOptions {
  readonly store?: string;
  readonly patience?: number;
  readonly json?: boolean;
}

function show(wanted: string, { json, patience, ...options }: ShowOptions): Promise<void> {
  return withStore(options.store, async (store) => {
    const { id } = await findRun(store, wanted);
    const { unfolded, ...run } = await store.getRun(id);
    const conclusions = await store.concludeRun(id);
    const { segments } = run;
    const events = standingEvents({ events: run.events.map(({ event }) => event), segments });
    const { trace, zeroth } = lastTrace(events);
    const whatIf = patience === undefined ? undefined : whatIfPatience(trace, patience, zeroth);
    if (patience !== undefined && whatIf === undefined) {
      printAside("The run has no early-stopping trace: --patience has nothing to say.\n");
    }
    print(
      json
        ? toJson({ store: store.location, unfolded, run, conclusions, ...(whatIf && { whatIf }) })
        : runReport({ run, conclusions, whatIf, now: new Date(), width: columns() }),
    );
  });
}

/** `epochal show` */
export function showCommand(): Command {
  return storeCommand("show", 'show "lr 0.01" --patience 3')
    .argument("<run>", runArgument)
    .option(
      "--patience <epochs>",
      "what early stopping would have done with this patience",
      wholeNumber(0, 1_000_000),
    )
    .option("--json", "print all there is about the run as JSON")
    .action(show);
}
