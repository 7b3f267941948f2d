import { readFileSync } from "node:fs";

export interface ProcessStart {
  /** In the operating system's own units: tells a recycled process id from the old one. */
  readonly started: string;
  /** It has ended, and only waits for its parent to notice. */
  readonly ended: boolean;
  /** It stands still until somebody lets it go on: a signal or a debugger has stopped it. */
  readonly suspended: boolean;
}

/** What the system says of a process, or undefined where it does not say anything. */
export function readProcessStart(pid: number): ProcessStart | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in the second field may hold spaces and parentheses.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const started = fields[18];
    if (started === undefined) return undefined;
    const ended = state === "Z" || state === "X";
    return { started, ended, suspended: state === "T" || state === "t" };
  } catch {
    return undefined;
  }
}
