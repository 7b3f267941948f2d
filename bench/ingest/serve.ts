import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openStore } from "@epochal/store";

export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

const command = fileURLToPath(new URL("../../packages/cli/bin/epochal.js", import.meta.url));

/** Starts `epochal` on a store, to be killed. */
export function serve(store: string, port = "0"): Promise<Server> {
  const args = [command, "--store", store, "--port", port];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
      if (url) resolve({ url, process: child });
    });
    child.on("exit", (code) => reject(new Error(`epochal ended with code ${code}`)));
  });
}

export async function kill({ process: child }: Server): Promise<void> {
  const gone = new Promise((resolve) => child.removeAllListeners("exit").once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

export async function tokenOf(location: string): Promise<string> {
  const store = await openStore(location);
  const { secret } = await store.access.createToken({ name: "bench", role: "write" });
  await store.close();
  return secret;
}
