import { soundEvent } from "@epochal/conclusions";
import type { RunEvent } from "@epochal/record";

/** Reads a stored event. One that cannot be read, of another version or after a disk failure, becomes a warning. */
export function readEvent(json: string): RunEvent {
  try {
    return soundEvent(JSON.parse(json));
  } catch {
    return { type: "warning", message: `An event that is not JSON: ${json.slice(0, 200)}` };
  }
}
