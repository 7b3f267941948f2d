import { fitAxis } from "@epochal/panel/charts";
import type { CourseRange } from "./columns/course-column.tsx";
import type { TableRun } from "./columns/table-row.ts";

/** One scale for the sparklines of all rows; a diverging run does not flatten them. */
export function sparklineRange(runs: readonly Pick<TableRun, "id" | "judged">[]): CourseRange {
  const lines = runs.flatMap(({ id, judged }) =>
    judged?.spark ? [{ run: id, x: [...judged.spark.x], y: [...judged.spark.y] }] : [],
  );
  const { leaving } = fitAxis(lines, "linear");
  const ends = (numbers: readonly number[]) => ({
    min: numbers.reduce((a, b) => Math.min(a, b), Infinity),
    max: numbers.reduce((a, b) => Math.max(a, b), -Infinity),
  });
  const calm = lines.filter(({ run }) => !leaving.includes(run));
  const x = ends(lines.flatMap((line) => line.x));
  const y = ends((calm.length > 0 ? calm : lines).flatMap((line) => line.y));
  const whole = { min: 0, max: 1 };
  return { x: x.max > x.min ? x : whole, y: y.max > y.min ? y : whole };
}
