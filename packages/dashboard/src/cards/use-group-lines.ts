"use client";
import {
  type ChartRun,
  type MetricCard,
  splitsOf,
  type XAxis,
  type XRange,
} from "@epochal/panel/charts";
import { useMemo } from "react";
import type { DrawnGroups } from "./drawn-groups.ts";
import { useZoomedBands } from "./use-zoomed-bands.ts";

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
  const question = (key: string | undefined) =>
    drawn?.question && key !== undefined ? { ...drawn.question, key } : undefined;
  const other = splits.validation ?? splits.single;
  const dashed = useZoomedBands({ question: question(splits.train), axis, zoom: range });
  const solid = useZoomedBands({ question: question(other), axis, zoom: range });
  const isSingle = splits.single !== undefined;
  const lines = useMemo(
    () =>
      drawn?.groups.flatMap(({ id, label, color, context, count }): ChartRun[] => {
        const [train, main] = [dashed?.get(id)?.series, solid?.get(id)?.series];
        if (!train && !main) return [];
        return [
          {
            ...{ id, label, color, context, per: card.per, startedAt: 0, group: count },
            ...(train && { train }),
            ...(main && (isSingle ? { single: main } : { validation: main })),
          },
        ];
      }) ?? NONE,
    [drawn, dashed, solid, card.per, isSingle],
  );
  return { lines, isPending: dashed === undefined && solid === undefined };
}
