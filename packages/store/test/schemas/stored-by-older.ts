import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { expect } from "vitest";
import type { SeriesPoints, Store } from "../../src/index.ts";
import { patiently } from "../patiently.ts";

/** The schemas of which a database is kept here that was made by the version of its time, and what that version read of it. */
export const olderSchemas = [1, 2, 3, 4];

interface Read {
  readonly details: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly series: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Puts the database of an older version into a folder. @returns its path */
export function storedByOlder(schema: number, folder: string): string {
  const location = path.join(folder, "runs.db");
  writeFileSync(location, unpacked(`schema-${schema}.db.gz`));
  return location;
}

/** Expects a store to hold what that version had read. */
export async function expectAllOf(schema: number, store: Store): Promise<void> {
  const read = JSON.parse(String(unpacked(`schema-${schema}.json.gz`))) as Read[];
  expect(read).toHaveLength(3);
  for (const { details, series } of read) {
    const now = await patiently(() => store.getRun(details.id));
    const { events, ...rest } = now;
    expect(plain({ ...rest, events: events.map(({ event }) => event) })).toMatchObject(details);
    for (const [key, points] of Object.entries(series)) {
      const { total, step, value, wallTime } = await store.readSeries({
        ...{ run: details.id, key, width: 50 },
      });
      expect(plain(asLists({ total, step, value, wallTime }))).toEqual(points);
    }
  }
}

/** Expects a database to be sound, of the newest schema, with no second trace of anything. */
export function expectSound(location: string): void {
  const db = new Database(location, { readonly: true });
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("foreign_key_check")).toEqual([]);
  expect(db.prepare("SELECT count(*) FROM series").pluck().get()).toBe(
    db.prepare("SELECT count(DISTINCT series_id) FROM points").pluck().get(),
  );
  db.close();
}

type Columns = Pick<SeriesPoints, "total" | "step" | "value" | "wallTime">;

function asLists({ total, step, value, wallTime }: Columns) {
  return { total, step: [...step], value: [...value], wallTime: [...wallTime] };
}

function unpacked(name: string): Buffer {
  return gunzipSync(readFileSync(path.join(import.meta.dirname, name)));
}

/** As JSON, in which numbers that are not finite are text. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) =>
      typeof each === "number" && !Number.isFinite(each) ? String(each) : each,
    ),
  );
}
