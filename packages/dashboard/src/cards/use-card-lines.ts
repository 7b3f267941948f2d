"use client";
import {
  type ChartRun,
  type ChartSeries,
  keysOf,
  type MetricCard,
  mainSeries,
  seriesOf,
  type XRange,
} from "@epochal/panel/charts";
import { useDeferredValue, useMemo } from "react";
import { useSeries } from "../live/use-series.ts";
import type { CardsContext } from "./cards-context.ts";
import { closerStretch, detailStretch } from "./detail-stretch.ts";
import { storedBest } from "./stored-best.ts";
import { useGroupLines } from "./use-group-lines.ts";
import { wholeStretch } from "./whole-stretch.ts";
import { withDetail } from "./with-detail.ts";

interface CardLines {
  readonly runs: readonly ChartRun[];
  /** What of the page's zoom this card can show. */
  readonly zoom: XRange | undefined;
  /** Whether nothing of it has come yet. */
  readonly isPending: boolean;
}

type Shared = Pick<CardsContext, "runs" | "groups" | "view" | "zoom">;

/** What a card draws: its runs or groups with what has come of their series, a zoomed stretch with its own points. */
export function useCardLines(card: MetricCard, shared: Shared): CardLines {
  const { runs, groups, view } = shared;
  const { xAxis } = view;
  const ids = useMemo(() => (groups ? [] : runs.map(({ id }) => id)), [runs, groups]);
  const keys = useMemo(() => keysOf(card), [card]);
  const whole = useSeries({ runs: ids, keys }, wholeStretch(ids.length));
  // Typing and pointing come before drawing.
  const series = useDeferredValue(whole.series);
  const { lines: grouped, isPending: bandsPending } = useGroupLines({
    ...{ drawn: groups, card, xAxis, zoom: shared.zoom },
  });
  const all = useMemo(
    () =>
      groups ? grouped.flatMap(partsOf) : [...series.values()].flatMap((it) => [...it.values()]),
    [groups, grouped, series],
  );
  const zoom = useMemo(() => zoomOf(all, shared), [all, shared]);
  const stretch = useMemo(
    () => (groups ? undefined : detailStretch({ series: all, per: card.per, xAxis, zoom })),
    [groups, all, card.per, xAxis, zoom],
  );
  const near = useSeries({ runs: stretch ? ids : NONE, keys }, stretch);
  const detail = useDeferredValue(near.series);
  // Of a very long series the first stretch is of buckets, too.
  const closer = useMemo(() => {
    if (stretch === undefined) return undefined;
    const parts = [...series].flatMap(([run, own]) =>
      [...own].map(([key, part]) => withDetail(part, detail.get(run)?.get(key))),
    );
    return closerStretch({ series: parts, per: card.per, xAxis, zoom }, stretch);
  }, [series, detail, card.per, xAxis, zoom, stretch]);
  const nearest = useSeries({ runs: closer ? ids : NONE, keys }, closer);
  const finest = useDeferredValue(nearest.series);
  const lines = useMemo(
    () =>
      runs.flatMap((run): ChartRun[] => {
        const drawn = seriesOf(card, (key): ChartSeries | undefined => {
          const own = series.get(run.id)?.get(key);
          const closely = own && withDetail(own, detail.get(run.id)?.get(key));
          return closely && withDetail(closely, finest.get(run.id)?.get(key));
        });
        if (mainSeries(drawn) === undefined) return [];
        const { id, label, color, startedAt, context } = run;
        const line = { id, label, color, startedAt, context, per: card.per, ...drawn };
        return [{ ...line, best: storedBest(run, card, line, xAxis) }];
      }),
    [runs, series, detail, finest, card, xAxis],
  );
  const shown = groups ? grouped : lines;
  const isPending = groups ? bandsPending : whole.isPending || whole.series !== series;
  return { runs: shown, zoom, isPending: isPending && shown.length === 0 };
}

/** A stretch of batches is none of epochs, nor a stretch of the clock one of groups. */
function zoomOf(
  all: readonly ChartSeries[],
  { groups, view: { xAxis }, zoom }: Shared,
): XRange | undefined {
  if (zoom === undefined || (groups && xAxis === "wall")) return undefined;
  if (xAxis !== "step") return zoom;
  const last = all.reduce((most, { step }) => Math.max(most, step.at(-1) ?? 0), 0);
  return zoom.min < last ? zoom : undefined;
}

const partsOf = ({ train, validation, single }: ChartRun): ChartSeries[] =>
  [train, validation, single].filter((part) => part !== undefined);

const NONE: readonly string[] = [];
