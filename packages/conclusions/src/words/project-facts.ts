import { counted } from "../format/counted.ts";
import type { RunConclusions } from "../verdict/conclude.ts";
import { divergenceWords } from "./divergence-words.ts";
import { statusParts, type ToldRun } from "./status-parts.ts";

/** What of a run the facts of its project need. */
export interface CountedRun extends ToldRun {
  readonly conclusions: ToldRun["conclusions"] & Pick<RunConclusions, "verdict">;
}

/** A fact about the runs of a project: "**diverged** 1 run, NaN from epoch 9". */
export interface ProjectFact {
  readonly word: string;
  readonly text: string;
  readonly tone: "accent" | "muted" | "warn" | "bad";
  /** What to search for to see these runs. */
  readonly search: string;
}

/** How the runs of a project stand or ended, where that is worth a word; what is alive first, then what went wrong. */
export function projectFacts(runs: readonly CountedRun[]): readonly ProjectFact[] {
  const withState = (state: string) => runs.filter(({ status }) => status.state === state);
  const fact = (
    word: string,
    tone: ProjectFact["tone"],
    search: string,
    of: readonly CountedRun[],
    where?: string,
  ): ProjectFact[] => {
    const text = `${counted(of.length, "run")}${of.length === 1 ? (where ?? "") : ""}`;
    return of.length === 0 ? [] : [{ word, text, tone, search }];
  };
  const broken = runs.filter((run) => run.conclusions.divergence !== undefined);
  const [first] = broken;
  const overfitting = runs.filter(({ conclusions }) => conclusions.verdict?.rule === "overfitting");
  const killed = withState("killed");
  const [dead] = killed;
  return [
    ...fact("running", "accent", "running", withState("running")),
    ...fact("stalled", "warn", "stalled", withState("stalled")),
    ...fact("diverged", "bad", "diverged", broken, first && divergedFrom(first)),
    ...fact("killed", "bad", "killed", killed, dead && killedWhere(dead)),
    ...fact("failed", "bad", "failed", withState("failed")),
    ...fact("interrupted", "warn", "interrupted", withState("interrupted")),
    ...fact("overfitting", "warn", "overfits", overfitting),
    ...fact("stopped early", "muted", "stopped early", withState("stopped_early")),
  ];
}

function divergedFrom({ conclusions: { divergence } }: CountedRun): string {
  return divergence === undefined ? "" : `, ${divergenceWords(divergence)}`;
}

function killedWhere(run: CountedRun): string {
  const { where } = statusParts(run);
  return where === undefined ? "" : ` ${where}`;
}
