import type { Column, Dialect } from "../sqlite/dialect.ts";
import type { AskServer } from "./postgres-statement.ts";

type Args<Name extends "putRows" | "changeRows"> = [...Parameters<Dialect[Name]>, AskServer];

/** Puts many rows of series into a table, by one statement. Of rows with the same key the last one stays. */
export function putRows(...[{ table, key, names }, series, columns, ask]: Args<"putRows">): void {
  const keys = key.map((name) => columns[names.indexOf(name)]?.values ?? []);
  const rows = lastOfEach([series, ...keys]);
  if (rows.length === 0) return;
  const others = names
    .filter((name) => !key.includes(name))
    .map((name) => `${name} = excluded.${name}`);
  const all: Column[] = [{ type: "whole", values: series }, ...columns];
  ask(
    `INSERT INTO ${table} (run_row, series_id, ${names.join(", ")}) SELECT series >> 20, series, ${names.join(", ")}
      FROM unnest(${all.map(placeOf).join(", ")}) AS given(series, ${names.join(", ")})
      ON CONFLICT (run_row, series_id, ${key.join(", ")}) DO UPDATE SET ${others.join(", ")}`,
    all.map(({ values }) => arrayOf(rows.map((i) => values[i]))),
    true,
  );
}

/** Changes columns of many rows of a table, by one statement. */
export function changeRows(...[{ table, names }, ids, columns, ask]: Args<"changeRows">): void {
  const all: Column[] = [{ type: "whole", values: ids }, ...columns];
  ask(
    `UPDATE ${table} SET ${names.map((name) => `${name} = given.${name}`).join(", ")}
      FROM unnest(${all.map(placeOf).join(", ")}) AS given(id, ${names.join(", ")}) WHERE ${table}.id = given.id`,
    all.map(({ values }) => arrayOf(values)),
    true,
  );
}

const placeOf = ({ type }: Column, i: number): string =>
  `$${i + 1}::text::${type === "whole" ? "int8" : "float8"}[]`;

const arrayOf = (values: readonly (number | null | undefined)[]): string =>
  `{${values.map(text).join(",")}}`;

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
