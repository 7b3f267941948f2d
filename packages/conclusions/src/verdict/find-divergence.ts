import type { EpochCurve } from "./epoch-curve.ts";
import { fewestEpochs } from "./fewest-epochs.ts";
import { findCollapse, findExplosion, type Rise } from "./find-rise.ts";
import { findSeries } from "./find-series.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { scaleOf } from "./scale-of.ts";
import { thinPair } from "./thin-pair.ts";

/** Where a run's numbers broke for good. */
export interface Divergence {
  readonly key: string;
  /** The last one: NaN, infinite, or far worse than what it began with. */
  readonly value: number;
  readonly epoch?: number;
  /** Counted from 0 in its epoch. Absent where no callback looked at the batches. */
  readonly batch?: number;
  /** The value of the key before. */
  readonly before?: number;
}

const mostPoints = 400;

/**
 * Finds where a run diverged. A loss diverged if its last value is NaN or infinite; a metric is looked at where there is no loss. The
 * run diverged in the first epoch after the last finite value. One such value on the way is no divergence. A training value also
 * diverged if it stayed finite and became far worse than it was at the beginning.
 */
export function findDivergence(run: RunEvidence): Divergence | undefined {
  return (
    broken(run) ?? risen(run) ?? (isTrainingKnown(run) ? undefined : findValidationExplosion(run))
  );
}

/** A validation loss that exploded although the training loss did not. */
export function findValidationExplosion(run: RunEvidence): Divergence | undefined {
  const loss = findSeries(run.series, "loss", "validation");
  const curve = loss && run.curves.get(loss.key);
  return loss && curve && told(loss, findExplosion(curve), 1);
}

function broken(run: RunEvidence): Divergence | undefined {
  const losses = run.series.filter(({ kind, per }) => kind === "loss" && per === "epoch");
  const watched = losses.length > 0 ? losses : run.series.filter(({ kind }) => kind === "metric");
  const all = watched.flatMap(({ key, last, firstNonFinite: first }) => {
    if (first === undefined || last === undefined || Number.isFinite(last.value)) return [];
    const curve = run.curves.get(key);
    const lastFinite = curve?.lastEpoch ?? curve?.epochs.at(-1);
    const began = first.epoch === undefined ? undefined : Math.floor(first.epoch);
    const epoch = lastFinite === undefined ? began : Math.floor(lastFinite) + 1;
    return [{ key, value: last.value, epoch }];
  });
  const [earliest] = all.sort((a, b) => (a.epoch ?? Infinity) - (b.epoch ?? Infinity));
  if (earliest === undefined) return undefined;
  const { key, value, epoch } = earliest;
  const seen = run.events
    .filter((event) => event.type === "non_finite")
    .find((event) => event.key === "loss" && event.epoch === epoch);
  const before = Number(seen?.before ?? Number.NaN);
  return {
    key: seen === undefined ? key : "loss",
    value,
    ...(epoch !== undefined && { epoch }),
    ...(seen?.batch !== undefined && { batch: seen.batch }),
    ...(Number.isFinite(before) && { before }),
  };
}

function risen({ series, curves }: RunEvidence): Divergence | undefined {
  const metric = series.find(
    ({ kind, split, per, direction }) =>
      kind === "metric" && split === "train" && per === "epoch" && direction !== undefined,
  );
  const watched = findSeries(series, "loss", "train") ?? metric;
  const curve = curves.get(watched?.key ?? "");
  if (watched === undefined || curve === undefined) return undefined;
  const isTurned = watched.kind === "metric" && watched.direction === "max";
  const unit = (isTurned ? -1 : 1) * scaleOf(curve);
  const turned = thinned(curve, unit);
  const isJudged = turned.values.length >= fewestEpochs;
  const rise = findExplosion(turned) ?? (isJudged ? findCollapse(turned) : undefined);
  return told(watched, rise, unit);
}

function isTrainingKnown({ series }: RunEvidence): boolean {
  return series.some(
    ({ split, per, kind }) => split === "train" && per === "epoch" && kind !== "system",
  );
}

function thinned({ epochs, values }: EpochCurve, unit: number): EpochCurve {
  const scaled = values.map((value) => value / unit);
  const thin = thinPair({ epochs, train: scaled, validation: scaled }, mostPoints);
  return { epochs: thin.epochs, values: thin.train };
}

function told(
  { key, last }: RunEvidence["series"][number],
  rise: Rise | undefined,
  unit: number,
): Divergence | undefined {
  if (rise === undefined || last === undefined) return undefined;
  return { key, value: last.value, epoch: Math.floor(rise.from), before: unit * rise.before };
}
