"use client";
import {
  bestPoint,
  type ChartMark,
  type ChartRun,
  type MetricCard,
  mainSeries,
  type XAxis,
} from "@epochal/panel/charts";
import { memo, useMemo } from "react";
import { LazyChart } from "../charts/lazy-chart.tsx";
import type { MetricChartProps } from "../charts/metric-chart-props.ts";
import { CardButtons } from "./card-buttons.tsx";
import type { CardsContext, MarkedRun } from "./cards-context.ts";
import type { DrawnRun } from "./drawn-run.ts";
import { placeMarks } from "./place-marks.ts";
import { TraceStrip } from "./trace-strip.tsx";
import { useCardLines } from "./use-card-lines.ts";

interface MetricCardChartProps {
  readonly card: MetricCard;
  readonly context: CardsContext;
  /** The values at the cursor stand in a column beside it. */
  readonly wide?: boolean;
  /** @default the usual one of its width */
  readonly height?: MetricChartProps["height"];
}

/** The chart of a card, with the series that have arrived. */
export const MetricCardChart = memo(function MetricCardChart(props: MetricCardChartProps) {
  const { card, context, wide = false, height } = props;
  const { runs, groups, view, baseline, marked, hoveredRun, cursors } = context;
  const { splits, scale, smoothing } = view;
  // Groups have no time of day in common.
  const xAxis = groups && view.xAxis === "wall" ? "relative" : view.xAxis;
  const { runs: lines, zoom, isPending } = useCardLines(card, context);
  const best = useMemo(
    () => (groups ? undefined : bestPoint(runs, card, xAxis, lines)),
    [groups, runs, card, xAxis, lines],
  );
  const marks = useMemo(() => marksOf(marked, lines, xAxis), [marked, lines, xAxis]);
  const monitor = card.validation ?? card.train;
  return (
    <LazyChart
      title={card.title}
      runs={lines}
      {...{
        xAxis,
        scale,
        splits,
        smoothing,
        zoom,
        wide,
        marks,
        best,
        baseline,
        hoveredRun,
        isPending,
      }}
      direction={card.direction}
      cursor={cursors[xAxis === "step" ? card.per : "epoch"]}
      onZoom={context.onZoom}
      {...(height && { height })}
      actions={<CardButtons card={card} context={context} />}
    >
      {wide && !groups && xAxis === "epoch" && zoom === undefined && monitor !== undefined && (
        <TraceStrip
          runs={byBest(runs, best?.run)}
          monitor={monitor}
          lines={lines}
          hoveredRun={hoveredRun}
        />
      )}
    </LazyChart>
  );
});

const NONE: readonly ChartMark[] = [];

/** The marks of the run that is marked, where this card draws it. */
function marksOf(
  marked: MarkedRun | undefined,
  lines: readonly ChartRun[],
  xAxis: XAxis,
): readonly ChartMark[] {
  const line = marked && lines.find(({ id }) => id === marked.run);
  const columns = line && mainSeries(line);
  if (!columns) return NONE;
  const { startedAt } = marked;
  return placeMarks(marked.marks, columns, { xAxis, per: line.per ?? "epoch", startedAt });
}

const byBest = (runs: readonly DrawnRun[], best: string | undefined) =>
  [...runs].sort((a, b) => Number(b.id === best) - Number(a.id === best));
