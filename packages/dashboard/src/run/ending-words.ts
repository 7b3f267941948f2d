import type { RunView } from "../wire/run-json.ts";

const BEGINNINGS: Partial<Record<RunView["status"]["state"], string>> = {
  stopped_early: "Stopped early",
  failed: "Failed",
  interrupted: "Interrupted",
  killed: "Killed",
  stalled: "Silent",
  closed: "Broke off",
  lost: "Lost",
};

/** Why a run stands as it does, as a sentence; empty where there is no reason to give. */
export function endingWords({
  state,
  reason,
}: Pick<RunView["status"], "state" | "reason">): string {
  if (reason === undefined || reason === "") return "";
  const beginning = BEGINNINGS[state];
  const text = beginning === undefined ? reason : `${beginning}: ${reason}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
