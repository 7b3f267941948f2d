import { statusParts, type ToldRun } from "@epochal/conclusions";

/** Says how a run stands, how far it came if it broke off, why, and where its numbers broke for good. */
export function statusText(run: ToldRun): string {
  const { state, where, reason, diverged } = statusParts(run);
  const brokeOff = ["killed", "interrupted", "closed", "lost"].includes(run.status.state);
  const text = brokeOff && where !== undefined ? `${state} ${where}` : state;
  const told = reason === undefined ? text : `${text}: ${reason}`;
  return diverged === undefined ? told : `${told}, diverged: ${diverged}`;
}
