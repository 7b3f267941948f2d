import os from "node:os";
import type { JournalWriter } from "@epochal/callbacks";
import { readBootId } from "./read-boot-id.ts";
import { readPidSpace } from "./read-pid-space.ts";
import { readProcessStart } from "./read-process-start.ts";

let known: JournalWriter | undefined;

/** The process that this code runs in, as the journal names it. */
export function thisProcess(): JournalWriter {
  if (known?.pid !== process.pid) {
    const start = readProcessStart(process.pid);
    const pidSpace = readPidSpace();
    known = {
      host: os.hostname(),
      bootId: readBootId(),
      pid: process.pid,
      ...(start !== undefined && { pidStarted: start.started }),
      ...(pidSpace !== undefined && { pidSpace }),
    };
  }
  return known;
}
