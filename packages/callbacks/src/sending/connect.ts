import { askIngest, type IngestTarget } from "@epochal/record";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { describeReceived } from "../text/describe-received.ts";
import { Connection } from "./connection.ts";
import { openOutbox } from "./open-outbox.ts";
import { whyNotHeard } from "./why-not-heard.ts";

export interface ConnectArgs {
  /**
   * The address of the dashboard.
   *
   * @default in Node the environment's `EPOCHAL_URL`, else `http://127.0.0.1:4300`, where `npx epochal` is by itself
   */
  readonly url?: string;
  /**
   * A token that may write: `npx epochal --allow-origin <origin>` prints one for a page, `npx epochal token create` makes others.
   *
   * @default in Node the environment's `EPOCHAL_TOKEN`
   */
  readonly token?: string;
  /**
   * Whether to ask the dashboard first, and to throw where it does not take the token. With `false` a program goes on without it: what
   * is logged is kept, and sent when the dashboard answers.
   *
   * @default true
   */
  readonly check?: boolean;
}

const usualUrl = "http://127.0.0.1:4300";

const rules = { url: optionRules.text, token: optionRules.text, check: optionRules.flag };

interface Host {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  readonly URL: new (text: string) => { readonly protocol: string; readonly origin: string };
}

/**
 * Connects a page, a worker or a Node program with a dashboard: runs that it starts are recorded there. `npx epochal --allow-origin
 * http://localhost:5173` prints the two lines to paste into a page that is served from there.
 *
 * What is logged is kept here first, in IndexedDB or in Node in `.epochal/outbox`, and sent from there: training goes on without network
 * and without dashboard, and nothing is lost or recorded twice by a reload, a closed tab, or a dashboard that is started anew. What
 * earlier pages of the same origin have left is sent, too.
 *
 * @throws TypeError where an option is unknown or of the wrong kind, or there is no token
 * @throws Error where nobody listens there, pages of this origin are not let in, or the token is not taken
 * @example
 * ```ts
 * // Nobody listens there: what is logged is kept until somebody does.
 * const store = await connect({ url: "http://127.0.0.1:9", token: "secret", check: false });
 * const run = await store.startRun({ project: "birds", config: { units: 32 } });
 * run.log({ loss: 0.5 }, { epoch: 0 });
 * run.logged.epochs; // 1
 * // It waits for the dashboard, at most 30 seconds.
 * void run.finish();
 * ```
 */
export async function connect(args: ConnectArgs = {}): Promise<Connection> {
  const { url, token, check = true } = takeOptions("connect", args, rules);
  const { process } = globalThis as object as Host;
  const { EPOCHAL_URL, EPOCHAL_TOKEN } = process?.env ?? {};
  const target = {
    url: readUrl(url ?? (EPOCHAL_URL || usualUrl)),
    token: readToken(token ?? (EPOCHAL_TOKEN || undefined)),
  };
  const projects = check ? await askFirst(target) : undefined;
  const outbox = await openOutbox(target.url);
  return new Connection({ target, outbox, ...(projects !== undefined && { projects }) });
}

async function askFirst(target: IngestTarget): Promise<readonly string[] | undefined> {
  const access = await askIngest(target);
  if (access.kind === "granted") return access.projects;
  throw new Error(`connect: ${await whyNotHeard(target, access)}`);
}

/** Where a dashboard is, whatever of its pages the address is of. */
function readUrl(given: string): string {
  try {
    const { URL } = globalThis as object as Host;
    const { protocol, origin } = new URL(given);
    if (/^https?:$/.test(protocol)) return origin;
  } catch {
    // It is none.
  }
  throw new TypeError(
    `connect: url must be the address of a dashboard, such as ${usualUrl}. Received: ${describeReceived(given)}`,
  );
}

/** A header has no blanks and nothing but ASCII. */
function readToken(token: string | undefined): string {
  const hint = "`npx epochal --allow-origin <origin of the page>` prints one";
  if (token === undefined) throw new TypeError(`connect: token must be given: ${hint}`);
  const trimmed = token.trim();
  if (/^[!-~]+$/.test(trimmed)) return trimmed;
  throw new TypeError(
    `connect: token must be the text that begins with epochal_: ${hint}. Received: ${describeReceived(token).slice(0, 12)}…`,
  );
}
