import type { BandCenter, BandSpread, BandsQuery } from "./bands.ts";
import { type ReadGroupedBy, readGroupedBy } from "./grouped-by.ts";

export interface ReadBandsQuery extends ReadGroupedBy {
  readonly key: string;
  readonly x: "epoch" | "step" | "time";
  readonly center: BandCenter;
  readonly spread: BandSpread;
  readonly points: number;
  /** Infinite where they are not limited. */
  readonly from: number;
  readonly to: number;
}

const axes = ["epoch", "step", "time"] as const;
const centers = ["mean", "median"] as const;
const spreads = ["sd", "se", "interval", "quartiles", "range"] as const;
const mostPoints = 2_000;

/** The query with its defaults. @throws TypeError or RangeError where it makes no sense */
export function readBandsQuery({
  key,
  points = 500,
  from = -Infinity,
  to = Infinity,
  ...query
}: BandsQuery): ReadBandsQuery {
  if (typeof key !== "string") {
    throw new TypeError(`bands: key must be a string, such as "val_loss". Received: ${typeof key}`);
  }
  const center = oneOf("center", centers, query.center ?? "mean");
  const spread = oneOf("spread", spreads, query.spread ?? (center === "mean" ? "sd" : "quartiles"));
  if (center === "median" && spread !== "quartiles" && spread !== "range") {
    throw new RangeError(
      `bands: spread must be quartiles or range around a median. Received: ${spread}, which belongs to the mean`,
    );
  }
  if (!Number.isSafeInteger(points) || points < 2 || points > mostPoints) {
    throw new RangeError(
      `bands: points must be a whole number from 2 to ${mostPoints}. Received: ${String(points)}`,
    );
  }
  const x = oneOf("x", axes, query.x ?? "epoch");
  for (const [field, value] of Object.entries({ from, to })) {
    if (typeof value === "number" && !Number.isNaN(value)) continue;
    throw new RangeError(`bands: ${field} must be a number. Received: ${String(value)}`);
  }
  return { key, ...readGroupedBy("bands", query), x, center, spread, points, from, to };
}

function oneOf<T extends string>(field: string, known: readonly T[], value: unknown): T {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  throw new RangeError(
    `bands: ${field} must be of ${known.join(", ")}. Received: ${String(value)}`,
  );
}
