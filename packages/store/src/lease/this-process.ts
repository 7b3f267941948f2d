import os from "node:os";
import type { JournalWriter } from "@epochal/record";
import { readBootId } from "./read-boot-id.ts";
import { readPidSpace } from "./read-pid-space.ts";
import { readProcessStart } from "./read-process-start.ts";
import { readThread } from "./read-thread.ts";

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
