"use client";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Fault, RunRow, RunsAnswer } from "../wire/answers.ts";
import { askJson } from "./ask.ts";
import { faultOf } from "./fault-of.ts";
import { PAGE_ROWS, type PageKey, pageQuestionOf, type RunsWanted } from "./runs-page.ts";
import { useGeneration } from "./use-generation.ts";
import { useLastKnown } from "./use-last-known.ts";

/** Which rows are on the screen. */
export interface RowRange {
  readonly from: number;
  /** The first one that is not. */
  readonly to: number;
}

export interface RunsView {
  /** How many rows there are; undefined until the first page has come. */
  readonly total: number | undefined;
  /** The row at a place of the order; undefined until its page has come. */
  readonly rowAt: (index: number) => RunRow | undefined;
  /** All rows that have come, in their order. */
  readonly rows: readonly RunRow[];
  /** How many runs match now and are not in the order: "3 new runs". */
  readonly waiting: number;
  /** Asks for the order as it is now, with those that wait. */
  readonly showWaiting: () => void;
  /** Whether what is shown is still of the question before. */
  readonly isOld: boolean;
  /** What is wrong with the question, with its place where it is a query. */
  readonly fault: Fault | undefined;
}

/**
 * The runs that match, page by page as a table needs them. What changes of them changes in place; their order stays until another question
 * is asked or somebody wants to see the new ones.
 *
 * @param question undefined where no runs are wanted
 */
export function useRuns(
  question: RunsWanted | undefined,
  range: RowRange = { from: 0, to: 1 },
): RunsView {
  const [generation, showWaiting] = useGeneration(question);
  const first = useQuery({
    ...pageQuery(question ?? NONE, generation, 0),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
  });
  const { isPlaceholderData: isOld, error } = first;
  // While somebody types, a query is wrong for a moment: what was shown stays.
  const known = useLastKnown(first.data);
  const data = question === undefined ? undefined : known;
  const until = data?.until;
  const lastPage = Math.max(0, Math.ceil(Math.min(range.to, data?.total ?? 0) / PAGE_ROWS) - 1);
  const firstPage = Math.max(1, Math.floor(range.from / PAGE_ROWS));
  const others = useMemo(
    () =>
      isOld || until === undefined || lastPage < firstPage
        ? []
        : Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index),
    [isOld, until, firstPage, lastPage],
  );
  const more = useQueries({
    queries: others.map((page) => pageQuery(question ?? NONE, generation, page, until)),
    combine: combinePages,
  });
  const rowAt = useCallback(
    (index: number) => {
      const page = Math.floor(index / PAGE_ROWS);
      const answer = page === 0 ? data : more[others.indexOf(page)];
      return answer?.rows[index - page * PAGE_ROWS];
    },
    [data, more, others],
  );
  const rows = useMemo(() => {
    const found = new Map<string, RunRow>();
    for (const answer of [data, ...more])
      for (const row of answer?.rows ?? []) found.set(row.id, row);
    return [...found.values()];
  }, [data, more]);
  return {
    total: data?.total,
    rowAt,
    rows,
    waiting: isOld ? 0 : (data?.newer ?? 0),
    showWaiting,
    isOld,
    fault: faultOf(error),
  };
}

const NONE: RunsWanted = { ids: [] };

const combinePages = (results: readonly { readonly data: RunsAnswer | undefined }[]) =>
  results.map(({ data }) => data);

function pageQuery(question: RunsWanted, generation: number, page: number, until?: number) {
  const queryKey: PageKey = ["runs", question, generation, page];
  return {
    queryKey,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      askJson<RunsAnswer>("/api/runs", pageQuestionOf(question, page, until), signal),
  };
}
