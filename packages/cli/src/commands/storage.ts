import { counted, formatBytes, formatCount } from "@epochal/conclusions";
import { printable } from "@epochal/record";
import type { StorageReport } from "@epochal/store";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { wholeNumber } from "../arguments/whole-number.ts";
import { withStore } from "../store/with-store.ts";
import { type Column, layOutTable } from "../table/lay-out-table.ts";
import { columns, print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface StorageOptions {
  readonly store?: string;
  readonly limit: number;
  readonly json?: boolean;
}

function report(found: StorageReport, location: string, limit: number): string {
  const { bytes, free, journals, copies, runs, keys } = found;
  const files = [
    `${location} has ${formatBytes(bytes)}${free > 0 ? `; ${formatBytes(free)} of it is free: epochal gc gives it back` : ""}.`,
    ...(journals === 0 ? [] : [`Journals beside it have ${formatBytes(journals)}.`]),
    ...copies.map(
      (copy) => `A copy of an older version, ${copy.path}, has ${formatBytes(copy.bytes)}.`,
    ),
  ];
  const sized = [
    { head: "POINTS", cell: (row: { points: number }) => formatCount(row.points), align: "right" },
    { head: "ABOUT", cell: (row: { bytes: number }) => formatBytes(row.bytes), align: "right" },
  ] as const;
  const ofRuns: readonly Column<(typeof runs)[number]>[] = [
    { head: "RUN", cell: ({ name }) => printable(name), shrinksTo: 12, cut: "middle" },
    { head: "PROJECT", cell: ({ project }) => printable(project), shrinksTo: 8, cut: "middle" },
    ...sized,
    { head: "", cell: ({ isDeleted }) => (isDeleted ? "in the trash" : "") },
  ];
  const ofKeys: readonly Column<(typeof keys)[number]>[] = [
    { head: "KEY", cell: ({ key }) => printable(key), shrinksTo: 12, cut: "middle" },
    ...sized,
  ];
  const width = columns();
  const table = <Row>(of: readonly Column<Row>[], rows: readonly Row[], what: string) => {
    if (rows.length === 0) return [];
    const more = rows.length - limit;
    const rest = more > 0 ? `… ${counted(more, `more ${what}`)}; --limit shows more.\n` : "";
    return [layOutTable({ columns: of, rows: rows.slice(0, limit), width }) + rest];
  };
  return [
    `${files.join("\n")}\n`,
    ...table(ofRuns, runs, "run"),
    ...table(ofKeys, keys, "key"),
  ].join("\n");
}

/** `epochal storage` */
export function storageCommand(): Command {
  return storeCommand("storage", "storage --limit 20")
    .option("--limit <n>", "how many runs and keys at most", wholeNumber(1, 100_000), 10)
    .option("--json", "print all of it as JSON")
    .action(({ store: location, limit, json }: StorageOptions) =>
      withStore(location, async (store) => {
        const found = await store.storage();
        if (json) print(toJson({ store: store.location, ...found }));
        else print(report(found, store.location, limit));
      }),
    );
}
