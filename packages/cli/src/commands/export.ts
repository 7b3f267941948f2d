import type { JournalRecord, ValuesRecord } from "@epochal/record";
import type { Store } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { printAll } from "../terminal/print.ts";
import { escapeSteering, toJson } from "../terminal/to-json.ts";

interface ExportOptions {
  readonly store?: string;
  readonly csv?: boolean;
  readonly jsonl?: boolean;
  readonly json?: boolean;
}

/** How many lines are printed at once. */
const batch = 500;

async function* jsonLines(store: Store, id: string): AsyncGenerator<string> {
  const { encodeRecord } = await import("@epochal/record");
  let lines = "";
  let count = 0;
  for await (const record of store.exportRun(id)) {
    lines += escapeSteering(encodeRecord(record));
    if (++count % batch > 0) continue;
    yield lines;
    lines = "";
  }
  yield lines;
}

/** One object with all records, that grows in nobody's memory. */
async function* jsonObject(store: Store, id: string): AsyncGenerator<string> {
  const head = toJson({ store: store.location, run: id, records: [] });
  yield head.slice(0, head.lastIndexOf("]"));
  let isFirst = true;
  for await (const lines of jsonLines(store, id)) {
    if (lines === "") continue;
    yield `${isFirst ? "" : ","}\n${lines.trimEnd().replaceAll("\n", ",\n")}`;
    isFirst = false;
  }
  yield "\n]}\n";
}

/** A row of the table that is exported, without the columns of its values. */
interface Row {
  readonly step: number;
  readonly epoch: number | "";
  readonly at: number;
  readonly values: Record<string, unknown>;
}

async function* csvLines(
  store: Store,
  id: string,
  keys: readonly string[],
): AsyncGenerator<string> {
  const { default: papaparse } = await import("papaparse");
  const csv = (rows: unknown[][]) => `${papaparse.unparse(rows, { newline: "\n" })}\n`;
  yield csv([["step", "epoch", "time", ...keys]]);
  let rows: unknown[][] = [];
  for await (const { step, epoch, at, values } of rowsOf(
    store.exportRun(id, { superseded: false }),
  )) {
    const cells = keys.map((key) => (Object.hasOwn(values, key) ? values[key] : ""));
    rows.push([step, epoch, new Date(at).toISOString(), ...cells]);
    if (rows.length < batch) continue;
    yield csv(rows);
    rows = [];
  }
  if (rows.length > 0) yield csv(rows);
}

/** All calls that logged at one step make one row. */
async function* rowsOf(records: AsyncIterable<JournalRecord>): AsyncGenerator<Row> {
  let row: Row | undefined;
  for await (const record of records) {
    if (record.type !== "values") continue;
    const isSame = row?.step === record.step;
    if (row !== undefined && !isSame) yield row;
    row = joined(isSame ? row : undefined, record);
  }
  if (row !== undefined) yield row;
}

function joined(row: Row | undefined, { step, epoch, at, values }: ValuesRecord): Row {
  const known = row === undefined || row.epoch === "" ? (epoch ?? "") : row.epoch;
  return { step, epoch: known, at: row?.at ?? at, values: { ...row?.values, ...values } };
}

function exportRun(wanted: string, { csv, jsonl, json, ...options }: ExportOptions): Promise<void> {
  if ([csv, jsonl, json].filter(Boolean).length !== 1)
    throw new CommandError("say how, in one way: --csv, --jsonl or --json.", 2);
  return withStore(options.store, async (store) => {
    const { id, series } = await findRun(store, wanted);
    const keys = series.map(({ key }) => key).sort();
    if (csv) await printAll(csvLines(store, id, keys));
    else await printAll(json ? jsonObject(store, id) : jsonLines(store, id));
  });
}

/** `epochal export` */
export function exportCommand(): Command {
  return storeCommand("export", 'export "lr 0.01" --csv > run.csv')
    .argument("<run>", runArgument)
    .option("--csv", "the values: a line a step, a column a key")
    .option("--jsonl", "all there is: a record a line, as in the journal")
    .option("--json", "the same records in one JSON object")
    .action(exportRun);
}
