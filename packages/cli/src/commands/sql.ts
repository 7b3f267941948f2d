import { printable } from "@epochal/record";
import type { SqlRows } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { withStore } from "../store/with-store.ts";
import { widthOf } from "../table/cut.ts";
import { layOutRecords } from "../table/lay-out-records.ts";
import { layOutTable } from "../table/lay-out-table.ts";
import { columns, print, printAside } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface SqlCommandOptions {
  readonly store?: string;
  readonly limit: number;
  readonly seconds: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Bytes are told in hexadecimal digits, NULL as nothing. */
function cellText(cell: unknown): string {
  if (cell === null) return "";
  return cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : String(cell);
}

function table({ columns: heads, rows }: SqlRows): string {
  const ofHead = (head: string, at: number) => ({
    head: printable(head),
    cell: (row: readonly unknown[]) => printable(cellText(row[at])),
    ...(rows.every((row) => typeof row[at] !== "string" && !(row[at] instanceof Uint8Array)) && {
      align: "right" as const,
    }),
    ...(rows.some((row) => typeof row[at] === "string") && { shrinksTo: 6 }),
  });
  const width = columns();
  const text = layOutTable({ columns: heads.map(ofHead), rows, width });
  const [head = ""] = text.split("\n", 1);
  const isTooWide = width !== undefined && rows.length > 0 && widthOf(head) > width;
  if (!isTooWide) return text;
  const cells = rows.map((row) => row.map((cell) => printable(cellText(cell))));
  return layOutRecords(heads.map(printable), cells, width);
}

async function csv({ columns: heads, rows }: SqlRows): Promise<string> {
  const { default: papaparse } = await import("papaparse");
  const cells = rows.map((row) => row.map(cellText));
  return `${papaparse.unparse([[...heads], ...cells], { newline: "\n" })}\n`;
}

function json({ columns: heads, rows, isCut }: SqlRows, store: string): string {
  const cells = rows.map((row) =>
    row.map((cell) =>
      typeof cell === "bigint" || cell instanceof Uint8Array ? cellText(cell) : cell,
    ),
  );
  return toJson({ store, columns: heads, rows: cells, isCut });
}

function sql(text: string, options: SqlCommandOptions): Promise<void> {
  if (options.json && options.csv) throw new CommandError("say --json or --csv, not both.", 2);
  return withStore(options.store, async (store) => {
    const found = await store.readSql(text, {
      maxRows: options.limit,
      timeoutMs: options.seconds * 1000,
    });
    if (options.json) print(json(found, store.location));
    else print(options.csv ? await csv(found) : table(found));
    if (found.isCut) printAside(`Only the first ${options.limit} rows; --limit shows more.\n`);
  });
}

/** `epochal sql` */
export function sqlCommand(): Command {
  return storeCommand("sql", 'sql "SELECT project, count(*) FROM runs GROUP BY project"')
    .argument("<statement>", "one statement that reads rows")
    .option("--limit <n>", "how many rows at most", wholeNumber(1, 1_000_000), 1_000)
    .option("--seconds <n>", "how long it may take", wholeNumber(1, 86_400), 10)
    .option("--json", "print the rows as JSON")
    .option("--csv", "print the rows as CSV")
    .action(sql);
}
