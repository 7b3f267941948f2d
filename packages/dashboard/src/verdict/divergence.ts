import type { RunView } from "../data/run-json.ts";

/** Where a run's numbers broke for good. */
export interface Divergence {
  readonly word: "NaN" | "∞";
  readonly epoch?: number;
}

/**
 * Whether a run diverged: its loss ended as NaN or infinite. A single NaN on the way, or one in a metric that is undefined
 * for an epoch, is not divergence.
 */
export function divergence(run: RunView): Divergence | undefined {
  const losses = run.series.filter(({ kind }) => kind === "loss");
  const watched = losses.length > 0 ? losses : run.series.filter(({ kind }) => kind === "metric");
  let earliest: Divergence | undefined;
  for (const { last, firstNonFinite: first } of watched) {
    if (first === undefined || last === undefined || Number.isFinite(last.value)) continue;
    const epoch = first.epoch === undefined ? undefined : Math.floor(first.epoch);
    if (earliest && (earliest.epoch ?? Infinity) <= (epoch ?? Infinity)) continue;
    const word = Number.isNaN(first.value) ? "NaN" : "∞";
    earliest = { word, ...(epoch !== undefined && { epoch }) };
  }
  return earliest;
}
