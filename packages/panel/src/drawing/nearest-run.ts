import type { ChartLine } from "../lines/chart-line.ts";
import type { XAxis } from "../lines/chart-run.ts";
import { indexAt } from "../lines/value-at.ts";

export interface NearestRunArgs {
  readonly lines: readonly ChartLine[];
  readonly x: number;
  readonly xAxis: XAxis;
  /** Pixels from the top at which a value is drawn. */
  readonly toPixel: (value: number) => number;
  /** Where the pointer is. */
  readonly pixel: number;
  /** How near a line must be. @default 24 */
  readonly within?: number;
}

/** The run whose line passes nearest to the pointer, if one passes near at all. */
export function nearestRun(args: NearestRunArgs): string | undefined {
  const { lines, x, xAxis, toPixel, pixel, within = 24 } = args;
  let nearest: string | undefined;
  let distance = within;
  for (const line of lines) {
    const value = drawnAt(line, x, xAxis);
    if (value === undefined || !Number.isFinite(value)) continue;
    const away = Math.abs(toPixel(value) - pixel);
    if (away >= distance) continue;
    distance = away;
    nearest = line.run;
  }
  return nearest;
}

/** Where it is smoothed, the smoothed line is what one sees. */
const drawnAt = (line: ChartLine, x: number, xAxis: XAxis) =>
  (line.smooth ?? line.y)[indexAt(line, x, xAxis)];
