import type { JournalWriter } from "@epochal/record";
import { probeWriter } from "./probe-writer.ts";

/** Whether a writer's process is found on this machine, so that its silence is not its end. */
export function isWriterHere(writer: JournalWriter): boolean {
  return ["alive", "suspended"].includes(probeWriter(writer));
}
