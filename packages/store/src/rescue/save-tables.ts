import type { Database } from "better-sqlite3";
import { ReadRows, type Row, type Table } from "./read-rows.ts";

/** In an order in which what is referred to comes first. What is not here is a cache, or is made anew. */
const names =
  "projects runs segments params events requests series points superseded purged removed folded senders tokens audit".split(
    " ",
  );
/** So many rows are written at once. */
const rowsAtOnce = 10_000;

const jsonColumns = new Set([
  "config",
  "tags",
  "record",
  "event",
  "value",
  "retention",
  "projects",
]);
/** Control characters, which JSON escapes, and what stands for bytes that are no text. */
const suspicious = /[\p{Cc}\ufffd]/u;

type Head = readonly [head: number | string, from: number, to: number];

/**
 * Copies what can be read of each table of a broken database into a new one of the same schema.
 *
 * @returns the tables that could not be read whole
 */
export function saveTables(broken: Database, saved: Database): string[] {
  return names.filter((name) => {
    const table = tableOf(saved, name);
    return table !== undefined && !saveTable(broken, saved, table);
  });
}

function saveTable(broken: Database, saved: Database, table: Table): boolean {
  const { name, columns } = table;
  const put = saved.prepare(
    `INSERT OR IGNORE INTO "${name}" (${columns.map((each) => `"${each}"`).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const waiting: Row[] = [];
  let refused = 0;
  const putAll = saved.transaction(() => {
    for (const row of waiting) {
      try {
        put.run(...row);
      } catch {
        // A cell of a damaged page, of a type that its column cannot have.
        refused++;
      }
    }
    waiting.length = 0;
  });
  const reader = new ReadRows(broken, table, (row) => {
    if (row.some((cell, i) => isGarbled(cell, jsonColumns.has(columns[i] ?? "")))) refused++;
    else if (waiting.push(row) >= rowsAtOnce) putAll();
  });
  const isWhole = reader.run(() => headsOf(saved, table));
  putAll();
  return isWhole && refused === 0;
}

/**
 * A long text goes on in pages that nothing checks: one that was overwritten reads as zeroes or noise. JSON has neither, and what people
 * write has no long row of zeroes.
 */
function isGarbled(cell: Row[number], isJson: boolean): boolean {
  if (typeof cell !== "string") return false;
  if (!isJson) return cell.includes("\0".repeat(16));
  if (!suspicious.test(cell)) return false;
  try {
    JSON.parse(cell);
    return false;
  } catch {
    return true;
  }
}

/** Which values the first column of a key may have, by what was saved before. */
function headsOf(saved: Database, { key }: Table): Head[] {
  if (key[0] === "series_id") {
    const known = saved
      .prepare<[], Head>(
        "SELECT id, coalesce(min(first_step, 0), 0), coalesce(max(last_step, n), 0) FROM series",
      )
      .raw()
      .all();
    // Segments are few, and steps of a series may have gone on after its summary was lost.
    return known;
  }
  if (key[0] !== "run_id") return [];
  return saved
    .prepare<[], Head>("SELECT id, 0, 65536 FROM runs UNION SELECT run_id, 0, 65536 FROM events")
    .raw()
    .all();
}

function tableOf(db: Database, name: string): Table | undefined {
  const sql = db
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck()
    .get(name);
  // An older schema has fewer.
  if (sql === undefined) return undefined;
  const found = db.pragma(`table_xinfo(${name})`) as { name: string; pk: number; hidden: number }[];
  // What is computed is no column of the file, and key sets are made anew by triggers.
  const columns = found.filter((each) => each.hidden === 0 && each.name !== "key_set");
  const key = found.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  return {
    name,
    columns: columns.map((each) => each.name),
    key: /WITHOUT ROWID\s*$/.test(sql) ? key.map((each) => each.name) : ["rowid"],
  };
}
