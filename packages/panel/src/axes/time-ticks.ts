import { formatDuration, formatMoment } from "@epochal/conclusions";
import type { XAxis } from "../lines/chart-run.ts";
import type { XRange } from "../lines/x-range.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 30, 60, 180, 365].map((count) => count * DAY),
];
const MOST = 6;

/** Milliseconds between the ticks of an axis of time. */
function stepOf({ min, max }: XRange, most: number): number {
  const rough = (max - min) / Math.min(MOST, most);
  return STEPS.find((step) => step >= rough) ?? Math.ceil(rough / (365 * DAY)) * 365 * DAY;
}

/**
 * Where an axis of time has its ticks: at round times, those of the day in the reader's own time.
 *
 * @param most about how many there may be. @default 6, which is the most
 */
export function timeTicks(range: XRange, xAxis: XAxis, most: number = MOST): readonly number[] {
  const step = stepOf(range, most);
  const zone = xAxis === "wall" ? new Date(range.min).getTimezoneOffset() * MINUTE : 0;
  const first = Math.ceil((range.min - zone) / step) * step + zone;
  const count = Math.floor((range.max - first) / step) + 1;
  return Array.from({ length: Math.max(0, Math.min(2 * MOST, count)) }, (_, i) => first + i * step);
}

/** What a tick says: a duration, or of a moment what differs along the axis. */
export function timeTick(at: number, range: XRange, xAxis: XAxis, most: number = MOST): string {
  const step = stepOf(range, most);
  if (xAxis === "relative") return formatDuration(at, step);
  const [day = "", hour = ""] = formatMoment(at, "local", step).split(" ");
  if (step >= DAY) return day.slice(5);
  const time = step >= MINUTE ? hour.slice(0, 5) : withoutZeros(hour, step);
  const isOneDay = formatMoment(range.min).slice(0, 10) === formatMoment(range.max).slice(0, 10);
  return isOneDay ? time : `${day.slice(5)} ${time}`;
}

/** Of milliseconds as many digits as the ticks need. */
function withoutZeros(time: string, step: number): string {
  const digits = step >= SECOND ? -1 : step >= 100 ? 1 : step >= 10 ? 2 : 3;
  return time.slice(0, "hh:mm:ss.".length + digits);
}
