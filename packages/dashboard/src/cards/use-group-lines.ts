"use client";
import type { Bands } from "@epochal/store";
import { useMemo } from "react";
import type { ChartRun, XAxis } from "../charts/chart-run.ts";
import { groupSeries } from "../charts/group-series.ts";
import { useBands } from "../live/use-bands.ts";
import type { BandsQuestion } from "../wire/questions.ts";
import type { DrawnGroups } from "./drawn-groups.ts";
import { type MetricCard, splitsOf } from "./metric-cards.ts";

const NONE: readonly ChartRun[] = [];

/** The middle and the spread of each group in the series of a card. The time of day of several runs is none: then since their starts. */
export function useGroupLines(
  drawn: DrawnGroups | undefined,
  card: Pick<MetricCard, "train" | "validation" | "kind" | "per">,
  xAxis: XAxis,
): { readonly lines: readonly ChartRun[]; readonly isPending: boolean } {
  const axis = xAxis === "wall" ? "relative" : xAxis;
  const x: NonNullable<BandsQuestion["x"]> = axis === "relative" ? "time" : axis;
  const question = (key: string | undefined) =>
    drawn === undefined || key === undefined ? undefined : { ...drawn.question, key, x };
  const keys = splitsOf(card);
  const dashed = useBands(question(keys.train)).data;
  const solid = useBands(question(keys.validation ?? keys.single)).data;
  const isSingle = keys.single !== undefined;
  const lines = useMemo(
    () =>
      drawn?.groups.flatMap(({ id, label, color, context, runs }): ChartRun[] => {
        const members = new Set(runs);
        const of = (bands: Bands | undefined) => {
          // A run may have several tags: then only the tag tells the groups apart.
          const band = bands?.groups.find(({ tag, runs: those }) =>
            tag === undefined ? those.every((run) => members.has(run)) : tag === label,
          );
          return band && groupSeries(band, axis);
        };
        const [train, other] = [of(dashed), of(solid)];
        if (!train && !other) return [];
        return [
          {
            ...{ id, label, color, context, per: card.per, startedAt: 0, group: runs.length },
            ...(train && { train }),
            ...(other && (isSingle ? { single: other } : { validation: other })),
          },
        ];
      }) ?? NONE,
    [drawn, dashed, solid, axis, card.per, isSingle],
  );
  return { lines, isPending: dashed === undefined && solid === undefined };
}
