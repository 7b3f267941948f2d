import { readlinkSync } from "node:fs";

/** Where the ids of this process's siblings are counted, or undefined where the system has only one such place. */
export function readPidSpace(): string | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return undefined;
  }
}
