import { readlinkSync } from "node:fs";
import path from "node:path";
import { isMainThread } from "node:worker_threads";
import { readProcessStart } from "./read-process-start.ts";

/** The thread that this code runs in: its number, and when it started. Undefined for the first one of a process. */
export function readThread(): string | undefined {
  if (isMainThread || process.platform !== "linux") return undefined;
  try {
    const number = path.basename(readlinkSync("/proc/thread-self"));
    const start = readProcessStart(process.pid, number);
    return start === undefined ? undefined : `${number}@${start.started}`;
  } catch {
    return undefined;
  }
}
