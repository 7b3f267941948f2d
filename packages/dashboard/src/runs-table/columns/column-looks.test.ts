import { expect, test } from "vitest";
import { tableRun } from "../../../test/table-run.ts";
import { columnLooks } from "./column-looks.ts";
import { durationColumn } from "./duration-column.tsx";
import { metricColumn } from "./metric-column.tsx";

const column = metricColumn({ key: "steps", which: "last" });
const look = (values: readonly number[]) =>
  columnLooks(
    [column],
    values.map((value, at) =>
      tableRun({ id: `run ${at}`, cells: new Map([["last:steps", { value, step: 0 }]]) }),
    ),
  ).get(column.id);

test("large values that lie close together are told apart, and have room", () => {
  const near = Array.from({ length: 12 }, (_, at) => 1_234_529 + 10 * at);
  const { format, needs = 0 } = look(near) ?? {};
  expect(new Set(near.map((value) => format?.(value))).size).toBe(12);
  expect(needs).toBeGreaterThan(look([0.5, 0.9])?.needs ?? Infinity);
});

test("values that are far apart have four digits, and durations the width they had", () => {
  expect(look([0.903_512_3, 0.812_345_6])?.format(0.903_512_3)).toBe("0.9035");
  expect(columnLooks([durationColumn], [tableRun({ id: "a" })]).get("duration")?.needs).toBe(0);
});
