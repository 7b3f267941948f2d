import { takeOptions } from "../options/take-options.ts";
import { readBy } from "../recording/read-by.ts";
import type { PruneOptions, PurgeOptions, Retention, UpkeepProgress } from "../upkeep-options.ts";

const trashMs = 14 * 24 * 3_600_000;
const most = 16_384;

type Told = (progress: UpkeepProgress) => void;

/** @throws TypeError or RangeError where an option makes no sense */
export function readPurgeOptions(given: PurgeOptions) {
  const { ids, olderThan, ...rest } = takeOptions("purge", given);
  if (ids !== undefined && !Array.isArray(ids)) {
    throw new TypeError(`purge: ids must be a list of strings. Received: ${typeof ids}`);
  }
  if (olderThan !== undefined && !(olderThan instanceof Date && Number.isFinite(+olderThan))) {
    throw new TypeError(`purge: olderThan must be a Date. Received: ${String(olderThan)}`);
  }
  const before = olderThan?.getTime() ?? Date.now() - trashMs;
  return { ids, before, ...readWatched("purge", rest) };
}

/** @throws TypeError or RangeError where an option makes no sense */
export function readPruneOptions(given: PruneOptions) {
  const { project, ids, where, keepEvery = 64, by, ...rest } = takeOptions("prune", given);
  if (project === undefined && ids === undefined && where === undefined) {
    throw new TypeError("prune: give the runs as ids, where or project. Received: none of them");
  }
  const filter = {
    ...(project !== undefined && { project }),
    ...(ids !== undefined && { ids }),
    ...(where !== undefined && { where }),
  };
  assertKeepEvery("prune", keepEvery);
  return { filter, keepEvery, by: readBy("prune", by), ...readWatched("prune", rest) };
}

/** @throws TypeError or RangeError where an option makes no sense */
export function readRetention(given: Retention): Retention {
  const retention = takeOptions("setRetention", given);
  for (const field of ["deleteAfterDays", "thinAfterDays"] as const) {
    const days: unknown = retention[field];
    if (days !== undefined && !(Number.isFinite(days) && (days as number) >= 0)) {
      throw new RangeError(`setRetention: ${field} must be a number of days. Received: ${days}`);
    }
  }
  if (retention.keepEvery !== undefined) assertKeepEvery("setRetention", retention.keepEvery);
  return retention;
}

function assertKeepEvery(method: string, value: unknown): void {
  if (Number.isSafeInteger(value) && (value as number) >= 2 && (value as number) <= most) return;
  throw new RangeError(
    `${method}: keepEvery must be a whole number from 2 to ${most}. Received: ${String(value)}`,
  );
}

function readWatched(
  method: string,
  { dryRun = false, onProgress = () => {} }: Pick<PurgeOptions, "dryRun" | "onProgress">,
): { readonly dryRun: boolean; readonly onProgress: Told } {
  if (typeof dryRun !== "boolean") {
    throw new TypeError(`${method}: dryRun must be true or false. Received: ${typeof dryRun}`);
  }
  if (typeof onProgress !== "function") {
    throw new TypeError(`${method}: onProgress must be a function. Received: ${typeof onProgress}`);
  }
  return { dryRun, onProgress };
}
