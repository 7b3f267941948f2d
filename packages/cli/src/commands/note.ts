import { printable } from "@epochal/record";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface NoteOptions {
  readonly store?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** `epochal note` */
export function noteCommand(): Command {
  return storeCommand("note", 'note "lr 0.01" "the labels of fold 3 were wrong"')
    .argument("<run>", runArgument)
    .argument("<text>", "what to remember")
    .option("--by <name>", "who writes it (default: you, at this machine)")
    .option("--json", "print the note as JSON")
    .action((wanted: string, text: string, { store: location, by, json }: NoteOptions) =>
      withStore(location, async (store) => {
        const { id: run, name } = await findRun(store, wanted);
        await store.addNote(run, { text, ...(by !== undefined && { by }) });
        if (!json) return print(`${printable(name)}: noted.\n`);
        const { events } = await store.getRun(run);
        const note = events.findLast(({ event }) => event.type === "note");
        print(toJson({ store: store.location, run, note }));
      }),
    );
}
