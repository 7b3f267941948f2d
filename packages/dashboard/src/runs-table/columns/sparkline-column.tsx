import { cssColor } from "../../colors/css-color.ts";
import type { RunColumn } from "./column-features.ts";
import type { RunRow } from "./run-row.ts";
import { scaleTo, sparklinePath } from "./sparkline-path.ts";

const WIDTH = 96;
const HEIGHT = 26;

export interface SparklineRange {
  readonly x: { readonly min: number; readonly max: number };
  readonly y: { readonly min: number; readonly max: number };
}

/** The course of the primary metric, all rows to one scale, with a dot where it was best. */
export function sparklineColumn(title: string, range: SparklineRange): RunColumn {
  return {
    id: "course",
    header: title,
    enableSorting: false,
    cell: ({ row: { original } }) => <Sparkline row={original} range={range} />,
  };
}

function Sparkline({ row, range }: { readonly row: RunRow; readonly range: SparklineRange }) {
  const { points, series, color, shown } = row;
  if (points === undefined) return null;
  const size = { width: WIDTH, height: HEIGHT };
  const path = sparklinePath({
    x: points.step,
    y: points.value,
    xRange: range.x,
    yRange: range.y,
    ...size,
  });
  const best = series?.best;
  const stroke = cssColor(color);
  return (
    <svg {...size} aria-hidden className={shown ? "" : "opacity-40"}>
      <path d={path} fill="none" stroke={stroke} strokeWidth="1.5" strokeLinejoin="round" />
      {best && (
        <circle
          cx={scaleTo(range.x, 2, WIDTH - 2)(best.step)}
          cy={scaleTo(range.y, HEIGHT - 3, 3)(best.value)}
          r="2.4"
          fill={stroke}
        />
      )}
    </svg>
  );
}
