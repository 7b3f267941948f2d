import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { openAccess } from "@epochal/store/server";
import { answerIngest } from "../ingest/answer-ingest.ts";
import { FailedTries } from "../ingest/failed-tries.ts";
import { Ingest } from "../ingest/ingest.ts";
import { createGateServer, type Handler } from "./gate-server.ts";
import { readServeArgs, type ServeArgs } from "./read-serve-args.ts";

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
  const { store, port, hostname, allowOrigins } = readServeArgs(args);
  let start: (handler: Handler) => void = () => {};
  const started = new Promise<Handler>((resolve) => {
    start = resolve;
  });
  const { it: access } = openAccess(store);
  const ingest = {
    access,
    ingest: new Ingest(store),
    origins: new Set(allowOrigins),
    failures: new FailedTries(),
    url: () => `http://${hostname}:${(server.address() as AddressInfo).port}`,
  };
  const server = createGateServer({
    handle: async (request, response) => (await started)(request, response),
    ingest: (request, response) => answerIngest(request, response, ingest),
  });
  await listen(server, port, hostname);
  endOnSignals(server);
  const taken = (server.address() as AddressInfo).port;
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    EPOCHAL_STORE: store,
    PORT: String(taken),
  });
  start(await quietly(() => nextHandler(hostname, taken)));
  return { url: `http://${hostname}:${taken}` };
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
