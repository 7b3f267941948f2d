import { refuseUnknown } from "@epochal/record";
import type { RunParts, RunQuery } from "../../run-query.ts";
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
  readonly parts: RunParts;
}

/** The parts of a query, with their defaults. @throws TypeError or RangeError where one makes no sense */
export function readRunQuery(query: RunQuery): ReadRunQuery {
  checkRunFilter("listRuns", query);
  const order = query.order ?? "started";
  return {
    limit: wholeNumber("limit", query.limit ?? 100),
    offset: wholeNumber("offset", query.offset ?? 0),
    parts: readParts(query.with),
    orders: (Array.isArray(order) ? order : [order]).map(readOrder),
  };
}

const partNames = ["config", "series", "verdict", "conclusions"];

function readParts(given: unknown): RunParts {
  if (given === undefined) return { config: true, series: true };
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new TypeError(
      `listRuns: with must be { ${partNames.join(", ")} }. Received: ${String(given)}`,
    );
  }
  refuseUnknown("listRuns: with", Object.keys(given), partNames);
  for (const [name, value] of Object.entries(given)) {
    const isKeys =
      name === "series" && Array.isArray(value) && value.every((key) => typeof key === "string");
    if (isKeys || value === null || value === undefined || typeof value === "boolean") continue;
    const what = name === "series" ? "true, false or a list of keys" : "true or false";
    throw new TypeError(`listRuns: with.${name} must be ${what}. Received: ${String(value)}`);
  }
  return given;
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
