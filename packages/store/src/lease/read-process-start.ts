import { readFileSync, readlinkSync } from "node:fs";

export interface ProcessStart {
  /** When it started, in the operating system's own units: two processes with one id differ in it. */
  readonly started: string;
  /** It has ended, and only waits for its parent to notice. */
  readonly ended: boolean;
  /** A signal or a debugger has stopped it. */
  readonly suspended: boolean;
}

/** What the system knows of a process, or of one of its threads; undefined where it knows nothing. */
export function readProcessStart(pid: number, thread?: string): ProcessStart | undefined {
  if (!hasOwnProc()) return undefined;
  try {
    const folder = thread === undefined ? `/proc/${pid}` : `/proc/${pid}/task/${thread}`;
    const stat = readFileSync(`${folder}/stat`, "utf8");
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

let ownProc: boolean | undefined;

/** Whether /proc counts processes as this one does. A container may see the files of the machine around it. */
function hasOwnProc(): boolean {
  if (process.platform !== "linux") return false;
  try {
    ownProc ??= readlinkSync("/proc/self") === String(process.pid);
  } catch {
    ownProc = false;
  }
  return ownProc;
}
