import type { SeriesSummary } from "@epochal/conclusions";
import { epochPlace } from "../charts/epoch-place.ts";
import { configLeaves } from "../params/config-leaves.ts";
import type { TableRun } from "../runs-table/columns/table-row.ts";
import { toTableRun } from "../runs-table/to-table-run.ts";
import type { Cell, Judged } from "../wire/answers.ts";
import type { RunView } from "../wire/run-json.ts";
import type { SeriesColumns } from "../wire/series-format.ts";

interface RowOfViewArgs {
  readonly name: string;
  /** The key of the series that runs are judged by. */
  readonly key: string | undefined;
  readonly points: SeriesColumns | undefined;
  readonly axis: "epoch" | "step";
  readonly now: number | undefined;
}

/** A run that the page has whole, as a row of the table. */
export function rowOfView(run: RunView, { name, key, points, axis, now }: RowOfViewArgs): TableRun {
  const series = run.series.find((candidate) => candidate.key === key);
  const cells = [
    ...[...configLeaves(run.config)].map(([path, text]) => [`param:${path}`, { text }] as const),
    ...run.series.flatMap(cellsOf),
    ["fact:host", { text: run.host }] as const,
  ];
  const { best } = series ?? {};
  const bestX = axis === "step" ? best?.step : best?.epoch;
  const row = {
    ...run,
    label: name,
    cells: cells.map(([, cell]) => cell),
    ...(series && { judged: judgedOf(series, points, axis) }),
  };
  return toTableRun(row, {
    columns: cells.map(([column]) => column),
    visible: true,
    bestX: bestX !== undefined && axis === "epoch" ? epochPlace(bestX) : bestX,
    now,
  });
}

function cellsOf(series: SeriesSummary): (readonly [string, Cell])[] {
  return (["best", "last", "kept"] as const).flatMap((which) => {
    const value = series[which];
    return value ? [[`${which}:${series.key}`, value] as const] : [];
  });
}

function judgedOf(
  series: SeriesSummary,
  points: SeriesColumns | undefined,
  axis: "epoch" | "step",
): Judged {
  const { best, last, kept, direction } = series;
  const worse =
    best && kept ? (kept.value - best.value) * (direction === "min" ? 1 : -1) : undefined;
  const x =
    points &&
    (axis === "step" ? [...points.step] : [...points.epoch].map((epoch) => epochPlace(epoch)));
  return {
    ...(best && { best }),
    ...(last && { last }),
    ...(kept && { kept }),
    ...(worse !== undefined && { regret: worse === 0 ? 0 : worse }),
    ...(points && x && { spark: { x, y: [...points.value] } }),
  };
}
