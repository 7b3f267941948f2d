import { type Logs, util } from "@tensorflow/tfjs";
import { printLine } from "../host/print-line.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { type Progress, progressLine } from "../terminal/progress-line.ts";
import { Callback } from "./callback.ts";

/** Where progress is written to, such as `process.stdout`. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgbarLoggerArgs {
  /**
   * 0 writes nothing, 1 a bar that is drawn anew, 2 a line an epoch. A stream that is no terminal gets a line an epoch.
   *
   * @default that of the fit
   */
  readonly verbose?: 0 | 1 | 2;
  /**
   * Where to write to.
   *
   * @default the standard output; in a browser the console, a line an epoch
   */
  readonly stream?: ProgressStream;
}

interface Host {
  readonly process?: { readonly stdout?: ProgressStream };
}

const stream: OptionRule = {
  words: "a stream with write()",
  Kind: TypeError,
  holds: (value) =>
    typeof value === "object" &&
    value !== null &&
    "write" in value &&
    typeof value.write === "function",
};
const rules = { verbose: optionRules.verbose, stream };
const REDRAW_MS = 100;
const COLUMNS = 80;

/**
 * Shows how far training is: a bar with the time left and the values so far, and a line for each epoch that is done.
 *
 * The bar is drawn at most ten times a second and never wraps: values that do not fit into the terminal are left out. The
 * values of batches are read from the device only when they are drawn.
 *
 * As `ProgbarLogger` of Keras 3.16.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @example
 * ```ts
 * const written: string[] = [];
 * const logger = new ProgbarLogger({ verbose: 2, stream: { write: (text) => written.push(text) } });
 * await logger.onEpochBegin(0);
 * await logger.onEpochEnd(0, { loss: 0.25 });
 * written[0]?.includes("loss 0.2500"); // true
 * ```
 */
export class ProgbarLogger extends Callback {
  readonly #args: ProgbarLoggerArgs;
  #epoch = 0;
  #batch = 0;
  #start = 0;
  #drawn = 0;
  #isOpen = false;
  #batches: number | undefined;

  constructor(args: ProgbarLoggerArgs = {}) {
    super();
    this.#args = takeOptions("ProgbarLogger", args, rules, new.target !== ProgbarLogger);
  }

  override addsLogs(): boolean {
    return false;
  }

  override readsBatchLogs(): boolean {
    return this.#level() === 1 && util.now() - this.#drawn >= REDRAW_MS;
  }

  override async onTrainBegin(): Promise<void> {
    const { steps, samples, batchSize } = this.params ?? {};
    const counted = Math.ceil(Number(samples) / Number(batchSize));
    this.#batches =
      typeof steps === "number" ? steps : Number.isFinite(counted) ? counted : undefined;
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epoch = epoch;
    this.#batch = 0;
    this.#start = util.now();
    this.#drawn = 0;
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    const isDue = this.readsBatchLogs();
    this.#batch = batch + 1;
    if (!isDue) return;
    this.#drawn = util.now();
    const { batch: _, size: __, ...values } = logs;
    this.#isOpen = true;
    this.#write(`\r\x1b[2K${this.#line(values, false)}`);
  }

  override async onEpochEnd(_epoch: number, logs: Logs = {}): Promise<void> {
    if (this.#level() === 0) return;
    // Facts that were not known before the first epoch.
    this.#batches ??= this.#batch || undefined;
    const line = this.#line(logs, true);
    if (this.#stream() === undefined) printLine(line);
    else this.#write(`${this.#isOpen ? "\r\x1b[2K" : ""}${line}\n`);
    this.#isOpen = false;
  }

  /** Leaves the bar where it is, and the message of the error on a line of its own. */
  override async onTrainError(): Promise<void> {
    if (this.#isOpen) this.#write("\n");
    this.#isOpen = false;
  }

  #line(values: Progress["values"], isDone: boolean): string {
    const epochs: unknown = this.params?.epochs;
    const stream = this.#stream();
    // The last column stays free: some terminals wrap once it is taken.
    const columns = stream?.isTTY ? (stream.columns ?? COLUMNS) - 1 : Number.MAX_SAFE_INTEGER;
    return progressLine(
      {
        epoch: this.#epoch,
        epochs: typeof epochs === "number" ? epochs : undefined,
        batch: this.#batch,
        batches: this.#batches,
        elapsedMs: util.now() - this.#start,
        values,
        isDone,
      },
      columns,
    );
  }

  #stream(): ProgressStream | undefined {
    const { stream } = this.#args;
    if (stream !== undefined) return stream;
    const stdout = (globalThis as Host).process?.stdout;
    return typeof stdout?.write === "function" ? stdout : undefined;
  }

  #level(): number {
    const given = this.#args.verbose ?? this.params?.verbose;
    const level = typeof given === "number" ? given : given === false ? 0 : 1;
    return level === 1 && this.#stream()?.isTTY !== true ? 2 : level;
  }

  #write(text: string): void {
    this.#stream()?.write(text);
  }
}
