import { existsSync } from "node:fs";
import { counted } from "@epochal/conclusions";
import { printable } from "@epochal/record";
import { type Synced, syncOutboxes } from "@epochal/store/server";
import { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { print, printAside } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface SyncOptions {
  readonly url?: string;
  readonly token?: string;
  readonly json?: boolean;
}

function line({ url, journals, waiting, fault }: Synced): string {
  const sent = journals === 0 ? "nothing was left to send" : `${counted(journals, "run")} sent`;
  const left = waiting === 0 ? "" : `; ${waiting} still here`;
  const why = fault === undefined ? "" : `: ${printable(fault).replace(/\.$/, "")}`;
  return `${printable(url)}: ${sent}${left}${why}.\n`;
}

async function sync(folder: string | undefined, options: SyncOptions): Promise<void> {
  const { url, token, json } = options;
  if (folder !== undefined && !existsSync(folder))
    throw new CommandError(`there is no folder ${folder}.`);
  const synced = await syncOutboxes({
    ...(folder !== undefined && { folder }),
    ...(url !== undefined && { url }),
    ...(token !== undefined && { token }),
    onProblem: (words) => printAside(`${printable(words)}\n`),
  });
  if (json) print(toJson({ synced }));
  else if (synced.length === 0) print("No runs wait here for a dashboard elsewhere.\n");
  else print(synced.map(line).join(""));
  const [failed] = synced.filter(({ fault }) => fault !== undefined);
  if (failed !== undefined) throw new CommandError(`${failed.url} has not taken all of it.`);
}

/** `epochal sync` */
export function syncCommand(): Command {
  return new Command("sync")
    .description("send the runs that wait here because a dashboard could not be reached")
    .argument("[folder]", "where they wait (default: EPOCHAL_OUTBOX, else .epochal/outbox)")
    .option("--url <url>", "only those for this dashboard (default: all)")
    .option("--token <token>", "a token that may write there (default: EPOCHAL_TOKEN)")
    .option("--json", "print what was sent as JSON")
    .addHelpText("after", "\nExample:\n  $ epochal sync")
    .action(sync);
}
