// Next as the dashboard ships it, without the gate before it: node ungated.ts STORE prints the port.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";

const dir = path.join(import.meta.dirname, "../packages/dashboard/dist");
const files = path.join(dir, ".next/required-server-files.json");
// Whoever asked is gone.
for (const output of [process.stdout, process.stderr]) output.on("error", () => process.exit());
const server = createServer();
server.listen(0, "127.0.0.1", async () => {
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    NODE_ENV: "production",
    EPOCHAL_STORE: process.argv[2],
    PORT: String(port),
    __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(
      JSON.parse(readFileSync(files, "utf8")).config,
    ),
  });
  const { getRequestHandlers } = createRequire(files)("next/dist/server/lib/start-server");
  const { requestHandler } = await getRequestHandlers({ dir, port, hostname: "127.0.0.1" });
  server.on("request", requestHandler);
  process.stdout.write(`port ${port}\n`);
});
