import { lastTrace, standingEvents, whatIfPatience } from "@epochal/conclusions";
import { Command } from "commander";
import { wholeNumber } from "../arguments/whole-number.ts";
import { runReport } from "../run-report/run-report.ts";
import { findRun } from "../store/find-run.ts";
import { openExistingStore } from "../store/open-existing-store.ts";
import { print, printAside } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface ShowOptions {
  readonly store?: string;
  readonly patience?: number;
  readonly json?: boolean;
}

async function show(wanted: string, { json, patience, ...options }: ShowOptions): Promise<void> {
  const store = await openExistingStore(options.store);
  try {
    const { id } = await findRun(store, wanted);
    const [{ unfolded, ...run }, conclusions] = [
      await store.getRun(id),
      await store.concludeRun(id),
    ];
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
        : runReport({ run, conclusions, whatIf, now: new Date() }),
    );
  } finally {
    await store.close();
  }
}

/** `epochal show` */
export function showCommand(): Command {
  return new Command("show")
    .description("show one run: how it ended and why, its verdict, its events, its card")
    .argument("<run>", "its id, the beginning of its id, or its name")
    .option("--store <path>", "the store (default: EPOCHAL_STORE, else .epochal/runs.db)")
    .option(
      "--patience <epochs>",
      "what early stopping would have done with this patience",
      wholeNumber(0, 1_000_000),
    )
    .option("--json", "print all there is about the run as JSON")
    .action(show);
}
