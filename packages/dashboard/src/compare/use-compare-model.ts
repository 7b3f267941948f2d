"use client";
import { briefVerdict, describeStatus } from "@epochal/conclusions";
import { useDeferredValue, useMemo } from "react";
import { colorAt } from "../colors/color-at.ts";
import { useEvents } from "../data/use-events.ts";
import { useSeries } from "../data/use-series.ts";
import type { RunRow } from "../runs-table/columns/run-row.ts";
import type { RunView } from "../wire/run-json.ts";
import type { ComparisonData } from "./comparison-data.ts";
import type { CompareState } from "./search-params.ts";
import { useComparison } from "./use-comparison.ts";
import { useNow } from "./use-now.ts";
import { isShown } from "./visibility.ts";
import { wantedSeries } from "./wanted-series.ts";

/** The status of a run that diverged says so already. */
function verdictWords({ conclusions: { verdict } }: RunView): { readonly verdict?: string } {
  return verdict === undefined || verdict.rule === "diverged"
    ? {}
    : { verdict: briefVerdict(verdict) };
}

/** What the page shows, made of what the server says of the project, the state in the URL, and the series that have come. */
export function useCompareModel(initial: ComparisonData, state: CompareState) {
  const { hide, only } = state;
  const { project, title, view, names: said, runs } = useComparison(initial, state);
  const { primary } = view;
  const now = useNow();
  const names: ReadonlyMap<string, string> = useMemo(() => new Map(Object.entries(said)), [said]);
  const colors = useMemo(() => new Map(runs.map((run) => [run.id, colorAt(run.place)])), [runs]);
  const byId = useMemo(() => new Map(runs.map((run) => [run.id, run])), [runs]);

  const bare = useMemo(
    () =>
      runsOf(view.rows, byId).map((run) => ({
        run,
        name: names.get(run.id) ?? run.name,
        color: colorAt(run.place),
        status: describeStatus(run, now),
        ...verdictWords(run),
        shown: isShown({ hide, only }, run.id),
        series: run.series.find(({ key }) => key === primary?.key),
      })),
    [view.rows, byId, names, now, hide, only, primary],
  );
  const listed = useMemo(() => runsOf(view.drawn, byId), [view.drawn, byId]);
  const drawn = useEvents(project, listed);
  const wanted = useMemo(
    () =>
      wantedSeries(
        [...new Set([...listed, ...bare.map(({ run }) => run)])],
        new Set(listed.map(({ id }) => id)),
        primary,
      ),
    [listed, bare, primary],
  );
  // Series arrive one run after the other. Typing and pointing come before drawing them.
  const series = useDeferredValue(useSeries(wanted));
  const rows: readonly RunRow[] = useMemo(
    () => bare.map((row) => ({ ...row, points: series.get(row.run.id)?.get(primary?.key ?? "") })),
    [bare, series, primary],
  );
  return { title, view, names, colors, rows, drawn, series };
}

function runsOf(ids: readonly string[], byId: ReadonlyMap<string, RunView>): readonly RunView[] {
  return ids.map((id) => byId.get(id)).filter((run) => run !== undefined);
}
