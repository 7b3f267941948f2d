import { CommandError } from "./command-error.ts";

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 24 * 3_600_000 };

/**
 * Reads `--expires`: `12h`, `90d`, `never`, or a day such as `2027-03-01`, with which it ends.
 *
 * @returns milliseconds from now, Infinity, or when
 * @throws CommandError where it is none of them
 */
export function readExpiry(text: string): number | Date {
  if (text === "never") return Number.POSITIVE_INFINITY;
  const [, count, unit = ""] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if (count !== undefined && Number(count) > 0) return Number(count) * (UNITS[unit] ?? 0);
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T23:59:59.999`) : undefined;
  if (day !== undefined && day.getTime() > Date.now()) return day;
  throw new CommandError(
    `--expires ${text}: it must be a time such as 12h or 90d, a day to come such as 2027-03-01, or never.`,
    2,
  );
}
