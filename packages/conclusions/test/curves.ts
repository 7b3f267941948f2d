import type { SeriesSummary } from "../src/run-summary.ts";
import type { EpochCurve } from "../src/verdict/epoch-curve.ts";
import type { RunEvidence } from "../src/verdict/run-evidence.ts";

export type Values = readonly number[];

/** The summary a store would give for these values, one an epoch. */
export function summaryOf(key: string, values: Values): SeriesSummary {
  const metric = key.replace(/^val_/, "");
  const isSystem = key === "tracking_ms" || key === "epoch_seconds";
  const direction = metric === "loss" ? "min" : "max";
  const points = values.map((value, epoch) => ({ value, step: epoch, epoch }));
  const finite = points.filter(({ value }) => Number.isFinite(value));
  const sign = direction === "min" ? 1 : -1;
  const [best] = finite.toSorted((a, b) => sign * (a.value - b.value));
  const [first] = points;
  const last = points.at(-1);
  const bad = points.find(({ value }) => !Number.isFinite(value));
  return {
    key,
    metric,
    split: key.startsWith("val_") ? "validation" : "train",
    kind: isSystem ? "system" : metric === "loss" ? "loss" : "metric",
    ...(!isSystem && { direction }),
    per: "epoch",
    count: values.length,
    nonFinite: points.length - finite.length,
    ...(best && !isSystem && { best }),
    ...(first && { first }),
    ...(last && { last, kept: last }),
    ...(bad && { firstNonFinite: bad }),
  };
}

/** The finite values of an epoch series. */
export function curveOf(values: Values): EpochCurve {
  const points = values.flatMap((value, epoch) =>
    Number.isFinite(value) ? [{ value, epoch }] : [],
  );
  return {
    epochs: points.map(({ epoch }) => epoch),
    values: points.map(({ value }) => value),
  };
}

/** What a run of these values is judged by. */
export function evidenceOf(
  of: Readonly<Record<string, Values>>,
  events: RunEvidence["events"] = [],
): RunEvidence {
  const entries = Object.entries(of);
  return {
    series: entries.map(([key, values]) => summaryOf(key, values)),
    events,
    curves: new Map(entries.map(([key, values]) => [key, curveOf(values)])),
  };
}

/** A value for each epoch. */
export const perEpoch = (count: number, value: (epoch: number) => number): number[] =>
  Array.from({ length: count }, (_, epoch) => value(epoch));
