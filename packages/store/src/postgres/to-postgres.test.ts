import { expect, it } from "vitest";
import { toPostgres } from "./to-postgres.ts";

function written(sql: string): string {
  const { parts, slots } = toPostgres(sql);
  return parts.map((part, i) => (i === 0 ? part : `{${slots[i - 1]}}${part}`)).join("");
}

it.each([
  [
    "SELECT '?', \"a?@b\", @c FROM t WHERE x = ? AND y = ?",
    "SELECT '?', \"a?@b\", {c} FROM t WHERE x = {0} AND y = {1}",
  ],
  ["SELECT 'it''s @x' WHERE a = @x", "SELECT 'it''s @x' WHERE a = {x}"],
  ["SELECT 1 FROM runs INDEXED BY runs_by_state WHERE a = ?", "SELECT 1 FROM runs WHERE a = {0}"],
  [
    "SELECT 1 FROM json_each(?) AS w CROSS JOIN json_each(?) AS v CROSS JOIN params ON a = w.value CROSS JOIN runs AS r ON r.id = a",
    "SELECT 1 FROM json_each({0}) AS w CROSS JOIN json_each({1}) AS v JOIN params ON a = w.value JOIN runs AS r ON r.id = a",
  ],
  [
    "SELECT step FROM points WHERE series_id = ? AND step >= ?",
    "SELECT step FROM points WHERE run_row = ({0} >> 20) AND series_id = {0} AND step >= {1}",
  ],
  [
    "SELECT 1 FROM points WHERE series_id = @series AND step > @after",
    "SELECT 1 FROM points WHERE run_row = ({series} >> 20) AND series_id = {series} AND step > {after}",
  ],
  [
    "DELETE FROM points WHERE series_id = ? LIMIT 20000",
    "DELETE FROM points WHERE run_row = ({0} >> 20) AND series_id = {0} AND ctid IN (SELECT ctid FROM points WHERE run_row = ({0} >> 20) AND series_id = {0} LIMIT 20000)",
  ],
  ["abs(a) < 9e999 AND b > -9e999", "abs(a) < 'Infinity'::float8 AND b > -'Infinity'::float8"],
])("%s", (sql, wanted) => {
  expect(written(sql)).toBe(wanted);
});

it("remembers how names of columns were written", () => {
  const { names } = toPostgres("SELECT a AS startedMs, b AS other, (SELECT c AS lastStep) FROM t");
  expect([...names.values()]).toEqual(["startedMs", "lastStep"]);
});
