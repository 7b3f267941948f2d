import type { JournalWriter } from "@epochal/record";
import { readProcessStart } from "./read-process-start.ts";
import { type ProcessWriter, thisProcess } from "./this-process.ts";

/**
 * How a writer's process stands. `suspended`: it lives, but is stopped. `thread_gone`: it lives, but the thread that wrote does
 * not. `elsewhere`: it cannot be asked. `restarted`: it cannot be asked either, and its machine has the name of this one: it is
 * this machine before its last start, or another container or machine of that name.
 */
export type WriterState =
  | "alive"
  | "suspended"
  | "gone"
  | "thread_gone"
  | "restarted"
  | "elsewhere";

/** Finds out whether the process of a writer still exists. */
export function probeWriter(writer: JournalWriter): WriterState {
  const here = thisProcess();
  if (!isProcess(writer)) return isMissing(writer, here) ? "gone" : "elsewhere";
  if (!isSameBoot(writer.bootId, here.bootId)) {
    return writer.host === here.host ? "restarted" : "elsewhere";
  }
  // Two machines may have been started in the same minute.
  if (writer.host !== here.host && writer.bootId.startsWith("boot:")) return "elsewhere";
  // Another container: the same id is another process here.
  if (writer.pidSpace !== undefined && writer.pidSpace !== here.pidSpace) return "elsewhere";
  const state = probeProcess(writer);
  // This machine has been given another name since, or another machine was copied from it while it ran.
  return state === "gone" && writer.host !== here.host ? "elsewhere" : state;
}

/** A page does not know its process. */
function isProcess(writer: JournalWriter): writer is ProcessWriter {
  const { host, bootId, pid } = writer;
  return host !== undefined && bootId !== undefined && pid !== undefined;
}

/** A program of `connect()` knows its machine and its number, and nothing that tells it from a later process of that number. */
function isMissing({ host, pid }: JournalWriter, here: ProcessWriter): boolean {
  return host === here.host && pid !== undefined && !exists(pid);
}

function probeProcess({ pid, pidStarted, thread }: ProcessWriter): WriterState {
  if (!exists(pid)) return "gone";
  const start = readProcessStart(pid);
  if (start === undefined) return "alive";
  const recycled = pidStarted !== undefined && pidStarted !== start.started;
  if (start.ended || recycled) return "gone";
  if (thread !== undefined && !hasThread(pid, thread)) return "thread_gone";
  return start.suspended ? "suspended" : "alive";
}

function hasThread(pid: number, thread: string): boolean {
  const [, number, started] = /^(\d+)@(\d+)$/.exec(thread) ?? [];
  return started !== undefined && readProcessStart(pid, number)?.started === started;
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

const derived = /^boot:(\d+)$/;

/** Whether two boot ids are of one start of a machine. Derived ones differ where the clock was set in between. */
export function isSameBoot(a: string, b: string): boolean {
  if (a === b) return true;
  const [, first] = derived.exec(a) ?? [];
  const [, second] = derived.exec(b) ?? [];
  if (first === undefined || second === undefined) return false;
  return Math.abs(Number(first) - Number(second)) <= 120;
}
