import type { RunEvidence } from "./run-evidence.ts";

/** Where a run's numbers broke for good. */
export interface Divergence {
  readonly key: string;
  /** NaN or infinite. */
  readonly value: number;
  readonly epoch?: number;
  /** Counted from 0 in its epoch, where somebody saw it. */
  readonly batch?: number;
  /** The value of the key before. */
  readonly before?: number;
}

/**
 * Divergence: a loss (or, where there is none, a metric) that was logged last as NaN or infinite. One such value on the way, or in a
 * metric that is undefined for an epoch, is none.
 */
export function findDivergence({ series, events }: RunEvidence): Divergence | undefined {
  const losses = series.filter(({ kind, per }) => kind === "loss" && per === "epoch");
  const watched = losses.length > 0 ? losses : series.filter(({ kind }) => kind === "metric");
  const broken = watched
    .filter(({ last }) => last !== undefined && !Number.isFinite(last.value))
    .flatMap(({ key, firstNonFinite: first }) => (first === undefined ? [] : [{ key, first }]))
    .sort((a, b) => (a.first.epoch ?? Infinity) - (b.first.epoch ?? Infinity));
  const [earliest] = broken;
  const told = events.find((event) => event.type === "non_finite" && event.key === "loss");
  if (earliest === undefined) return undefined;
  const { key, first } = earliest;
  const seen = told?.type === "non_finite" ? told : undefined;
  const epoch = seen?.epoch ?? (first.epoch === undefined ? undefined : Math.floor(first.epoch));
  return {
    key: seen?.key ?? key,
    value: first.value,
    ...(epoch !== undefined && { epoch }),
    ...(seen?.batch !== undefined && { batch: seen.batch }),
    ...(seen?.before !== undefined && { before: Number(seen.before) }),
  };
}
