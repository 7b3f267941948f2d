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

export interface OrderOfRuns {
  /** Tables that are joined to `runs` for it. */
  readonly joins: string;
  readonly by: string;
  /** Where an index of one series has its finite values in their order: a statement that goes along it, in parts. */
  readonly walk?: {
    readonly from: string;
    readonly on: string;
    readonly where: string;
    readonly by: string;
  };
}

const newestFirst = "runs.started_ms DESC, runs.id";
/** Of so many runs of a project, the newest, it is asked which way is better for a key. */
const askedRuns = 1_000;

const states = [
  "running",
  "stalled",
  "finished",
  "stopped_early",
  "failed",
  "interrupted",
  "killed",
  "closed",
  "lost",
];

/**
 * How to sort runs in SQL, names and other texts as people count: `trial 2` before `trial 10`. Runs without a value, or with one that is not finite, come last either way; among equals the newest
 * comes first.
 */
export function orderOfRuns(args: OrderOfRunsArgs): OrderOfRuns {
  const { bound, orders, state, duration } = args;
  const joins: string[] = [];
  const terms = orders.flatMap((order): string[] => {
    const { by, descending } = order;
    switch (by) {
      case "started":
        return [`runs.started_ms ${(descending ?? true) ? "DESC" : "ASC"}`];
      case "name":
        return [`natural_key(runs.name) ${direction(descending)}`];
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
          `natural_key(CASE ${table}.type WHEN 'string' THEN json_extract(${table}.value, '$') ELSE ${table}.value END) ${direction(descending)}`,
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
  // Runs that started at the same time keep their order in both directions.
  const walk = walkOf(args);
  return { joins: joins.join(" "), by: [...terms, newestFirst].join(", "), ...(walk && { walk }) };
}

/** The best and the last values of a key have an index each. The best are finite, and the last are not always. */
function walkOf(args: OrderOfRunsArgs): OrderOfRuns["walk"] {
  const [order, ...others] = args.orders;
  if (order === undefined || others.length > 0 || (order.by !== "best" && order.by !== "last")) {
    return undefined;
  }
  const value = `o0.${order.by}_value`;
  const hasValue =
    order.by === "best" ? `${value} IS NOT NULL` : `${value} > -9e999 AND ${value} < 9e999`;
  const isDown = order.descending ?? bestDirection(args, order.key) === "max";
  return {
    from: "series AS o0",
    on: "runs.id = o0.run_id",
    where: `o0.key = ${args.bound.add(order.key)} AND ${hasValue}`,
    by: `${value} ${direction(isDown)}, ${newestFirst}`,
  };
}

const direction = (isDown: boolean | undefined): string => (isDown ? "DESC" : "ASC");

function valueIn(by: "best" | "last" | "kept" | "min" | "max", table: string): string {
  if (by !== "kept") return `${table}.${by}_value`;
  return `CASE WHEN runs.restored_epoch IS NULL THEN ${table}.last_value ELSE ${table}.kept_value END`;
}

/** SQL spells infinity as 9e999. */
function finite(value: string): string {
  return `CASE WHEN abs(${value}) < 9e999 THEN ${value} END`;
}

/** Which way is better for most of the series of this key: of the newest runs, or of all where those have none. */
function bestDirection({ db, project }: OrderOfRunsArgs, key: string): string | undefined {
  const ask = db
    .prepare<[object], string>(
      `SELECT direction FROM (
          SELECT id FROM runs ${project === undefined ? "" : "WHERE project = @project"} ORDER BY started_ms DESC LIMIT @most
        ) AS newest CROSS JOIN series ON series.run_id = newest.id AND series.key = @key
        WHERE direction IS NOT NULL GROUP BY direction ORDER BY count(*) DESC LIMIT 1`,
    )
    .pluck();
  const asked = { key, ...(project !== undefined && { project }) };
  return (
    ask.get({ ...asked, most: askedRuns }) ?? ask.get({ ...asked, most: Number.MAX_SAFE_INTEGER })
  );
}
