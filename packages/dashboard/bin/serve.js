import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nodeFault } from "./node-fault.js";

const built = new URL("../dist/gate/serve.js", import.meta.url);

/** Serves the dashboard from this process, and resolves when it answers. The process then ends at SIGINT or SIGTERM. */
export async function serve(args) {
  const fault = nodeFault();
  if (fault) throw new Error(fault);
  if (!existsSync(built)) {
    throw new Error(`The dashboard has not been built: ${fileURLToPath(built)} is missing.`);
  }
  const dashboard = await import(built.href);
  return dashboard.serve(args);
}
