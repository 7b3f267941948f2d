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
 * Divergence: a loss (or, where there is none, a metric) that was logged last as NaN or infinite. It diverged in the first epoch
 * after its last finite one; one such value on the way, or in a metric that is undefined for an epoch, is none.
 */
export function findDivergence(run: RunEvidence): Divergence | undefined {
  const losses = run.series.filter(({ kind, per }) => kind === "loss" && per === "epoch");
  const watched = losses.length > 0 ? losses : run.series.filter(({ kind }) => kind === "metric");
  const broken = watched.flatMap((series) => {
    const { key, last, firstNonFinite: first } = series;
    if (first === undefined || last === undefined || Number.isFinite(last.value)) return [];
    const lastFinite = run.curves.get(key)?.epochs.at(-1);
    const began = first.epoch === undefined ? undefined : Math.floor(first.epoch);
    const epoch = lastFinite === undefined ? began : Math.floor(lastFinite) + 1;
    return [{ key, value: last.value, epoch }];
  });
  const [earliest] = broken.sort((a, b) => (a.epoch ?? Infinity) - (b.epoch ?? Infinity));
  if (earliest === undefined) return undefined;
  const { key, value, epoch } = earliest;
  const told = run.events.find((event) => event.type === "non_finite" && event.key === "loss");
  const isIt = told?.type === "non_finite" && told.epoch === epoch;
  return {
    key: isIt ? "loss" : key,
    value,
    ...(epoch !== undefined && { epoch }),
    ...(isIt && told.batch !== undefined && { batch: told.batch }),
    ...(isIt && told.before !== undefined && { before: Number(told.before) }),
  };
}
