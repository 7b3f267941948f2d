import { limits } from "../limits.ts";
import type { ValuesRecord } from "../records/values-record.ts";

/**
 * Whether this is the record that there are a thousand times as many of as of all others: values of which each is a finite
 * number. It costs a tenth of asking the schema, which accepts whatever is accepted here; what is not may still be a record.
 */
export function isPlainValues(record: object): record is ValuesRecord {
  const { type, run, at, segment, step, epoch, values } = record as Record<string, unknown>;
  if (type !== "values" || typeof run !== "string" || run === "" || run.length > limits.key) {
    return false;
  }
  if (!Number.isSafeInteger(at) || !isCount(step)) return false;
  if (segment !== undefined && !isCount(segment)) return false;
  if (epoch !== undefined && !Number.isFinite(epoch)) return false;
  if (typeof values !== "object" || values === null || Array.isArray(values)) return false;
  let count = 0;
  for (const key in values) {
    if (++count > limits.keys || key.length > limits.key) return false;
    if (!Number.isFinite((values as Record<string, unknown>)[key])) return false;
  }
  return true;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && value !== Number.MAX_SAFE_INTEGER;
}
