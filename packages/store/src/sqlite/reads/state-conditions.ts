import type { RunState, RunStatus } from "@epochal/conclusions";
import type { Bound } from "./bound.ts";

/** How runs stand, in SQL. */
export interface StateConditions {
  /** A condition that holds for runs in one of these states. Never NULL. */
  isInState(states: readonly RunState[]): string;
  /** The state of a run. */
  state(): string;
  /** How long a run took, in milliseconds. */
  duration(): string;
}

/** @param open how those stand that have not said how they ended @param now epoch milliseconds */
export function stateConditions(
  open: ReadonlyMap<string, RunStatus>,
  now: number,
  bound: Bound,
): StateConditions {
  const among = (states: readonly RunState[]): string | undefined => {
    const ids = [...open].filter(([, { state }]) => states.includes(state)).map(([id]) => id);
    return ids.length === 0 ? undefined : `runs.id IN ${bound.list(ids)}`;
  };
  return {
    isInState: (states) => {
      const told = states.map((state) => bound.add(state)).join(", ");
      const isTold = `(runs.settled IN (${told})) IS TRUE`;
      const found = among(states);
      return found === undefined ? `(${isTold})` : `(${isTold} OR ${found})`;
    },
    state: () => {
      const all = [...new Set([...open.values()].map(({ state }) => state))];
      const cases = all.map((state) => `WHEN ${among([state])} THEN '${state}'`);
      return `CASE WHEN runs.settled IS NOT NULL THEN runs.settled ${cases.join(" ")} END`;
    },
    duration: () => {
      const running = among(["running"]);
      const seen =
        running === undefined
          ? "runs.seen_ms"
          : `CASE WHEN ${running} AND runs.dated = 0 THEN ${bound.add(now)} ELSE runs.seen_ms END`;
      return `(runs.earlier_ms + max(0, coalesce(runs.ended_ms, ${seen}) - coalesce(runs.segment_ms, runs.started_ms)))`;
    },
  };
}
