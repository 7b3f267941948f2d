import type { RunWriter } from "@epochal/record";
import { checkRun } from "../options/check-run.ts";
import { takeOptions } from "../options/take-options.ts";
import { describeReceived } from "../text/describe-received.ts";

export interface TensorBoardArgs {
  /**
   * The run to record into.
   *
   * @default absent: nothing is recorded in a run
   */
  readonly run?: RunWriter;
  /**
   * The folder for TensorBoard's event files. Needs Node 20.16 or later.
   *
   * @default absent: no files are written
   */
  readonly logDir?: string;
  /**
   * When values are recorded: once an epoch only, or also after every batch, or also after every so many batches.
   * With a run, `"batch"` records less often where recording takes more than 1 % of the time, and says so in the run; a number
   * holds.
   *
   * @default "epoch"
   */
  readonly updateFreq?: "epoch" | "batch" | number;
  /**
   * Epochs from one histogram of each weight to the next; 0 for none.
   *
   * @default 0
   */
  readonly histogramFreq?: number;
  /**
   * Whether the layers of the model are recorded.
   *
   * @default true
   */
  readonly writeGraph?: boolean;
  /**
   * Whether the event files have the speed too. A run always has that of each epoch.
   *
   * @default false
   */
  readonly writeStepsPerSecond?: boolean;
}

const names = [
  "run",
  "logDir",
  "updateFreq",
  "histogramFreq",
  "writeGraph",
  "writeStepsPerSecond",
] as const satisfies (keyof TensorBoardArgs)[];

/** The options of `TensorBoard`. Refuses what it could not follow. */
export function tensorBoardOptions(given: TensorBoardArgs, isExtended: boolean): TensorBoardArgs {
  const args = takeOptions("TensorBoard", given, names, isExtended);
  checkRun("TensorBoard", args.run);
  const { logDir, updateFreq = "epoch", histogramFreq = 0 } = args;
  if (logDir !== undefined && (typeof logDir !== "string" || logDir === "")) {
    throw new TypeError(
      `TensorBoard: logDir must be the path of a folder. Received: ${describeReceived(logDir)}`,
    );
  }
  const isCount = Number.isSafeInteger(updateFreq) && Number(updateFreq) > 0;
  if (updateFreq !== "epoch" && updateFreq !== "batch" && !isCount) {
    throw new RangeError(
      `TensorBoard: updateFreq must be "epoch", "batch" or a whole number above 0. Received: ${String(updateFreq)}`,
    );
  }
  if (!Number.isSafeInteger(histogramFreq) || histogramFreq < 0) {
    throw new RangeError(
      `TensorBoard: histogramFreq must be a whole number, 0 or more. Received: ${describeReceived(histogramFreq)}`,
    );
  }
  for (const name of ["writeGraph", "writeStepsPerSecond"] as const) {
    if (args[name] !== undefined && typeof args[name] !== "boolean") {
      throw new TypeError(
        `TensorBoard: ${name} must be true or false. Received: ${describeReceived(args[name])}`,
      );
    }
  }
  return args;
}
