"use client";
import { useMemo } from "react";
import type { ChartRun, XAxis } from "../charts/chart-run.ts";
import { groupSeries } from "../charts/group-series.ts";
import type { XRange } from "../charts/x-range.ts";
import { useBands } from "../live/use-bands.ts";
import type { BandsAnswer } from "../wire/bands-format.ts";
import type { BandsQuestion } from "../wire/questions.ts";
import { bandStretch } from "./band-stretch.ts";
import type { DrawnGroups } from "./drawn-groups.ts";
import { type MetricCard, splitsOf } from "./metric-cards.ts";
import { withBandDetail } from "./with-band-detail.ts";

const NONE: readonly ChartRun[] = [];

interface GroupLinesArgs {
  readonly drawn: DrawnGroups | undefined;
  readonly card: MetricCard;
  readonly xAxis: XAxis;
  readonly zoom: XRange | undefined;
}

/**
 * The middle and the spread of each group in the series of a card, a zoomed stretch as finely as all of it else. The time of day of several
 * runs is none: then since their starts.
 */
export function useGroupLines({ drawn, card, xAxis, zoom }: GroupLinesArgs): {
  readonly lines: readonly ChartRun[];
  readonly isPending: boolean;
} {
  const axis = xAxis === "wall" ? "relative" : xAxis;
  const range = xAxis === "wall" ? undefined : zoom;
  const splits = splitsOf(card);
  const dashed = useZoomedBands(drawn, splits.train, axis, range);
  const solid = useZoomedBands(drawn, splits.validation ?? splits.single, axis, range);
  const isSingle = splits.single !== undefined;
  const lines = useMemo(
    () =>
      drawn?.groups.flatMap(({ id, label, color, context, count }): ChartRun[] => {
        const [train, other] = [dashed?.(id), solid?.(id)];
        if (!train && !other) return [];
        return [
          {
            ...{ id, label, color, context, per: card.per, startedAt: 0, group: count },
            ...(train && { train }),
            ...(other && (isSingle ? { single: other } : { validation: other })),
          },
        ];
      }) ?? NONE,
    [drawn, dashed, solid, card.per, isSingle],
  );
  return { lines, isPending: dashed === undefined && solid === undefined };
}

/** The band of a group by its id; undefined until anything has come. */
function useZoomedBands(
  drawn: DrawnGroups | undefined,
  key: string | undefined,
  axis: Exclude<XAxis, "wall">,
  zoom: XRange | undefined,
) {
  const x: NonNullable<BandsQuestion["x"]> = axis === "relative" ? "time" : axis;
  const isAsked = drawn?.question !== undefined && key !== undefined;
  const question = isAsked ? { ...drawn.question, key, x } : undefined;
  const whole = useBands(question).data;
  const stretch = whole && bandStretch({ width: whole.width, x, zoom });
  const near = useBands(question && stretch && { ...question, ...stretch }).data;
  // What was asked for another stretch stays until this one has come.
  const detail = stretch && near;
  return useMemo(() => {
    if (whole === undefined) return undefined;
    const bandOf = (answer: BandsAnswer | undefined, id: string) =>
      answer?.groups.find((group) => group.id === id);
    return (id: string) => {
      const band = bandOf(whole, id);
      return band && groupSeries(withBandDetail(band, bandOf(detail, id)), axis);
    };
  }, [whole, detail, axis]);
}
