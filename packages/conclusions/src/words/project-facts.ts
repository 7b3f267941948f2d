import { counted } from "../format/counted.ts";
import type { RunState } from "../run-summary.ts";
import { divergenceWords } from "./divergence-words.ts";
import { statusParts, type ToldRun } from "./status-parts.ts";

/** How many runs of a project stand or ended how. */
export interface RunCounts {
  readonly states: readonly { readonly state: RunState; readonly runs: number }[];
  readonly diverged: number;
  readonly overfitting: number;
  /** The only run that diverged, and the only one that was killed; absent where there are none or several. */
  readonly onlyDiverged?: ToldRun;
  readonly onlyKilled?: ToldRun;
}

/** A fact about the runs of a project: "**diverged** 1 run, NaN from epoch 9". */
export interface ProjectFact {
  readonly word: string;
  readonly text: string;
  readonly tone: "accent" | "muted" | "warn" | "bad";
  /** The query that finds these runs. */
  readonly where: string;
}

/** How the runs of a project stand or ended, where that is worth a word; what is alive first, then what went wrong. */
export function projectFacts(counts: RunCounts): readonly ProjectFact[] {
  const { states, diverged, overfitting, onlyDiverged, onlyKilled } = counts;
  const fact = (
    word: string,
    tone: ProjectFact["tone"],
    where: string,
    runs: number,
    more = "",
  ): ProjectFact[] =>
    runs === 0 ? [] : [{ word, text: `${counted(runs, "run")}${more}`, tone, where }];
  const inState = (state: RunState, tone: ProjectFact["tone"], more = "") => {
    const runs = states.find((one) => one.state === state)?.runs ?? 0;
    return fact(state.replaceAll("_", " "), tone, `status:${state}`, runs, more);
  };
  return [
    ...inState("running", "accent"),
    ...inState("stalled", "warn"),
    ...fact(
      "diverged",
      "bad",
      "verdict:diverged",
      diverged,
      onlyDiverged && divergedFrom(onlyDiverged),
    ),
    ...inState("killed", "bad", onlyKilled && killedWhere(onlyKilled)),
    ...inState("failed", "bad"),
    ...inState("lost", "warn"),
    ...inState("closed", "muted"),
    ...inState("interrupted", "warn"),
    ...fact("overfitting", "warn", "verdict:overfitting", overfitting),
    ...inState("stopped_early", "muted"),
  ];
}

function divergedFrom({ conclusions: { divergence } }: ToldRun): string {
  return divergence === undefined ? "" : `, ${divergenceWords(divergence)}`;
}

function killedWhere(run: ToldRun): string {
  const { where } = statusParts(run);
  return where === undefined ? "" : ` ${where}`;
}
