import type { RunState } from "@epochal/conclusions";
import type { Bound } from "./bound.ts";
import { liveState, stateOfRun } from "./run-states.ts";

/** How runs stand, in SQL. */
export interface StateConditions {
  /** A condition that holds for runs in one of these states. Never NULL. */
  isInState(states: readonly RunState[]): string;
  /** The state of a run. */
  state(): string;
  /** How long a run took, in milliseconds. */
  duration(): string;
}

/** @param now epoch milliseconds */
export function stateConditions(now: number, bound: Bound): StateConditions {
  return {
    isInState: (states) => {
      // Apart, so that whoever counts those that have settled reads no more than an index.
      const told = `coalesce(runs.settled IN (${states.map((state) => bound.add(state)).join(", ")}), FALSE)`;
      const live = `SELECT rowid FROM runs AS one WHERE one.settled IS NULL AND ${liveState("one")} IN ${bound.list(states)}`;
      return `(${told} OR runs.rowid IN (${live}))`;
    },
    // Apart here, too.
    state: () =>
      `coalesce(runs.settled, (SELECT ${liveState("one")} FROM runs AS one WHERE one.rowid = runs.rowid))`,
    duration: () => {
      const isRunning = `runs.settled IS NULL AND ${stateOfRun} = 'running' AND runs.dated = 0`;
      const seen = `CASE WHEN ${isRunning} THEN ${bound.add(now)} ELSE runs.seen_ms END`;
      return `(runs.earlier_ms + max(0, coalesce(runs.ended_ms, ${seen}) - coalesce(runs.segment_ms, runs.started_ms)))`;
    },
  };
}
