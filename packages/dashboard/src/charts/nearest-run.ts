import type { ChartLine } from "./chart-line.ts";
import { valueAt } from "./value-at.ts";

export interface NearestRunArgs {
  readonly lines: readonly ChartLine[];
  readonly x: number;
  readonly reach: number;
  /** Pixels from the top at which a value is drawn. */
  readonly toPixel: (value: number) => number;
  /** Where the pointer is. */
  readonly pixel: number;
  /** How near a line must be. @default 24 */
  readonly within?: number;
}

/** The run whose line passes nearest to the pointer, if one passes near at all. */
export function nearestRun(args: NearestRunArgs): string | undefined {
  const { lines, x, reach, toPixel, pixel, within = 24 } = args;
  let nearest: string | undefined;
  let distance = within;
  for (const line of lines) {
    const value = valueAt(line, x, reach);
    if (value === undefined || !Number.isFinite(value)) continue;
    const away = Math.abs(toPixel(value) - pixel);
    if (away >= distance) continue;
    distance = away;
    nearest = line.run;
  }
  return nearest;
}
