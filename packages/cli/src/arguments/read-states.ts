import type { RunState } from "@epochal/store";
import { CommandError } from "./command-error.ts";

const STATES = {
  running: true,
  finished: true,
  stopped_early: true,
  failed: true,
  interrupted: true,
  killed: true,
  stalled: true,
  closed: true,
  lost: true,
} as const satisfies Record<RunState, true>;

/**
 * Reads `--states`: names separated by commas.
 *
 * @throws CommandError where one is no state of a run
 */
export function readStates(list: string): readonly RunState[] {
  return list.split(",").map((text) => {
    const name = text.trim().replaceAll("-", "_");
    if (Object.hasOwn(STATES, name)) return name as RunState;
    throw new CommandError(
      `--states ${list}: ${JSON.stringify(text.trim())} is none of ${Object.keys(STATES).join(", ")}.`,
      2,
    );
  });
}
