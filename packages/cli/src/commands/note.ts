import { printable } from "@epochal/record";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { print } from "../terminal/print.ts";

interface NoteOptions {
  readonly store?: string;
  readonly by?: string;
}

/** `epochal note` */
export function noteCommand(): Command {
  return storeCommand("note", 'note "lr 0.01" "the labels of fold 3 were wrong"')
    .argument("<run>", runArgument)
    .argument("<text>", "what to remember")
    .option("--by <name>", "who writes it (default: you, at this machine)")
    .action((wanted: string, text: string, { store: location, by }: NoteOptions) =>
      withStore(location, async (store) => {
        const run = await findRun(store, wanted);
        await store.addNote(run.id, { text, ...(by !== undefined && { by }) });
        print(`${printable(run.name)}: noted.\n`);
      }),
    );
}
