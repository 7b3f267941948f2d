import { type RunPart, refuseUnknown } from "@epochal/record";

/**
 * What a run records on its own. `false` turns a part off, or all of them. For `arguments` and `environment` a list names further
 * options and variables whose values may be recorded.
 */
export type RecordOptions =
  | boolean
  | Readonly<
      Partial<Record<Exclude<RunPart, "arguments" | "environment">, boolean>> & {
        readonly arguments?: boolean | readonly string[];
        readonly environment?: boolean | readonly string[];
      }
    >;

const parts: readonly RunPart[] = [
  "code",
  "arguments",
  "environment",
  "versions",
  "machine",
  "backend",
  "lockfile",
  "model",
  "weights",
  "training",
  "fit",
  "data",
  "seed",
  "timing",
  "memory",
  "cost",
  "nonFinite",
];

export interface ReadRecordOptions {
  readonly parts: Readonly<Partial<Record<RunPart, boolean>>>;
  readonly moreArguments: readonly string[];
  readonly moreVariables: readonly string[];
}

/**
 * @throws TypeError where there is no such part, or it is neither on, off nor, where that is possible, a list of names
 */
export function readRecordOptions(given: RecordOptions = true): ReadRecordOptions {
  if (typeof given === "boolean") {
    const all = Object.fromEntries(parts.map((part) => [part, given]));
    return { parts: all, moreArguments: [], moreVariables: [] };
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new TypeError("startRun: record must be true, false or an object of parts.");
  }
  refuseUnknown("startRun: record", Object.keys(given), parts);
  const read: Partial<Record<RunPart, boolean>> = {};
  const lists: Partial<Record<RunPart, readonly string[]>> = {};
  for (const [part, value] of Object.entries(given) as [RunPart, unknown][]) {
    if (value === undefined || value === null) continue;
    const isList =
      (part === "arguments" || part === "environment") &&
      Array.isArray(value) &&
      value.every((name) => typeof name === "string");
    if (typeof value !== "boolean" && !isList) {
      throw new TypeError(
        `startRun: record.${part} must be true or false. Received: ${typeof value}`,
      );
    }
    read[part] = value !== false;
    if (isList) lists[part] = value as readonly string[];
  }
  return {
    parts: read,
    moreArguments: lists.arguments ?? [],
    moreVariables: lists.environment ?? [],
  };
}
