import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const command = path.join(import.meta.dirname, "../packages/cli/bin/epochal.js");

/** A dashboard that pages may send to. */
export interface PageDashboard {
  readonly url: string;
  readonly token: string;
  readonly process: ChildProcess;
}

export interface PageDashboardArgs {
  /** Where its store is: `runs.db` in it. */
  readonly folder: string;
  readonly origins: readonly string[];
  /** @default any */
  readonly port?: string;
}

/** Starts the dashboard as a user would whose page trains, and reads what it prints. */
export function startPageDashboard({
  folder,
  origins,
  port = "0",
}: PageDashboardArgs): Promise<PageDashboard> {
  const args = ["--store", path.join(folder, "runs.db"), "--port", port, "--json"];
  const pages = ["--allow-origin", ...origins, "--project", "moons"];
  const child = spawn(process.execPath, [command, ...args, ...pages], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      try {
        const { url, pages: printed } = JSON.parse(said);
        resolve({ url, token: printed.secret, process: child });
      } catch {
        // There is more to come.
      }
    });
    child.on("exit", () => reject(new Error(`the dashboard has ended: ${said}`)));
  });
}
