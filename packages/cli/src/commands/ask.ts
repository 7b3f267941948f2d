import { printable } from "@epochal/record";
import type { RequestOptions } from "@epochal/store";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface AskOptions {
  readonly store?: string;
  readonly by?: string;
  readonly json?: boolean;
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
    .option("--json", "print the request as JSON")
    .action((wanted: string, { store: location, by, json }: AskOptions) =>
      withStore(location, async (store) => {
        const { id: run, name } = await findRun(store, wanted);
        const id = await store.request(run, { want, ...(by !== undefined && { by }) });
        const { requests } = await store.getRun(run);
        const request = requests.find((each) => each.id === id);
        print(
          json ? toJson({ store: store.location, run, request }) : `${printable(name)}: ${said}\n`,
        );
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
