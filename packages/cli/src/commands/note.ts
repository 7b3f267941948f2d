import { Command } from "commander";
import { findRun } from "../store/find-run.ts";
import { openExistingStore } from "../store/open-existing-store.ts";
import { print } from "../terminal/print.ts";
import { printable } from "../terminal/printable.ts";

interface NoteOptions {
  readonly store?: string;
  readonly by?: string;
}

/** `epochal note` */
export function noteCommand(): Command {
  return new Command("note")
    .description("add a note to a run")
    .argument("<run>", "its id, the beginning of its id, or its name")
    .argument("<text>", "what to remember")
    .option("--store <path>", "the store (default: EPOCHAL_STORE, else .epochal/runs.db)")
    .option("--by <name>", "who writes it (default: you, at this machine)")
    .action(async (wanted: string, text: string, { store: location, by }: NoteOptions) => {
      const store = await openExistingStore(location);
      try {
        const run = await findRun(store, wanted);
        await store.addNote(run.id, { text, ...(by !== undefined && { by }) });
        print(`${printable(run.name)}: noted.\n`);
      } finally {
        await store.close();
      }
    });
}
