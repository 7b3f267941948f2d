import { readlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { isMainThread } from "node:worker_threads";
import type { JournalWriter } from "@epochal/record";
import { readBootId } from "./read-boot-id.ts";
import { readProcessStart } from "./read-process-start.ts";

/** A writer that is a process, and can be asked on its own machine. */
export type ProcessWriter = JournalWriter &
  Required<Pick<JournalWriter, "host" | "bootId" | "pid">>;

let known: ProcessWriter | undefined;

/** The process and the thread that this code runs in, as the journal names them. */
export function thisProcess(): ProcessWriter {
  if (known?.pid !== process.pid) {
    const start = readProcessStart(process.pid);
    const pidSpace = readPidSpace();
    const thread = readThread();
    known = {
      host: os.hostname(),
      bootId: readBootId(),
      pid: process.pid,
      ...(start !== undefined && { pidStarted: start.started }),
      ...(pidSpace !== undefined && { pidSpace }),
      ...(thread !== undefined && { thread }),
    };
  }
  return known;
}

/** Where the ids of this process's siblings are counted, or undefined where the system has only one such place. */
function readPidSpace(): string | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return undefined;
  }
}

/** The thread that this code runs in: its number, and when it started. Undefined for the first one of a process. */
function readThread(): string | undefined {
  if (isMainThread || process.platform !== "linux") return undefined;
  try {
    const number = path.basename(readlinkSync("/proc/thread-self"));
    const start = readProcessStart(process.pid, number);
    return start === undefined ? undefined : `${number}@${start.started}`;
  } catch {
    return undefined;
  }
}
