import os from "node:os";
import { limits } from "@epochal/record";

/** Reads the name of who changes a run. @throws TypeError where it is none */
export function readBy(method: string, by: unknown): string {
  if (by === undefined) return `${userName()}@${os.hostname()}`;
  if (typeof by !== "string" || by === "" || by.length > limits.name) {
    throw new TypeError(`${method}: by must be a name of at most ${limits.name} characters.`);
  }
  return by;
}

/** A container's user may have no name. */
function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return "somebody";
  }
}
