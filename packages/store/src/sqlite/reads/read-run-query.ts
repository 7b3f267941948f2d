import type { RunQuery } from "../../store.ts";

const states = new Set<unknown>([
  "running",
  "finished",
  "stopped_early",
  "failed",
  "interrupted",
  "killed",
  "stalled",
]);

/** What runs are ordered by: a property of theirs, or a value of one of their series. */
export type Order =
  | { readonly by: "started" | "name" | "duration" }
  | { readonly by: "best" | "last" | "kept"; readonly key: string };

export interface ReadRunQuery {
  readonly limit: number;
  readonly offset: number;
  readonly order: Order;
}

/** The parts of a query that have defaults. @throws TypeError or RangeError where one makes no sense */
export function readRunQuery(query: RunQuery): ReadRunQuery {
  for (const field of ["project", "search"] as const) {
    if (query[field] !== undefined && typeof query[field] !== "string") {
      throw new TypeError(`listRuns: ${field} must be a string. Received: ${typeof query[field]}`);
    }
  }
  for (const field of ["ids", "states"] as const) {
    if (query[field] !== undefined && !Array.isArray(query[field])) {
      throw new TypeError(`listRuns: ${field} must be a list. Received: ${typeof query[field]}`);
    }
  }
  const unknown = query.states?.find((state) => !states.has(state));
  if (unknown !== undefined) {
    throw new RangeError(
      `listRuns: states must be of ${[...states].join(", ")}. Received: ${String(unknown)}`,
    );
  }
  return {
    limit: wholeNumber("limit", query.limit ?? 100),
    offset: wholeNumber("offset", query.offset ?? 0),
    order: readOrder(query.order ?? "started"),
  };
}

function wholeNumber(field: string, value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new RangeError(`listRuns: ${field} must be a whole number. Received: ${String(value)}`);
  }
  return value as number;
}

function readOrder(order: unknown): Order {
  if (order === "started" || order === "name" || order === "duration") return { by: order };
  const [, by, key] = /^(best|last|kept):(.+)$/s.exec(String(order)) ?? [];
  if (by === undefined || key === undefined) {
    throw new RangeError(
      `listRuns: order must be "started", "name", "duration" or "best:…", "last:…", "kept:…" with a key. Received: ${String(order)}`,
    );
  }
  return { by: by as "best" | "last" | "kept", key };
}
