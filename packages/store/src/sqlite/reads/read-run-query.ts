import type { RunQuery } from "../../store.ts";
import { checkRunFilter } from "./check-run-filter.ts";

/** What runs are ordered by: a property of theirs, a value of one of their series, or a param. */
export type Order = { readonly descending?: boolean } & (
  | { readonly by: "started" | "name" | "duration" | "status" }
  | { readonly by: "best" | "last" | "kept" | "min" | "max" | "param"; readonly key: string }
);

export interface ReadRunQuery {
  readonly limit: number;
  readonly offset: number;
  readonly orders: readonly Order[];
}

/** The parts of a query, with their defaults. @throws TypeError or RangeError where one makes no sense */
export function readRunQuery(query: RunQuery): ReadRunQuery {
  checkRunFilter("listRuns", query);
  const order = query.order ?? "started";
  return {
    limit: wholeNumber("limit", query.limit ?? 100),
    offset: wholeNumber("offset", query.offset ?? 0),
    orders: (Array.isArray(order) ? order : [order]).map(readOrder),
  };
}

function wholeNumber(field: string, value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new RangeError(`listRuns: ${field} must be a whole number. Received: ${String(value)}`);
  }
  return value as number;
}

function readOrder(given: unknown): Order {
  if (typeof given === "object" && given !== null) {
    const { by, descending, ...others } = given as Record<string, unknown>;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) {
      throw new TypeError(`listRuns: order must be { by, descending }. Received: ${unknown}`);
    }
    if (descending === undefined || descending === null) return readName(by);
    if (typeof descending === "boolean") return { ...readName(by), descending };
    throw new TypeError(
      `listRuns: order.descending must be true or false. Received: ${String(descending)}`,
    );
  }
  return readName(given);
}

function readName(name: unknown): Order {
  if (name === "started" || name === "name" || name === "duration" || name === "status") {
    return { by: name };
  }
  const [, by, key] = /^(best|last|kept|min|max|param):(.+)$/s.exec(String(name)) ?? [];
  if (by === undefined || key === undefined) {
    throw new RangeError(
      `listRuns: order must be "started", "name", "duration", "status", or "best:…", "last:…", "kept:…", "min:…", "max:…", "param:…" with a key. Received: ${String(name)}`,
    );
  }
  return { by: by as "best", key };
}
