import type {
  CodeDifference,
  ComparisonLight,
  Differences,
  RunComparison,
} from "@epochal/conclusions";
import type { RunView } from "./run-json.ts";

/** Two runs beside each other, as their page shows them. */
export interface DiffData
  extends Pick<RunComparison, "params" | "series" | "seriesOnlyInA" | "seriesOnlyInB"> {
  /** Of the store, when this was read. */
  readonly revision: number;
  readonly a: RunView;
  readonly b: RunView;
  /** The one that says it all. */
  readonly headline: string;
  /** What else is to be said, a sentence each. */
  readonly remarks: readonly string[];
  /** Why the comparison is not fair; empty where nothing is known against it. */
  readonly warnings: readonly string[];
  readonly lights: readonly ComparisonLight[];
  /** Without the code's own differences. */
  readonly card: Differences;
  readonly code: CodeDifference;
  /** The commits of both, where they differ. */
  readonly commits?: { readonly a: string; readonly b: string };
  /** The key of the series that they are judged by; absent where they have none in common. */
  readonly judged?: string;
}
