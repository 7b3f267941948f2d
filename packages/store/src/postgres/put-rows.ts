import type { Column, RowsInto } from "../sqlite/otherwise.ts";
import type { AskServer } from "./postgres-statement.ts";

/** Puts many rows of one series into a table, by one statement. Of rows with the same key the last one stays. */
export function putRows(
  { table, series, key, names }: RowsInto,
  columns: readonly Column[],
  ask: AskServer,
): void {
  const rows = lastOfEach(key.map((name) => columns[names.indexOf(name)]?.values ?? []));
  if (rows.length === 0) return;
  const others = names
    .filter((name) => !key.includes(name))
    .map((name) => `${name} = excluded.${name}`);
  const places = columns.map(
    ({ type }, i) => `$${i + 2}::text::${type === "whole" ? "int8" : "float8"}[]`,
  );
  ask(
    `INSERT INTO ${table} (run_row, series_id, ${names.join(", ")}) SELECT $1::int8 >> 20, $1::int8, * FROM unnest(${places.join(", ")})
      ON CONFLICT (run_row, series_id, ${key.join(", ")}) DO UPDATE SET ${others.join(", ")}`,
    [
      String(series),
      ...columns.map(({ values }) => `{${rows.map((i) => text(values[i])).join(",")}}`),
    ],
    true,
  );
}

/** The places of the rows: of those with the same key the last one. */
function lastOfEach(keys: readonly Column["values"][]): number[] {
  const last = new Map<string, number>();
  const count = keys[0]?.length ?? 0;
  for (let i = 0; i < count; i++) last.set(keys.map((values) => values[i]).join(" "), i);
  return [...last.values()];
}

function text(value: number | null | undefined): string {
  if (value === null || value === undefined) return "NULL";
  return Object.is(value, -0) ? "-0" : String(value);
}
