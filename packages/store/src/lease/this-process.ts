import os from "node:os";
import type { JournalWriter } from "@epochal/callbacks";
import { readBootId } from "./read-boot-id.ts";
import { readProcessStart } from "./read-process-start.ts";

let known: JournalWriter | undefined;

/** The process that this code runs in, as the journal names it. */
export function thisProcess(): JournalWriter {
  if (known?.pid !== process.pid) {
    const start = readProcessStart(process.pid);
    known = {
      host: os.hostname(),
      bootId: readBootId(),
      pid: process.pid,
      ...(start !== undefined && { pidStarted: start.started }),
    };
  }
  return known;
}
