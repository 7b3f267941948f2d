import { programProject } from "@epochal/callbacks/project";
import type { ServeArgs } from "@epochal/dashboard";
import { openStore, type Store, type Token } from "@epochal/store";
import type { Command } from "commander";
import getPort, { portNumbers } from "get-port";
import open from "open";
import { CommandError } from "../arguments/command-error.ts";
import { readOrigin } from "../arguments/read-origin.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { pageToken } from "../pages/page-token.ts";
import { pageWords } from "../pages/page-words.ts";
import { givenLocation } from "../store/given-location.ts";
import { isAddress } from "../store/is-address.ts";
import { goOnWithoutTerminal, print, printAside } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface ServeOptions {
  readonly store?: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly allowOrigin?: readonly string[];
  readonly project?: readonly string[];
  readonly open?: boolean;
  readonly json?: boolean;
}

const LOCAL = "127.0.0.1";
const LOOPBACK = new Set([LOCAL, "localhost", "::1"]);
const FIRST_UNPRIVILEGED = 1024;
const LOOK_MS = 500;

/** Picks the port that was asked for, else one of the next hundred, else any that is free. Below 1024 it takes no other. */
async function freePort(wanted: number, host: string): Promise<number> {
  if (wanted < FIRST_UNPRIVILEGED) return wanted;
  const last = Math.min(wanted + 100, 65_535);
  // An address that this machine does not have is said where it is opened.
  const port = await getPort({ host, port: portNumbers(wanted, last) }).catch(() => wanted);
  if (port !== wanted) printAside(`Port ${wanted} is taken, using ${port}.\n`);
  return port;
}

/** A port that cannot be opened is something the user can mend. */
async function listen(args: ServeArgs): Promise<string> {
  const dashboard = await import("@epochal/dashboard");
  try {
    const { url } = await dashboard.serve(args);
    return url;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === "listen")
      throw new CommandError((error as Error).message);
    throw error;
  }
}

/** @throws CommandError where others can come in, and nobody has a token yet */
async function assertToken(store: Store, opened: string): Promise<void> {
  const now = Date.now();
  const tokens = await store.access.listTokens();
  const isGood = ({ revokedAt, expiresAt }: Token) =>
    revokedAt === undefined && (expiresAt === undefined || expiresAt.getTime() > now);
  if (tokens.some(isGood)) return;
  throw new CommandError(
    `${opened}: others can come in then, and each needs a token. Make one first: epochal token create NAME`,
    2,
  );
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
  const {
    store,
    port,
    host,
    publicUrl,
    allowOrigin = [],
    project,
    open: wantsBrowser = false,
    json,
  } = options;
  const [word] = command.args;
  if (word !== undefined)
    throw new CommandError(
      `there is no command ${word}, or it does not come first. epochal --help shows what there is.`,
      2,
    );
  const outside = publicUrl === undefined ? undefined : readOrigin(publicUrl, "--public-url");
  const origins = allowOrigin.map((each) => readOrigin(each));
  if (project !== undefined && origins.length === 0)
    throw new CommandError("--project goes with --allow-origin: whose runs pages may send.", 2);
  const projects = project ?? [programProject()];
  const isLocal = LOOPBACK.has(host);
  const hostname = host === "localhost" ? LOCAL : host;
  endWithParent();

  // The command opens the store once before the server starts, so that one line says what is wrong with it.
  const given = givenLocation(store);
  const opened = await openStore(given);
  const { location } = opened;
  let secret: string | undefined;
  try {
    if (!isLocal) await assertToken(opened, `--host ${host}`);
    else if (publicUrl !== undefined) await assertToken(opened, `--public-url ${publicUrl}`);
    if (origins.length > 0) secret = await pageToken({ store: opened, origins, projects });
  } finally {
    await opened.close();
  }

  // Pages know the address: it must be the same each time.
  const taken = secret === undefined ? await freePort(port, hostname) : port;
  const url = await listen({
    ...{ store: isAddress(given) ? given : location, port: taken, hostname },
    ...(outside !== undefined && { publicUrl: outside }),
    allowOrigins: origins,
  });
  const pages = secret === undefined ? undefined : { origins, projects, secret };
  print(
    json
      ? toJson({ store: location, url, ...(pages !== undefined && { pages }) })
      : `Epochal is at ${url} with the runs of ${location} (Ctrl-C ends it)\n`,
  );
  if (pages !== undefined && !json) print(pageWords({ url: outside ?? url, ...pages }));
  if (!isLocal && !outside?.startsWith("https:")) printAside(withoutTls(host));
  goOnWithoutTerminal();
  if (wantsBrowser) await openBrowser(url);
}

/** What is said where tokens and runs go over the network as they are. */
const withoutTls = (host: string) =>
  `Whoever is on the network of ${host} can read what goes by, tokens too. Put TLS before it, such as Caddy or nginx, and say --public-url https://NAME.\n`;

/** `epochal serve`, and `epochal` alone. */
export function serveCommand(): Command {
  return storeCommand("serve", "serve --port 4400")
    .option("--port <n>", "port, or the next free one; 0 for any", wholeNumber(0, 65_535), 4300)
    .option(
      "--host <address>",
      "address to listen on; any but this machine's own needs a token",
      LOCAL,
    )
    .option("--public-url <url>", "its address for others, where something before it speaks TLS")
    .option(
      "--allow-origin <origins...>",
      "pages that may send runs here with a token, such as http://localhost:5173",
    )
    .option(
      "--project <names...>",
      "with --allow-origin: the projects that pages may send (default: the name in package.json, or of the folder)",
    )
    .option("--open", "open a browser")
    .option("--json", "print the address as JSON when it serves")
    .allowExcessArguments() // `epochal lsx` comes here too
    .action(serve);
}
