import { formatDuration, formatValue, shownEpoch } from "@epochal/conclusions";
import { printable } from "@epochal/record";

export interface Progress {
  /** Counted from 0. */
  readonly epoch: number;
  readonly epochs: number | undefined;
  /** Batches done. */
  readonly batch: number;
  /** Batches of the epoch; undefined where their number is unknown. */
  readonly batches: number | undefined;
  readonly elapsedMs: number;
  readonly values: Readonly<Record<string, number>>;
  /** Whether the epoch is over. */
  readonly isDone: boolean;
}

const BAR = 20;
const MISSING = " …";

/** One line that says how far an epoch is. Never longer than `columns`: values that do not fit give way to `…`. */
export function progressLine(progress: Progress, columns: number): string {
  const { epoch, epochs, batch, batches, elapsedMs, values, isDone } = progress;
  const perBatch = batch === 0 ? 0 : elapsedMs / batch;
  const left = batches === undefined || isDone ? undefined : (batches - batch) * perBatch;
  const parts = [
    `Epoch ${shownEpoch(epoch)}${epochs === undefined ? "" : `/${epochs}`}`,
    `${batch}${batches === undefined ? "" : `/${batches}`}`,
    ...(isDone || batches === undefined ? [] : [bar(batch / batches)]),
    isDone ? formatDuration(elapsedMs) : left === undefined ? "" : `ETA ${formatDuration(left)}`,
    batch === 0 ? "" : `${formatDuration(perBatch)}/step`,
    ...trainingFirst(values).map(([key, value]) => `${printable(key)} ${formatValue(value)}`),
  ].filter((part) => part !== "");
  let line = "";
  for (const [i, part] of parts.entries()) {
    const longer = line === "" ? part : `${line}  ${part}`;
    // Room for the sign that something is missing, unless nothing is.
    const room = i === parts.length - 1 ? 0 : MISSING.length;
    if (longer.length + room > columns) return `${line}${MISSING}`.slice(0, columns);
    line = longer;
  }
  return line;
}

/** TensorFlow.js logs validation values before those of training. */
function trainingFirst(values: Progress["values"]): readonly [string, number][] {
  const all = Object.entries(values);
  const isValidation = ([key]: [string, number]) => key.startsWith("val_");
  return [...all.filter((entry) => !isValidation(entry)), ...all.filter(isValidation)];
}

function bar(done: number): string {
  const full = Math.min(BAR, Math.floor(done * BAR));
  const head = full < BAR ? ">" : "";
  return `[${"=".repeat(full)}${head}${".".repeat(BAR - full - head.length)}]`;
}
