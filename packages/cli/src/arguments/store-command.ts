import { Command } from "commander";

/** A command that works on a store, with an example in its help. */
export function storeCommand(name: string, example: string): Command {
  return new Command(name)
    .option("--store <path>", "the store (default: EPOCHAL_STORE, else .epochal/runs.db)")
    .addHelpText("after", `\nExample:\n  $ epochal ${example}`);
}
