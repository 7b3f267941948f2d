import { counted, formatValue } from "@epochal/conclusions";
import { scaleTo, sparklinePath } from "../runs-table/columns/sparkline-path.ts";
import type { ProjectView } from "../wire/projects-data.ts";
import { recordSteps } from "./record-steps.ts";

const WIDTH = 132;
const HEIGHT = 44;

/** How the best value of a project came about, as steps over time. */
export function RecordsLine({ records, lastActiveAt, best }: ProjectView) {
  const [first] = records;
  const last = records.at(-1);
  if (first === undefined || last === undefined || best === undefined) return null;
  const { x, y } = recordSteps(records, lastActiveAt);
  // One run that has just ended is no course.
  if (x.length < 2) return null;
  const xRange = { min: first.at, max: Math.max(lastActiveAt, last.at) };
  const yRange = { min: Math.min(...y), max: Math.max(...y) };
  const size = { width: WIDTH, height: HEIGHT };
  const moved = records.length - 1;
  return (
    <svg
      {...size}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={
        moved === 0
          ? `The first run with ${best.key} is still the best`
          : `The best ${best.key} went from ${formatValue(first.value)} to ${formatValue(last.value)} in ${counted(moved, "step")}`
      }
      className="flex-none stroke-accent"
    >
      <path
        d={sparklinePath({ x, y, xRange, yRange, ...size })}
        fill="none"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <circle
        cx={scaleTo(xRange, 2, WIDTH - 2)(last.at)}
        cy={scaleTo(yRange, HEIGHT - 3, 3)(last.value)}
        r="2.6"
        className="fill-accent stroke-none"
      />
    </svg>
  );
}
