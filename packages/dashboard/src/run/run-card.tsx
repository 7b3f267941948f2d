"use client";
import { bestPoint, type MetricCard, mainSeries } from "@epochal/panel/charts";
import { memo, type ReactNode, useMemo } from "react";
import type { CardsContext, MarkedRun } from "../cards/cards-context.ts";
import { placeMarks } from "../cards/place-marks.ts";
import { useCardLines } from "../cards/use-card-lines.ts";
import { LazyChart } from "../charts/lazy-chart.tsx";
import type { SeriesColumns } from "../wire/series-format.ts";

/** What all cards of a run share. */
export interface RunCardContext
  extends Pick<CardsContext, "runs" | "groups" | "view" | "zoom" | "onZoom" | "cursors"> {
  readonly marked: MarkedRun;
  /** What earlier segments logged in epochs that a later one trained again. */
  readonly superseded: readonly SeriesColumns[];
}

interface RunCardProps {
  readonly card: MetricCard;
  readonly context: RunCardContext;
  readonly wide?: boolean;
  /** Shown under the plot while it shows all epochs. */
  readonly children?: ReactNode;
}

/** One metric of a run. */
export const RunCard = memo(function RunCard({ card, context, wide, children }: RunCardProps) {
  const { runs, view, marked, superseded, cursors, onZoom } = context;
  const { xAxis, scale, splits, smoothing } = view;
  const { runs: lines, zoom, isPending } = useCardLines(card, context);
  const drawn = useMemo(() => {
    const earlier = superseded.filter(({ key }) => key === card.train || key === card.validation);
    return earlier.length === 0 ? lines : lines.map((line) => ({ ...line, earlier }));
  }, [lines, superseded, card]);
  const best = useMemo(() => bestPoint(runs, card, xAxis, lines), [runs, card, xAxis, lines]);
  const marks = useMemo(() => {
    const columns = lines[0] && mainSeries(lines[0]);
    const { startedAt } = marked;
    return columns ? placeMarks(marked.marks, columns, { xAxis, per: card.per, startedAt }) : [];
  }, [lines, marked, xAxis, card]);
  return (
    <LazyChart
      title={card.title}
      runs={drawn}
      {...{ xAxis, scale, splits, smoothing, zoom, best, marks, onZoom, isPending }}
      direction={card.direction}
      wide={wide ?? false}
      cursor={cursors[xAxis === "step" ? card.per : "epoch"]}
    >
      {xAxis === "epoch" && zoom === undefined && children}
    </LazyChart>
  );
});
