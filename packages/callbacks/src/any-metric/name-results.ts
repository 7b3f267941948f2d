import { meanOf } from "../arrays/mean-of.ts";
import { setOwn } from "../json/set-own.ts";
import type { MetricResult } from "./metric-result.ts";

/** A result as scalars with a key each: `auc`, `f1_score[cat]`, `confusion_matrix[cat][dog]`. */
export function nameResults(
  key: string,
  result: MetricResult,
  partNames: readonly string[] | undefined,
): Record<string, number> {
  if (typeof result === "number") return { [key]: result };
  const named: Record<string, number> = {};
  const put = (partKey: string, value: number) => setOwn(named, partKey, value);
  // A user's metric may return anything. What is no result gets no names.
  if (!Array.isArray(result)) return named;
  const isMatrix = result.some((row) => typeof row !== "number");
  if (!isMatrix) put(key, meanOf(result as readonly number[]));
  for (const [i, part] of result.entries()) {
    const partKey = `${key}[${partNames?.[i] ?? i}]`;
    if (typeof part === "number") put(partKey, part);
    else for (const [j, cell] of part.entries()) put(`${partKey}[${partNames?.[j] ?? j}]`, cell);
  }
  return named;
}
