import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Started {
  readonly url: string;
  /** The process that serves. */
  readonly pid: number;
  stop(): Promise<void>;
}

const command = fileURLToPath(new URL("../../packages/cli/bin/epochal.js", import.meta.url));

/** Starts `epochal` on a store, and waits for the line that names its address. The dashboard must have been built. */
export function startDashboard(store: string): Promise<Started> {
  const child = spawn(process.execPath, [command, "--store", store, "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const stop = () => {
    child.kill();
    return ended;
  };
  let said = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said += chunk;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (url && child.pid !== undefined) resolve({ url, pid: child.pid, stop });
      });
    }
    child.on("exit", (code) => reject(new Error(`epochal ended with code ${code}:\n${said}`)));
  });
}

/** How much of the memory is that process', in megabytes. Linux only. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

/** The processor's time that a process has taken so far. Linux only. */
export function processMs(pid: number): number {
  const times = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(times[11]) + Number(times[12])) * 10;
}
