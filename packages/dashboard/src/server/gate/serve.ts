import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { openAccess } from "@epochal/store/server";
import { answerIngest } from "../ingest/answer-ingest.ts";
import { Ingest } from "../ingest/ingest.ts";
import { Door } from "../login/door.ts";
import { FailedTries } from "../login/failed-tries.ts";
import { logChanges } from "../login/log-changes.ts";
import { Sessions } from "../login/sessions.ts";
import { createGateServer, type Handler } from "./gate-server.ts";
import { isLoopback } from "./own-names.ts";
import { patternOf, policy } from "./policy.ts";
import { readServeArgs, type ServeArgs } from "./read-serve-args.ts";
import { routesOf } from "./routes-of.ts";

/** Where the build is: the parent of this file's folder. */
const dist = path.join(import.meta.dirname, "..");
/** Open responses get a moment to end; a live page would never end its stream. */
const FAREWELL_MS = 300;

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken by another program. Choose another port, or 0 for any that is free.",
  EACCES: "may not be opened by this user. Choose a port above 1023, or 0 for any that is free.",
};

/** Listens, then starts Next behind the gate. Requests that come meanwhile wait. */
export async function serve(args: ServeArgs) {
  const { store, port, hostname, publicUrl, allowOrigins } = readServeArgs(args);
  let start: (handler: Handler) => void = () => {};
  const started = new Promise<Handler>((resolve) => {
    start = resolve;
  });
  const { it: access } = openAccess(store);
  const failures = new FailedTries();
  const taken = () => (server.address() as AddressInfo).port;
  const url = () => publicUrl ?? `http://${shown(hostname)}:${taken()}`;
  const ingest = { access, ingest: new Ingest(store), origins: new Set(allowOrigins) };
  const isOpen = !isLoopback(hostname) || publicUrl !== undefined;
  const secureHost = publicUrl?.startsWith("https:") ? new URL(publicUrl).host : undefined;
  const door = new Door({
    ...{ access, failures, sessions: new Sessions() },
    cookie: () => `epochal-session-${taken()}`,
    // What is before this server tells it its public name, or sends pages of it.
    isSecure: ({ headers }) =>
      secureHost !== undefined &&
      (headers.host === secureHost || headers.origin === `https://${secureHost}`),
  });
  const server = createGateServer({
    handle: async (request, response) => (await started)(request, response),
    ingest: (request, response) => answerIngest(request, response, { ...ingest, failures, url }),
    ...(isOpen && { door }),
    names: { hostname, publicUrl },
    denied: routesOf(dist)
      .filter((route) => !Object.hasOwn(policy, route))
      .map(patternOf),
    onChange: logChanges(access),
  });
  await listen(server, port, hostname);
  endOnSignals(server);
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    EPOCHAL_STORE: store,
    PORT: String(taken()),
    EPOCHAL_HOST: hostname,
    ...(publicUrl !== undefined && { EPOCHAL_PUBLIC_URL: publicUrl }),
    EPOCHAL_LOGIN: isOpen ? "1" : "",
  });
  start(await quietly(() => nextHandler(hostname, taken())));
  return { url: url() };
}

/** An address as it stands in a URL. Who listens everywhere is at this machine, too. */
function shown(hostname: string): string {
  if (hostname === "0.0.0.0" || hostname === "::") return "127.0.0.1";
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

async function listen(server: Server, port: number, hostname: string): Promise<void> {
  server.listen(port, hostname);
  try {
    await once(server, "listening");
  } catch (error) {
    const { code = "", syscall } = error as NodeJS.ErrnoException;
    const said = REASONS[code] ?? `cannot be opened (${code}). Choose another port.`;
    throw Object.assign(new Error(`Port ${port} of ${hostname} ${said}`), { code, syscall });
  }
}

function endOnSignals(server: Server): void {
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => {
      server.close(() => process.exit(0));
      setTimeout(() => process.exit(0), FAREWELL_MS);
    });
}

/** What Next's own standalone server does, without its HTTP server. */
async function nextHandler(hostname: string, port: number): Promise<Handler> {
  const files = path.join(dist, ".next/required-server-files.json");
  const { config } = JSON.parse(readFileSync(files, "utf8")) as { config: object };
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
  const load = createRequire(path.join(dist, "next.js"));
  const { getRequestHandlers } = load("next/dist/server/lib/start-server") as {
    getRequestHandlers(options: object): Promise<{ requestHandler: Handler }>;
  };
  const { requestHandler } = await getRequestHandlers({ dir: dist, port, hostname, isDev: false });
  return requestHandler;
}

/** The caller says in one line what Next says in five. */
async function quietly<Result>(start: () => Promise<Result>): Promise<Result> {
  const { log, info } = console;
  console.log = console.info = () => {};
  try {
    return await start();
  } finally {
    Object.assign(console, { log, info });
  }
}
