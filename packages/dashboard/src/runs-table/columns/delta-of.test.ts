import { expect, test } from "vitest";
import { tableRun } from "../../../test/table-run.ts";
import { deltaOf } from "./delta-of.ts";
import { metricColumn } from "./metric-column.tsx";
import type { TableRun } from "./table-row.ts";

const run = (id: string, value: number): TableRun =>
  tableRun({ id, cells: new Map([["last:val_auc", { value, step: 0 }]]) });
const column = (better: "max" | "min" | undefined) =>
  metricColumn({ key: "val_auc", which: "last", ...(better && { better }) });

test.each([
  ["max", 0.9, 0.8, "better", "+0.1000"],
  ["max", 0.7, 0.8, "worse", "−0.1000"],
  ["min", 0.7, 0.8, "better", "−0.1000"],
  [undefined, 0.9, 0.8, "even", "+0.1000"],
  ["max", 0.8, 0.8, "even", "0"],
] as const)("where %s is better, %d against %d is %s", (better, mine, theirs, tone, text) => {
  const delta = deltaOf(column(better), run("a", mine), {
    baseline: run("b", theirs),
    decimals: 4,
  });
  expect(delta).toEqual({ text, tone });
});

test("there is no difference to oneself, to nobody, to what is missing or not finite", () => {
  const [a, b] = [run("a", 0.9), run("b", Number.NaN)];
  expect(deltaOf(column("max"), a, { baseline: a, decimals: 4 })).toBeUndefined();
  expect(deltaOf(column("max"), a, { decimals: 4 })).toBeUndefined();
  expect(deltaOf(column("max"), a, { baseline: b, decimals: 4 })).toBeUndefined();
  expect(
    deltaOf(column("max"), a, { baseline: tableRun({ id: "c" }), decimals: 4 }),
  ).toBeUndefined();
});

test("a difference has as many digits as its column, and never reads as none", () => {
  const text = (mine: number, theirs: number) =>
    deltaOf(column("max"), run("a", mine), { baseline: run("b", theirs), decimals: 4 })?.text;
  expect(text(0.900611, 0.894305)).toBe("+0.0063");
  expect(text(0.5, 0.500001)).toBe("−1e-6");
});
