import { cssColor } from "../../colors/css-color.ts";
import { grey } from "../../colors/grey.ts";
import type { RunColumn } from "./run-column.ts";
import { scaleTo, sparklinePath } from "./sparkline-path.ts";
import type { TableRun } from "./table-row.ts";

const WIDTH = 90;
const HEIGHT = 26;

export interface CourseRange {
  readonly x: { readonly min: number; readonly max: number };
  readonly y: { readonly min: number; readonly max: number };
}

/** The course of a metric over the charts' x, all rows to one scale, with a dot where it was best. */
export function courseColumn(key: string, range: CourseRange): RunColumn {
  return {
    id: "course",
    label: key,
    group: "Judged by",
    width: 106,
    align: "left",
    cell: (run) => <Sparkline run={run} range={range} />,
  };
}

interface SparklineProps {
  readonly run: TableRun;
  readonly range: CourseRange;
}

function Sparkline({ run, range }: SparklineProps) {
  const { judged: { spark, best } = {}, bestX, color = grey, visible } = run;
  if (spark === undefined) return null;
  const size = { width: WIDTH, height: HEIGHT };
  const path = sparklinePath({ ...spark, xRange: range.x, yRange: range.y, ...size });
  const stroke = cssColor(color);
  return (
    <svg {...size} aria-hidden className={visible ? "" : "opacity-40"}>
      <path d={path} fill="none" stroke={stroke} strokeWidth="1.5" strokeLinejoin="round" />
      {best && bestX !== undefined && (
        <circle
          cx={scaleTo(range.x, 2, WIDTH - 2)(bestX)}
          cy={scaleTo(range.y, HEIGHT - 3, 3)(best.value)}
          r="2.4"
          fill={stroke}
        />
      )}
    </svg>
  );
}
