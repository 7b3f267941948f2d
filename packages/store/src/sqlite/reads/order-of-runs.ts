import type { Database } from "better-sqlite3";
import { type KnownKeys, pathsOf } from "../../query/resolve-query.ts";
import type { Bound } from "./bound.ts";
import type { Order } from "./read-run-query.ts";
import type { StateConditions } from "./state-conditions.ts";

type StatesInSql = Pick<StateConditions, "state" | "duration">;

interface OrderOfRunsArgs extends StatesInSql {
  readonly db: Database;
  readonly orders: readonly Order[];
  readonly project: string | undefined;
  readonly known: KnownKeys;
  readonly bound: Bound;
}

interface OrderOfRuns {
  /** Tables that are joined to `runs` for it. */
  readonly joins: string;
  readonly by: string;
}

const states = [
  "running",
  "stalled",
  "finished",
  "stopped_early",
  "failed",
  "interrupted",
  "killed",
];

/** How to sort runs in SQL. What has no value, or none that is finite, comes last either way; ties by start, the newest first. */
export function orderOfRuns(args: OrderOfRunsArgs): OrderOfRuns {
  const { bound, orders, state, duration } = args;
  const joins: string[] = [];
  const terms = orders.flatMap((order): string[] => {
    const { by, descending } = order;
    switch (by) {
      case "started":
        return [`runs.started_ms ${(descending ?? true) ? "DESC" : "ASC"}`];
      case "name":
        return [`runs.name COLLATE NOCASE ${direction(descending)}`];
      case "duration":
        return [`${duration()} ${direction(descending)}`];
      case "status": {
        const rank = states.map((one, at) => `WHEN '${one}' THEN ${at}`).join(" ");
        return [`CASE ${state()} ${rank} END ${direction(descending)}`];
      }
      case "param": {
        const [path = order.key] = pathsOf(order.key, args.known);
        const table = `o${joins.length}`;
        joins.push(
          `LEFT JOIN params AS ${table} ON ${table}.run_id = runs.id AND ${table}.path = ${bound.add(path)}`,
        );
        return [
          `${table}.path IS NULL`,
          `${table}.number IS NULL`,
          `${table}.number ${direction(descending)}`,
          `CASE ${table}.type WHEN 'string' THEN ${table}.value ->> '$' ELSE ${table}.value END ${direction(descending)}`,
        ];
      }
      default: {
        const table = `o${joins.length}`;
        joins.push(
          `LEFT JOIN series AS ${table} ON ${table}.run_id = runs.id AND ${table}.key = ${bound.add(order.key)}`,
        );
        const value = finite(valueIn(by, table));
        const isDown = descending ?? bestDirection(args, order.key) === "max";
        return [`${value} IS NULL`, `${value} ${direction(isDown)}`];
      }
    }
  });
  // Of runs that started at once, the one that stands first stays there, whichever way is down.
  return { joins: joins.join(" "), by: [...terms, "runs.started_ms DESC", "runs.id"].join(", ") };
}

const direction = (isDown: boolean | undefined): string => (isDown ? "DESC" : "ASC");

function valueIn(by: "best" | "last" | "kept" | "min" | "max", table: string): string {
  if (by !== "kept") return `${table}.${by}_value`;
  return `CASE WHEN runs.restored_epoch IS NULL THEN ${table}.last_value ELSE ${table}.kept_value END`;
}

/** 9e999 is how SQL spells infinity. */
function finite(value: string): string {
  return `CASE WHEN abs(${value}) < 9e999 THEN ${value} END`;
}

/** Which way is better for most of the series of this key. */
function bestDirection({ db, project }: OrderOfRunsArgs, key: string): string | undefined {
  return db
    .prepare<[{ key: string; project: string | null }], string>(
      `SELECT direction FROM series JOIN runs ON runs.id = series.run_id
        WHERE key = @key AND direction IS NOT NULL AND (@project IS NULL OR project = @project)
        GROUP BY direction ORDER BY count(*) DESC LIMIT 1`,
    )
    .pluck()
    .get({ key, project: project ?? null });
}
