import { soundEvent } from "@epochal/conclusions";
import type { RunEvent } from "@epochal/record";

/** An event as it is stored. One that cannot be read, of another version or of a disk that failed, is told as a warning. */
export function readEvent(json: string): RunEvent {
  try {
    return soundEvent(JSON.parse(json));
  } catch {
    return { type: "warning", message: `An event that is no JSON: ${json.slice(0, 200)}` };
  }
}
