import type { RunView } from "../wire/run-json.ts";
import type { Comparison } from "./compare-project.ts";

/** What the compare page is made of. */
export interface ComparisonData {
  /** As the store has it, and as a page can show it. */
  readonly project: string;
  readonly title: string;
  /** Of the store, when this was read. */
  readonly revision: number;
  /** Of the server's list of the project's runs. */
  readonly version: number;
  readonly view: Comparison;
  /** What the runs of the table and of the charts are called, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** The runs of the table and of the charts, or those of them that have changed since another version. */
  readonly runs: readonly RunView[];
}

/** `fresh` with the runs that have not changed since `old`; undefined where one of them is not there. */
export function mergeComparison(
  old: ComparisonData,
  fresh: ComparisonData,
): ComparisonData | undefined {
  const byId = new Map([...old.runs, ...fresh.runs].map((run) => [run.id, run]));
  const runs = [...new Set([...fresh.view.rows, ...fresh.view.drawn])].map((id) => byId.get(id));
  return runs.includes(undefined)
    ? undefined
    : { ...fresh, runs: runs.filter((run) => run !== undefined) };
}
