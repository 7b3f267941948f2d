import type { JournalWriter } from "@epochal/callbacks";
import { isSameBoot } from "./is-same-boot.ts";
import { readProcessStart } from "./read-process-start.ts";
import { thisProcess } from "./this-process.ts";

/**
 * What is known of a writer's process: `suspended` lives, but stands still; `restarted` is gone with its machine's last start;
 * `elsewhere` cannot be asked.
 */
export type WriterState = "alive" | "suspended" | "gone" | "restarted" | "elsewhere";

/** Looks whether the process of a writer still exists. */
export function probeWriter(writer: JournalWriter): WriterState {
  const here = thisProcess();
  if (writer.host !== here.host) return "elsewhere";
  if (!isSameBoot(writer.bootId, here.bootId)) return "restarted";
  // Another container: the same id is another process here.
  if (writer.pidSpace !== undefined && writer.pidSpace !== here.pidSpace) return "elsewhere";
  if (!exists(writer.pid)) return "gone";
  const start = readProcessStart(writer.pid);
  if (start === undefined) return "alive";
  const recycled = writer.pidStarted !== undefined && writer.pidStarted !== start.started;
  if (start.ended || recycled) return "gone";
  return start.suspended ? "suspended" : "alive";
}

function exists(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: another user's process, but a process.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
