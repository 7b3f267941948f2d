import type {
  PrimaryMetric,
  ProjectFact,
  RunConclusions,
  RunState,
  RunStretches,
  SeriesValue,
} from "@epochal/conclusions";
import type { RunEvent } from "@epochal/record";
import type { RunFacets } from "@epochal/store";
import type { QueryCompletion } from "@epochal/store/query";

/** What is wrong with a question; of a query that cannot be understood also the place. Comes with status 400. */
export interface Fault {
  /** In words. */
  readonly error: string;
  /** Where in the query, in UTF-16 units. */
  readonly offset?: number;
  /** How much of it is wrong; 0 at the end. */
  readonly length?: number;
  /** What may stand there. */
  readonly expected?: readonly string[];
  /** What was perhaps meant. */
  readonly nearest?: string;
}

/**
 * What a column holds of a run: a value of a series, with its place but for the extremes; or a text, with its number where it is one.
 */
export type Cell =
  | { readonly value: number; readonly step?: number; readonly epoch?: number }
  | { readonly text: string; readonly number?: number };

/** What a run has of the series that runs are judged by. */
export interface Judged {
  readonly best?: SeriesValue;
  readonly last?: SeriesValue;
  readonly kept?: SeriesValue;
  /** How much worse `kept` is than `best`: 0 or more, NaN where it is not finite. */
  readonly regret?: number;
  /** A few of its points, by the axis that was asked for. */
  readonly spark?: { readonly x: readonly number[]; readonly y: readonly number[] };
}

interface RowStatus {
  readonly state: RunState;
  readonly reason?: string;
  /** Epoch milliseconds. */
  readonly lastSeenAt: number;
}

type RowConclusions = Pick<
  RunConclusions,
  "reached" | "stopped" | "verdict" | "divergence" | "monitor"
>;

/** A run as a table has it. Times are epoch milliseconds. */
export interface RunRow {
  readonly id: string;
  readonly project: string;
  /** As it is stored. */
  readonly name: string;
  /** As it is called among the others: with what differs, where several have this name. */
  readonly label: string;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly group?: string;
  readonly archivedAt?: number;
  readonly deletedAt?: number;
  readonly status: RowStatus;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly durationMs: number;
  readonly host: string;
  readonly resumed: number;
  /** How far it came, how it was stopped, and what its curves say. */
  readonly conclusions: RowConclusions;
  /** Of the metric that was asked for; absent where the run has none of it. */
  readonly judged?: Judged;
  /** In the order of the columns that were asked for; null where the run has none. */
  readonly cells: readonly (Cell | null)[];
}

export interface RunsAnswer {
  /** Of the store, when this was read. */
  readonly revision: number;
  /** Pass it back, so that runs which are started later move nothing: they are then counted as `newer`. */
  readonly until: number;
  /** How many runs match, of those that are paged through. */
  readonly total: number;
  /** How many match that were started after `until`. */
  readonly newer: number;
  readonly rows: readonly RunRow[];
}

export interface FacetsAnswer extends RunFacets {
  readonly revision: number;
}

export interface CompletionsAnswer {
  /** Where the word begins that a completion replaces. */
  readonly from: number;
  readonly completions: readonly QueryCompletion[];
  /** What is wrong with the whole text, if anything is. */
  readonly fault?: Fault;
}

/** What the runs of a project show. */
export interface VerdictAnswer {
  readonly revision: number;
  /** How many runs there are, whatever the query; how many it finds; and how many train. */
  readonly total: number;
  readonly found: number;
  readonly running: number;
  /** What they are judged by; absent while nothing is logged that they could be judged by. */
  readonly metric?: PrimaryMetric & { readonly isGuessed: boolean };
  /** Of the runs that match. */
  readonly headline: string;
  readonly remarks: readonly string[];
  /** How all runs stand or ended. */
  readonly facts: readonly ProjectFact[];
}

/** What early stopping saw in a run. */
export interface Trace {
  readonly events: readonly RunEvent[];
  readonly segments: RunStretches["segments"];
}

/** By the ids of the runs that are there. */
export interface TracesAnswer {
  readonly revision: number;
  readonly traces: Readonly<Record<string, Trace>>;
}
