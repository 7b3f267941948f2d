import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { fields, integer, text } from "../kinds.ts";
import { limits } from "../limits.ts";

const unknown = "its writer is unknown";
const name = v.exactOptional(text(limits.name, unknown));

export const journalWriter = fields(
  {
    /** What it is where it is no process: `page`. What else there may be one day is read like a page. */
    kind: name,
    /** The name of its machine. */
    host: name,
    /** Changes whenever the machine starts anew, so that a recycled process id is not mistaken for the old one. */
    bootId: name,
    pid: v.exactOptional(integer(unknown)),
    /** When that process started, in the operating system's own units; absent where it cannot be had. */
    pidStarted: name,
    /** Where process ids are counted: containers of one machine may each count their own. Absent where it cannot be had. */
    pidSpace: name,
    /** The thread in that process, and when it started. Absent for the first thread, and where it cannot be had. */
    thread: name,
    /** The journal that its records go through: a process may have several, and a page has nothing else to be told by. */
    journal: name,
  },
  unknown,
);

/**
 * Who keeps a run alive. A process says enough to tell later whether it still exists: `host`, `bootId` and `pid`. A page knows
 * none of them and is `{ kind: "page", journal }`: whether it lives is known only by what is heard of it.
 */
export type JournalWriter = Frozen<v.InferOutput<typeof journalWriter>>;
