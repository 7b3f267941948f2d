"use client";
import { type PrimaryMetric, rankRuns } from "@epochal/conclusions";
import { useDeferredValue, useMemo, useRef } from "react";
import { type ColoredRuns, coloredRuns } from "../colors/colored-runs.ts";
import { grey } from "../colors/grey.ts";
import { useEvents } from "../data/use-events.ts";
import { useSeries } from "../data/use-series.ts";
import type { TableRun } from "../runs-table/columns/table-row.ts";
import type { RunView } from "../wire/run-json.ts";
import type { ComparisonData } from "./comparison-data.ts";
import { rowOfView } from "./row-of-view.ts";
import type { CompareState } from "./search-params.ts";
import { useComparison } from "./use-comparison.ts";
import { useNow } from "./use-now.ts";
import { isShown } from "./visibility.ts";
import { wantedSeries } from "./wanted-series.ts";

/** What the page shows, made of what the server says of the project, the state in the URL, and the series that have come. */
export function useCompareModel(
  initial: ComparisonData,
  state: CompareState,
  selected: ReadonlySet<string>,
) {
  const { hide, only } = state;
  const { project, title, view, names: said, runs } = useComparison(initial, state);
  const { primary } = view;
  const now = useNow();
  const names: ReadonlyMap<string, string> = useMemo(() => new Map(Object.entries(said)), [said]);
  const byId = useMemo(() => new Map(runs.map((run) => [run.id, run])), [runs]);
  const listed = useMemo(() => runsOf(view.drawn, byId), [view.drawn, byId]);
  const drawn = useEvents(project, listed);
  const bare = useMemo(() => runsOf(view.rows, byId), [view.rows, byId]);
  const own = useOwnColors(listed, primary, runsOf([...selected], byId), [
    ...[state.q, state.metric ?? "", hide.join(), only.join(), [...selected].join()],
  ]);
  const colors = useMemo(
    () => new Map(runs.map((run) => [run.id, own.get(run.id) ?? grey])),
    [runs, own],
  );
  const wanted = useMemo(
    () =>
      wantedSeries(
        [...new Set([...listed, ...bare])],
        new Set(listed.map(({ id }) => id)),
        primary,
      ),
    [listed, bare, primary],
  );
  // Series arrive one run after the other. Typing and pointing come before drawing them.
  const series = useDeferredValue(useSeries(wanted));
  const rows: readonly TableRun[] = useMemo(
    () =>
      bare.map((run) => ({
        ...rowOfView(run, {
          name: names.get(run.id) ?? run.name,
          key: primary?.key,
          points: series.get(run.id)?.get(primary?.key ?? ""),
          axis: state.x,
          now,
        }),
        visible: isShown({ hide, only }, run.id),
        ...(own.has(run.id) && { color: own.get(run.id) ?? grey }),
      })),
    [bare, names, series, primary, state.x, now, hide, only, own],
  );
  return { now, title, view, names, colors, rows, drawn, series };
}

/** Colours of the selected runs, else of the best of those drawn; they stay until a person asks for something else. */
function useOwnColors(
  drawn: readonly RunView[],
  primary: PrimaryMetric | undefined,
  selected: readonly RunView[],
  asked: readonly string[],
): ColoredRuns["colors"] {
  const previous = useRef<ColoredRuns>(undefined);
  const best = useMemo(() => (primary ? rankRuns(drawn, primary) : []), [drawn, primary]);
  previous.current = coloredRuns(previous.current, {
    asked: JSON.stringify(asked),
    selected,
    best: best.length > 0 ? best.map(({ run }) => run) : drawn,
  });
  return previous.current.colors;
}

function runsOf(ids: readonly string[], byId: ReadonlyMap<string, RunView>): readonly RunView[] {
  return ids.map((id) => byId.get(id)).filter((run) => run !== undefined);
}
