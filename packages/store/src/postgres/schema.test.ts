import { getTableConfig } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { newPostgres, testServer } from "../../test/new-postgres.ts";
import { connect } from "./connect.ts";

const names = [
  ...[
    "audit",
    "clock",
    "concluded",
    "events",
    "folded",
    "key-sets",
    "params",
    "points",
    "projects",
  ],
  ...["purged", "removed", "requests", "rollup", "runs", "segments", "senders", "series"],
  ...["superseded", "tokens", "watches"],
];

async function tableOf(database: string, name: string): Promise<never> {
  const file = new URL(`../${database}/schema/${name}.ts`, import.meta.url).href;
  const module = (await import(/* @vite-ignore */ file)) as Record<string, never>;
  const [table] = Object.values(module);
  if (table === undefined) throw new Error(`${name} has no table`);
  return table;
}

await testServer();
const db = connect({ url: newPostgres(), busyTimeoutMs: 5_000 });

/** What SQLite has not: partitions need the run in the row, and the run a number. */
const own: Readonly<Record<string, readonly string[]>> = {
  runs: ["rowid", "series_made"],
  points: ["run_row"],
  rollup: ["run_row"],
  superseded: ["run_row"],
};

describe("the schema of PostgreSQL", () => {
  it.each(names)("of %s is the real table's, and has what SQLite's has", async (name) => {
    const {
      name: table,
      columns,
      indexes,
      primaryKeys,
    } = getTableConfig(await tableOf("postgres", name));
    const real = db
      .prepare<unknown[], [string, string, number]>(
        `SELECT attname, format_type(atttypid, NULL), attnotnull FROM pg_attribute
          WHERE attrelid = to_regclass('epochal.' || ?) AND attnum > 0 ORDER BY attnum`,
      )
      .raw()
      .all(table);
    const said = columns.map((column) => [
      column.name,
      column.getSQLType(),
      Number(column.notNull),
    ]);
    expect(real).toEqual(said);
    const kept = db
      .prepare<unknown[], string>("SELECT indexname FROM pg_indexes WHERE tablename = ?")
      .pluck()
      .all(table);
    expect(kept).toEqual(expect.arrayContaining(indexes.map((index) => index.config.name)));
    const other = sqliteTable(await tableOf("sqlite", name));
    const types = { INTEGER: "bigint", REAL: "double precision", TEXT: "text" } as Record<
      string,
      string
    >;
    expect(said.filter(([column]) => !own[table]?.includes(String(column))).sort()).toEqual(
      other.columns
        .map((column) => [
          column.name,
          types[column.getSQLType().toUpperCase()],
          Number(column.notNull),
        ])
        .sort(),
    );
    const key = ({ columns: parts }: { readonly columns: readonly { readonly name: string }[] }) =>
      parts.map((part) => part.name).filter((part) => part !== "run_row");
    expect(primaryKeys.map(key)).toEqual(other.primaryKeys.map(key));
  });

  it("has no other tables, and texts are compared byte by byte", () => {
    const real = db
      .prepare<[], string>(
        `SELECT relname FROM pg_class WHERE relnamespace = 'epochal'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
          AND relname <> 'migrated' ORDER BY 1`,
      )
      .pluck()
      .all();
    expect(real).toEqual(names.map((name) => name.replace("-", "_")).sort());
    const others = db
      .prepare<[], string>(
        `SELECT attrelid::regclass::text || '.' || attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
          WHERE relnamespace = 'epochal'::regnamespace AND relkind IN ('r', 'p') AND atttypid = 'text'::regtype
          AND attcollation <> '"C"'::regcollation`,
      )
      .pluck()
      .all();
    expect(others).toEqual([]);
  });
});
