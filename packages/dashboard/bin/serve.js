import { existsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const local = ["127.0.0.1", "localhost", "::1"];
const server = fileURLToPath(new URL("../dist/server.js", import.meta.url));

/** The port itself, or a free one for 0. Fails where somebody listens already: Next would end the whole process. */
function freePort(port, hostname) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`serve: port ${port} is taken. Choose another one.`, { cause: error })
          : error,
      ),
    );
    probe.listen(port, hostname, () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
}

async function answers(url) {
  for (;;) {
    try {
      await fetch(url, { method: "HEAD" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

export async function serve({ store, port, hostname = "127.0.0.1" }) {
  if (typeof store !== "string" || store === "") {
    throw new TypeError(`serve: store must be the path of a database. Received: ${store}`);
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`serve: port must be a whole number from 0 to 65535. Received: ${port}`);
  }
  if (!local.includes(hostname)) {
    throw new RangeError(
      `serve: hostname must be this machine: ${local.join(", ")}. Received: ${hostname}`,
    );
  }
  if (!existsSync(server)) {
    throw new Error("serve: the dashboard is not built yet. Run its build first.");
  }
  const free = await freePort(port, hostname);

  // A live page never ends its stream, and Next waits for open responses: it is given half a second.
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => setTimeout(() => process.exit(0), 400).unref());
  }
  Object.assign(process.env, {
    EPOCHAL_STORE: /^[a-z]+:\/\//.test(store) ? store : path.resolve(store),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(free),
    HOSTNAME: hostname,
  });
  await import(pathToFileURL(server).href);
  const url = `http://${hostname === "::1" ? "[::1]" : hostname}:${free}`;
  await answers(url);
  return { url };
}
