import type { RequestOptions } from "@epochal/store";
import { Command } from "commander";
import { findRun } from "../store/find-run.ts";
import { openExistingStore } from "../store/open-existing-store.ts";
import { print } from "../terminal/print.ts";
import { printable } from "../terminal/printable.ts";

interface AskOptions {
  readonly store?: string;
  readonly by?: string;
}

interface Asked {
  readonly name: string;
  readonly description: string;
  readonly want: RequestOptions["want"];
  /** What is printed once it is asked. */
  readonly said: string;
}

function askCommand({ name, description, want, said }: Asked): Command {
  return new Command(name)
    .description(description)
    .argument("<run>", "its id, the beginning of its id, or its name")
    .option("--store <path>", "the store (default: EPOCHAL_STORE, else .epochal/runs.db)")
    .option("--by <name>", "who asks (default: you, at this machine)")
    .action(async (wanted: string, { store: location, by }: AskOptions) => {
      const store = await openExistingStore(location);
      try {
        const run = await findRun(store, wanted);
        await store.request(run.id, { want, ...(by !== undefined && { by }) });
        print(`${printable(run.name)}: ${said}\n`);
      } finally {
        await store.close();
      }
    });
}

/** `epochal stop` */
export function stopCommand(): Command {
  return askCommand({
    name: "stop",
    description: "ask a run that trains to stop after its epoch",
    want: "stop",
    said: "asked to stop after this epoch.",
  });
}

/** `epochal save` */
export function saveCommand(): Command {
  return askCommand({
    name: "save",
    description: "ask a run that trains to save its weights now",
    want: "save_weights",
    said: "asked to save its weights; its event says where to.",
  });
}
