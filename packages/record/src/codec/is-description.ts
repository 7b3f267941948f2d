import { limits } from "../limits.ts";
import type { SeriesDescription } from "../series-description.ts";

const kinds = new Set<unknown>(["loss", "metric", "learning_rate", "system"]);

/** Whether something from outside says what a series is. */
export function isDescription(value: unknown): value is SeriesDescription {
  if (typeof value !== "object" || value === null) return false;
  const { metric, split, kind, direction, per } = value as Record<string, unknown>;
  return (
    typeof metric === "string" &&
    metric.length <= limits.key &&
    (split === "train" || split === "validation") &&
    kinds.has(kind) &&
    (direction === undefined || direction === "max" || direction === "min") &&
    (per === "epoch" || per === "batch")
  );
}
