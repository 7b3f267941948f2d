import { formatDuration } from "./format-duration.ts";
import { formatValue } from "./format-value.ts";

export interface Progress {
  /** Counted from 1. */
  readonly epoch: number;
  readonly epochs: number | undefined;
  /** Batches done. */
  readonly batch: number;
  /** Batches of the epoch; undefined where nobody knows. */
  readonly batches: number | undefined;
  readonly elapsedMs: number;
  readonly values: Readonly<Record<string, number>>;
  /** Whether the epoch is over. */
  readonly isDone: boolean;
}

const BAR = 20;

/** One line that says how far an epoch is. Never longer than `columns`: values that do not fit give way to `…`. */
export function progressLine(progress: Progress, columns: number): string {
  const { epoch, epochs, batch, batches, elapsedMs, values, isDone } = progress;
  const perBatch = batch === 0 ? 0 : elapsedMs / batch;
  const left = batches === undefined || isDone ? undefined : (batches - batch) * perBatch;
  const parts = [
    `Epoch ${epoch}${epochs === undefined ? "" : `/${epochs}`}`,
    `${batch}${batches === undefined ? "" : `/${batches}`}`,
    ...(isDone || batches === undefined ? [] : [bar(batch / batches)]),
    isDone ? formatDuration(elapsedMs) : left === undefined ? "" : `ETA ${formatDuration(left)}`,
    batch === 0 ? "" : `${formatDuration(perBatch)}/step`,
    ...Object.entries(values).map(([key, value]) => `${key} ${formatValue(value)}`),
  ].filter((part) => part !== "");
  let line = "";
  for (const part of parts) {
    const longer = line === "" ? part : `${line}  ${part}`;
    if (longer.length > columns) {
      const cut = `${line} …`;
      return cut.length <= columns ? cut : line.slice(0, columns);
    }
    line = longer;
  }
  return line;
}

function bar(done: number): string {
  const full = Math.min(BAR, Math.floor(done * BAR));
  const head = full < BAR ? ">" : "";
  return `[${"=".repeat(full)}${head}${".".repeat(BAR - full - head.length)}]`;
}
