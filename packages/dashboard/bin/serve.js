import { existsSync } from "node:fs";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { nodeFault } from "./node-fault.js";

const server = new URL("../dist/server.js", import.meta.url);
const patienceMs = 30_000;

/** Serves the dashboard from this process, and resolves when it answers. The process then ends at SIGINT or SIGTERM. */
export async function serve({ store, port, hostname = "127.0.0.1" }) {
  const fault = nodeFault();
  if (fault) throw new Error(fault);
  if (!existsSync(server)) {
    throw new Error(`The dashboard has not been built: ${fileURLToPath(server)} is missing.`);
  }
  // Next waits for open responses, and a live page never ends its stream: it gets a moment, not for ever.
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => setTimeout(() => process.exit(0), 300).unref());
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    EPOCHAL_STORE: store,
    HOSTNAME: hostname,
    PORT: String(port),
  });
  const url = `http://${hostname}:${port}`;
  await quietly(async () => {
    await import(server.href);
    await untilItAnswers(url);
  });
  return { url };
}

/** Next says in five lines what the caller says in one. */
async function quietly(start) {
  const { log, info } = console;
  console.log = console.info = () => {};
  try {
    await start();
  } finally {
    Object.assign(console, { log, info });
  }
}

async function untilItAnswers(url) {
  const deadline = Date.now() + patienceMs;
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error(`The dashboard did not answer at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function answers(url) {
  return new Promise((resolve) => {
    const asked = request(`${url}/icon.svg`, { method: "HEAD" }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on("error", () => resolve(false));
    asked.end();
  });
}
