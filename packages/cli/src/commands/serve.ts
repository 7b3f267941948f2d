import { openStore } from "@epochal/store";
import type { Command } from "commander";
import getPort, { portNumbers } from "get-port";
import open from "open";
import { CommandError } from "../arguments/command-error.ts";
import { readOrigin } from "../arguments/read-origin.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { givenLocation } from "../store/given-location.ts";
import { goOnWithoutTerminal, print, printAside } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface ServeOptions {
  readonly store?: string;
  readonly port: number;
  readonly host: string;
  readonly allowOrigin?: readonly string[];
  readonly open?: boolean;
  readonly json?: boolean;
}

const LOCAL = "127.0.0.1";
const FIRST_UNPRIVILEGED = 1024;
const LOOK_MS = 500;

/** Picks the port that was asked for, else one of the next hundred, else any that is free. Below 1024 it takes no other. */
async function freePort(wanted: number): Promise<number> {
  if (wanted < FIRST_UNPRIVILEGED) return wanted;
  const last = Math.min(wanted + 100, 65_535);
  const port = await getPort({ host: LOCAL, port: portNumbers(wanted, last) });
  if (port !== wanted) printAside(`Port ${wanted} is taken, using ${port}.\n`);
  return port;
}

/** A port that cannot be opened is something the user can mend. */
async function listen(
  store: string,
  port: number,
  allowOrigins: readonly string[],
): Promise<string> {
  const dashboard = await import("@epochal/dashboard");
  try {
    const { url } = await dashboard.serve({ store, port, hostname: LOCAL, allowOrigins });
    return url;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === "listen")
      throw new CommandError((error as Error).message);
    throw error;
  }
}

async function openBrowser(url: string): Promise<void> {
  try {
    const browser = await open(url);
    browser.on("error", () => {}); // none is there: the address has been printed
  } catch {
    // The same.
  }
}

/**
 * Ends this process when the process that started it ends, if that one opened a channel or is the shell of an npm command. (npm
 * hands a SIGTERM to its shell, and that ends the shell alone.)
 */
function endWithParent(): void {
  process.once("disconnect", () => process.exit(0));
  process.channel?.unref();
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, LOOK_MS).unref();
}

async function serve(options: ServeOptions, command: Command): Promise<void> {
  const { store, port, host, allowOrigin = [], open: wantsBrowser = false, json } = options;
  const [word] = command.args;
  if (word !== undefined)
    throw new CommandError(
      `there is no command ${word}, or it does not come first. epochal --help shows what there is.`,
      2,
    );
  if (host !== LOCAL && host !== "localhost")
    throw new CommandError(
      `--host ${host}: this version listens on ${LOCAL} only. Any other address needs a token, which is not there yet.`,
      2,
    );
  endWithParent();

  // The command opens the store once before the server starts, so that one line says what is wrong with it.
  const opened = await openStore(givenLocation(store));
  const { location } = opened;
  await opened.close();

  const url = await listen(location, await freePort(port), allowOrigin.map(readOrigin));
  print(
    json
      ? toJson({ store: location, url })
      : `Epochal is at ${url} with the runs of ${location} (Ctrl-C ends it)\n`,
  );
  goOnWithoutTerminal();
  if (wantsBrowser) await openBrowser(url);
}

/** `epochal serve`, and `epochal` alone. */
export function serveCommand(): Command {
  return storeCommand("serve", "serve --port 4400")
    .option("--port <n>", "port, or the next free one; 0 for any", wholeNumber(0, 65_535), 4300)
    .option("--host <address>", "address to listen on; only 127.0.0.1 in this version", LOCAL)
    .option(
      "--allow-origin <origins...>",
      "pages that may send runs here with a token, such as http://localhost:5173",
    )
    .option("--open", "open a browser")
    .option("--json", "print the address as JSON when it serves")
    .allowExcessArguments() // `epochal lsx` comes here too
    .action(serve);
}
