"use client";
import { memo, useDeferredValue, useMemo } from "react";
import type { ChartRun, XAxis, YScale } from "../charts/chart-run.ts";
import { epochPlace } from "../charts/epoch-place.ts";
import { MetricChart } from "../charts/metric-chart.tsx";
import type { Signal } from "../charts/signal.ts";
import { rangeOf } from "../charts/x-range.ts";
import { useSeries } from "../live/use-series.ts";
import { bestPoint } from "./best-point.ts";
import type { DrawnRun } from "./drawn-run.ts";
import type { MetricCard } from "./metric-cards.ts";
import { TraceStrip } from "./trace-strip.tsx";

/** What all charts of the page share. */
export interface ChartContext {
  /** Runs drawn. */
  readonly runs: readonly DrawnRun[];
  readonly xAxis: XAxis;
  readonly scale: YScale;
  readonly hoveredRun: Signal<string | undefined>;
}

interface MetricCardChartProps {
  readonly card: MetricCard;
  readonly context: ChartContext;
  readonly cursor: Signal<number | undefined>;
  readonly wide?: boolean;
}

/** The chart of a card, with the series that have arrived. */
export const MetricCardChart = memo(function MetricCardChart(props: MetricCardChartProps) {
  const { card, context, cursor, wide = false } = props;
  const { runs, xAxis, scale, hoveredRun } = context;
  const wanted = useMemo(
    () => ({
      runs: runs.map(({ id }) => id),
      keys: [card.train, card.validation].filter((key) => key !== undefined),
    }),
    [runs, card.train, card.validation],
  );
  // Typing and pointing come before drawing.
  const series = useDeferredValue(useSeries(wanted).series);
  const drawn = useMemo(
    () =>
      runs.flatMap((run): ChartRun[] => {
        const of = (key: string | undefined) =>
          key === undefined ? undefined : series.get(run.id)?.get(key);
        // A learning rate is not measured on a split. It is drawn solid.
        const measured = card.kind === "loss" || card.kind === "metric";
        const train = measured ? of(card.train) : undefined;
        const validation = of(card.validation ?? (measured ? undefined : card.train));
        if (!train && !validation) return [];
        return [
          {
            ...{ id: run.id, label: run.label, color: run.color, startedAt: run.startedAt },
            per: card.per,
            context: run.context,
            ...(train && { train }),
            ...(validation && { validation }),
          },
        ];
      }),
    [runs, series, card],
  );
  const best = useMemo(() => bestPoint(runs, card, xAxis), [runs, card, xAxis]);
  const x = useMemo(() => rangeOf(epochsOf(drawn), "epoch"), [drawn]);
  const monitor = card.validation ?? card.train;
  return (
    <MetricChart
      title={card.title}
      runs={drawn}
      xAxis={xAxis}
      scale={scale}
      direction={card.direction}
      best={best}
      wide={wide}
      cursor={cursor}
      hoveredRun={hoveredRun}
    >
      {wide && monitor !== undefined && (
        <TraceStrip
          runs={byBest(runs, best?.run)}
          monitor={monitor}
          x={x}
          hoveredRun={hoveredRun}
        />
      )}
    </MetricChart>
  );
});

const byBest = (runs: readonly DrawnRun[], best: string | undefined) =>
  [...runs].sort((a, b) => Number(b.id === best) - Number(a.id === best));

/** Where the first and the last of their epochs stand. */
function epochsOf(runs: readonly ChartRun[]): readonly number[] {
  let min = Infinity;
  let max = -Infinity;
  for (const { train, validation } of runs) {
    for (const columns of [train, validation]) {
      for (const list of columns ? [columns.epoch, columns.nonFinite.epoch] : []) {
        for (const epoch of list) {
          if (epoch < min) min = epoch;
          if (epoch > max) max = epoch;
        }
      }
    }
  }
  return min <= max ? [epochPlace(min), epochPlace(max)] : [];
}
