import type { RunsQuestion } from "../wire/questions.ts";

/** A question about runs without the page: the hook pages. */
export type RunsWanted = Omit<RunsQuestion, "offset" | "limit" | "until">;

/** The key of a page of runs. Another generation is the same question at a later moment. */
export type PageKey = readonly ["runs", RunsWanted, generation: number, page: number];

export const PAGE_ROWS = 100;

/** What is asked for a page of runs. @param until the moment until which the first page shows runs */
export function pageQuestionOf(wanted: RunsWanted, page: number, until?: number): RunsQuestion {
  return {
    ...wanted,
    offset: page * PAGE_ROWS,
    limit: PAGE_ROWS,
    ...(until !== undefined && { until }),
  };
}
