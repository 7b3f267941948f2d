// What the schema has of SQLite's functions, beside SQLite and JavaScript.
import { naturalKey } from "@epochal/conclusions";
import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, it } from "vitest";
import { newPostgres, testServer } from "../../test/new-postgres.ts";
import { connect } from "./connect.ts";

await testServer();
const db = connect({ url: newPostgres(), busyTimeoutMs: 5_000 });
const sqlite = new Database(":memory:");
const seed = newSeed();
const numRuns = whole(2_000);

/** Rows of a list of texts: one way to the server for all. */
const ask = (sql: string, texts: readonly string[]) =>
  db.prepare<unknown[], unknown>(sql).pluck().all(JSON.stringify(texts));

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.stringMatching(/^[aAéÉ1.0e -]{0,14}$/),
  fc.constantFrom(
    "İstanbul 10",
    "ΣΑΣ 2",
    "ß",
    "v1.10.0",
    "1e-4",
    "3e-123",
    "00",
    "0.10",
    "e-1",
    "1.2.3.e-4",
  ),
);

it(`natural_key is naturalKey (seed ${seed})`, () => {
  const texts = fc
    .sample(text, { seed, numRuns: numRuns * 5 })
    .filter((one) => !/[\0\uFDD0]/.test(one));
  const keys = ask("SELECT natural_key(value) FROM json_each(?) ORDER BY key", texts);
  expect(keys).toEqual(texts.map(naturalKey));
});

it(`fold_case is toLowerCase (seed ${seed})`, () => {
  const texts = fc.sample(text, { seed, numRuns }).filter((one) => !/[\0\uFDD0]/.test(one));
  const folded = ask("SELECT fold_case(value) FROM json_each(?) ORDER BY key", texts);
  expect(folded).toEqual(texts.map((one) => one.toLowerCase()));
});

it(`texts come back as they were, NUL and all, and sort as in SQLite (seed ${seed})`, () => {
  const any = fc.string({
    unit: fc.constantFrom("a", "B", "é", "\0", "\uFDD0", "0", "\\", '"', "𝒳", "\ud800", "u0000"),
    maxLength: 8,
  });
  const texts = [...new Set(fc.sample(any, { seed, numRuns }))];
  const wellFormed = texts.map((one) => Buffer.from(one).toString());
  const back = texts.map((one) => db.prepare<unknown[], string>("SELECT ? || ''").pluck().get(one));
  expect(back).toEqual(wellFormed);
  expect(ask("SELECT value FROM json_each(?) ORDER BY key", texts)).toEqual(wellFormed);
  const plain = wellFormed.filter((one) => !/[\0\uFDD0]/.test(one));
  const sorted = (on: typeof db, collation: string) =>
    on
      .prepare<unknown[], string>(`SELECT value FROM json_each(?) ORDER BY value ${collation}`)
      .pluck()
      .all(JSON.stringify(plain));
  expect(sorted(db, 'COLLATE "C"')).toEqual(sorted(sqlite, ""));
});

it("reads JSON as SQLite does", () => {
  const values = ['"a"', '"\\u0001"', '"é\\n"', '""', '["x","y"]', '[1,"b"]'];
  for (const path of ["$", "$[0]", "$[1]"])
    for (const value of values.filter((one) => one.startsWith("[") === (path !== "$"))) {
      const read = (on: typeof db) =>
        String(
          on.prepare<unknown[], unknown>("SELECT json_extract(?, ?)").pluck().get(value, path),
        );
      expect(read(db)).toBe(read(sqlite));
    }
});

it.each([
  ["SELECT max(3, 5), max(5, 3), max(NULL, 3)", [5, 5, null]],
  ["SELECT total(1.5), total(NULL)", [1.5, 0]],
  ["SELECT instr('abc', 'c'), instr('abc', 'x'), instr('é𝒳a', 'a')", [3, 0, 3]],
])("%s", (sql, wanted) => {
  for (const on of [db, sqlite]) expect(on.prepare<[], unknown[]>(sql).raw().get()).toEqual(wanted);
});

it.each([0, -0, 1.5, -1e300, 5e-324, 2 ** 53, Infinity, -Infinity, 1e22])(
  "keeps the number %d",
  (number) => {
    expect(
      db.prepare<unknown[], number>("SELECT CAST(? AS double precision)").pluck().get(number),
    ).toBe(number);
  },
);
