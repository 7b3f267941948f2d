import { printable } from "@epochal/record";
import type { RequestOptions } from "@epochal/store";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { print } from "../terminal/print.ts";

interface AskOptions {
  readonly store?: string;
  readonly by?: string;
}

interface Asked {
  readonly name: string;
  readonly want: RequestOptions["want"];
  /** What the command prints afterwards. */
  readonly said: string;
}

function askCommand({ name, want, said }: Asked): Command {
  return storeCommand(name, `${name} "lr 0.01"`)
    .argument("<run>", runArgument)
    .option("--by <name>", "who asks (default: you, at this machine)")
    .action((wanted: string, { store: location, by }: AskOptions) =>
      withStore(location, async (store) => {
        const run = await findRun(store, wanted);
        await store.request(run.id, { want, ...(by !== undefined && { by }) });
        print(`${printable(run.name)}: ${said}\n`);
      }),
    );
}

/** `epochal stop` */
export function stopCommand(): Command {
  return askCommand({
    name: "stop",
    want: "stop",
    said: "asked to stop after this epoch.",
  });
}

/** `epochal save` */
export function saveCommand(): Command {
  return askCommand({
    name: "save",
    want: "save_weights",
    said: "asked to save its weights; its event says where to.",
  });
}
