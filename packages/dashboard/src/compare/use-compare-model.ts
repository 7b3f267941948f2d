"use client";
import { briefVerdict, type PrimaryMetric, primaryMetric } from "@epochal/store/verdict";
import { useDeferredValue, useMemo } from "react";
import { assignColors } from "../colors/assign-colors.ts";
import { runPalette } from "../colors/run-palette.ts";
import type { ProjectData, RunView } from "../data/run-json.ts";
import { useProject } from "../data/use-project.ts";
import { useSeries } from "../data/use-series.ts";
import { differingParams } from "../runs-table/differing-params.ts";
import { matchesSearch } from "../runs-table/matches-search.ts";
import { nameRuns } from "../runs-table/name-runs.ts";
import type { RunRow } from "../runs-table/run-row.ts";
import { describeStatus } from "../verdict/describe-status.ts";
import { rankRuns } from "../verdict/rank-runs.ts";
import { MOST_DRAWN, seriesWanted } from "./series-wanted.ts";
import type { useCompareState } from "./use-compare-state.ts";
import { useNow } from "./use-now.ts";
import { isShown } from "./visibility.ts";

const fallback = runPalette[0] ?? { light: "#4c5cf8", dark: "#8ea6ff" };

/** Of a run that diverged the status says so. */
function verdictWords({ conclusions: { verdict } }: RunView): { readonly verdict?: string } {
  return verdict === undefined || verdict.rule === "diverged"
    ? {}
    : { verdict: briefVerdict(verdict) };
}

/** What the page shows, made of the project's runs and the state in the URL. */
export function useCompareModel(
  initial: ProjectData,
  { hide, only, q, metric: chosen }: ReturnType<typeof useCompareState>["state"],
) {
  const project = useProject(initial);
  const { runs } = project;
  const now = useNow();
  const names = useMemo(() => nameRuns(runs), [runs]);
  const colors = useMemo(() => assignColors(runs), [runs]);
  const params = useMemo(() => differingParams(runs), [runs]);
  const primary = useMemo(() => chosenMetric(runs, chosen) ?? primaryMetric(runs), [runs, chosen]);

  const bare = useMemo(
    () =>
      runs.map((run) => ({
        run,
        name: names.get(run.id) ?? run.name,
        color: colors.get(run.id) ?? fallback,
        status: describeStatus(run, now),
        ...verdictWords(run),
        shown: isShown({ hide, only }, run.id),
        series: run.series.find(({ key }) => key === primary?.key),
      })),
    [runs, names, colors, now, hide, only, primary],
  );
  const found = useMemo(() => bare.filter((row) => matchesSearch(row, q)), [bare, q]);
  const drawn = useMemo(() => {
    const shown = found.filter((row) => row.shown).map(({ run }) => run);
    if (shown.length <= MOST_DRAWN || primary === undefined) return shown.slice(0, MOST_DRAWN);
    return rankRuns(shown, primary)
      .slice(0, MOST_DRAWN)
      .map(({ run }) => run);
  }, [found, primary]);
  const wanted = useMemo(
    () => seriesWanted(runs, new Set(drawn.map(({ id }) => id)), primary),
    [runs, drawn, primary],
  );
  // Series come one run after the other: typing and pointing go before drawing them.
  const series = useDeferredValue(useSeries(wanted));
  const rows: readonly RunRow[] = useMemo(
    () => found.map((row) => ({ ...row, points: series.get(row.run.id)?.get(primary?.key ?? "") })),
    [found, series, primary],
  );
  return { project, runs, names, colors, params, primary, rows, drawn, series };
}

function chosenMetric(runs: ProjectData["runs"], key: string | null): PrimaryMetric | undefined {
  const series = runs.flatMap((run) => run.series).find((candidate) => candidate.key === key);
  if (series === undefined) return undefined;
  const { metric, direction } = series;
  return { key: series.key, metric, ...(direction && { direction }) };
}
