import type { Logs } from "@tensorflow/tfjs";
import { nodeFiles } from "../host/node-files.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { writeWhole } from "../saving/write-whole.ts";
import { formatCsvRow, parseCsv } from "../text/csv.ts";
import { Callback } from "./callback.ts";

export interface CSVLoggerArgs {
  /** The file to write. Its folder is made if it is not there. */
  readonly filename: string;
  /**
   * What stands between two values: one character.
   *
   * @default ","
   */
  readonly separator?: string;
  /**
   * Whether to go on in a file that is there, in place of a new one.
   *
   * @default false
   */
  readonly append?: boolean;
}

const separator: OptionRule = {
  words: "one character, not a quote or a line break",
  Kind: RangeError,
  holds: (value) => typeof value === "string" && value.length === 1 && !/["\r\n]/.test(value),
};
const { text: filename, flag } = optionRules;
const rules = { filename, separator, append: flag };

/**
 * Writes the values of each epoch into a CSV file, in Node.
 *
 * A row an epoch, `epoch` counted from 0, then the log keys in the order of the alphabet; values that are not finite as
 * `nan`, `inf` and `-inf`. A row is on disk when the epoch ends. A key that appears late gets a column, and `NA` in the rows
 * before it. With `append` the columns of the file are kept, and what they lack is added: rows never shift.
 *
 * As `CSVLogger` of Keras 3.16, which drops late keys, fills columns for validation values that never come, and does not
 * look at the columns it appends to.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @throws Error when training begins in a browser, or the file cannot be written
 * @example
 * ```ts
 * const logger = new CSVLogger({ filename: "training.csv", append: true });
 * logger.addsLogs(); // false
 * ```
 */
export class CSVLogger extends Callback {
  readonly #filename: string;
  readonly #separator: string;
  readonly #append: boolean;
  #columns: string[] = [];
  #rows: string[][] = [];

  constructor(given: CSVLoggerArgs) {
    super();
    const args = takeOptions("CSVLogger", given, rules, new.target !== CSVLogger);
    if (args.filename === undefined) {
      throw new TypeError("CSVLogger: filename must be a non-empty string. Received: nothing");
    }
    this.#filename = args.filename;
    this.#separator = args.separator ?? ",";
    this.#append = args.append ?? false;
  }

  override addsLogs(): boolean {
    return false;
  }

  override async onTrainBegin(): Promise<void> {
    const files = nodeFiles("CSVLogger");
    this.#columns = [];
    this.#rows = [];
    const cut = this.#filename.lastIndexOf("/");
    if (cut > 0) await files.mkdir(this.#filename.slice(0, cut), { recursive: true });
    if (this.#append) {
      const text = await files.readFile(this.#filename, "utf8").catch(() => "");
      const [columns = [], ...rows] = parseCsv(text, this.#separator);
      this.#columns = [...columns];
      this.#rows = rows.map((row) => [...row]);
    }
    // A file that cannot be written is no surprise for the end of the first epoch.
    await this.#writeAll();
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    const keys = ["epoch", ...Object.keys(logs).sort()];
    const late = keys.filter((key) => !this.#columns.includes(key));
    this.#columns.push(...late);
    const values: Record<string, number | undefined> = { ...logs, epoch };
    this.#rows.push(
      this.#columns.map((key) => shown(Object.hasOwn(values, key) ? values[key] : undefined)),
    );
    if (late.length > 0) {
      for (const row of this.#rows) while (row.length < this.#columns.length) row.push("NA");
      await this.#writeAll();
    } else await this.#writeLast();
  }

  async #writeAll(): Promise<void> {
    const lines = this.#columns.length === 0 ? [] : [this.#columns, ...this.#rows];
    const text = lines.map((row) => formatCsvRow(row, this.#separator)).join("");
    await writeWhole(nodeFiles("CSVLogger"), this.#filename, text);
  }

  async #writeLast(): Promise<void> {
    const handle = await nodeFiles("CSVLogger").open(this.#filename, "a");
    try {
      await handle.writeFile(formatCsvRow(this.#rows.at(-1) ?? [], this.#separator));
    } finally {
      await handle.close();
    }
  }
}

/** As Python writes it. */
function shown(value: number | undefined): string {
  if (value === undefined) return "NA";
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return String(value);
}
