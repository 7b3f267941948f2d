import { parameterEffects } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import type { ParameterEffectsQuery, RunEffects } from "../../parameter-effects.ts";
import { checkRunFilter } from "./check-run-filter.ts";
import type { MatchingRuns } from "./matching-runs.ts";

interface ValueRow {
  readonly id: string;
  readonly config: string;
  readonly direction: "max" | "min" | null;
  readonly best: number | null;
  /** NULL is NaN: there is always a last value. */
  readonly last: number | null;
  readonly keptStep: number | null;
  readonly kept: number | null;
  readonly restored: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** Reads what the params of runs have to do with a metric. */
export class ReadEffects {
  readonly #values: Statement<[string, string], ValueRow>;
  readonly #matching: MatchingRuns;

  constructor(db: Database, matching: MatchingRuns) {
    this.#matching = matching;
    this.#values = db.prepare(
      `SELECT runs.id, config, direction, best_value AS best, last_value AS last, kept_step AS keptStep,
          kept_value AS kept, restored_epoch AS restored, min_value AS min, max_value AS max
        FROM json_each(?) AS wanted CROSS JOIN runs ON runs.id = wanted.value
        CROSS JOIN series ON run_id = runs.id AND series.key = ? AND n > 0`,
    );
  }

  /** @throws TypeError or RangeError where the metric makes no sense */
  run(query: ParameterEffectsQuery): RunEffects {
    checkRunFilter("parameterEffects", query);
    const { key, of } = readMetric(query.metric);
    const ids = this.#matching.ids(query);
    const rows = this.#values.all(JSON.stringify(ids), key);
    const directions = new Set(rows.flatMap(({ direction: each }) => each ?? []));
    const [recorded] = directions.size === 1 ? directions : [];
    const direction = recorded ?? (of === "min" || of === "max" ? of : undefined);
    if (of === "best" && rows.length > 0 && direction === undefined) {
      throw new RangeError(
        `parameterEffects: metric must have a better direction that the runs agree on, or be "last:${key}". Received: ${key}`,
      );
    }
    const told = rows.flatMap((row) => {
      const value = toldValue(row, of);
      return value === undefined ? [] : [{ ...row, value }];
    });
    const runs = told.map(({ config, value }) => ({
      config: JSON.parse(config) as Record<string, unknown>,
      value,
    }));
    const known = new Set(told.map(({ id }) => id));
    return {
      ...{ key, of, ...(direction !== undefined && { direction }) },
      ...parameterEffects(runs, direction === undefined ? {} : { direction }),
      without: ids.filter((id) => !known.has(id)),
    };
  }
}

/** A run whose values are all NaN also has a best value, which is not finite. */
function toldValue(row: ValueRow, of: RunEffects["of"]): number | undefined {
  if (of === "best" || of === "min" || of === "max") return row[of] ?? Number.NaN;
  if (of === "last" || row.restored === null) return row.last ?? Number.NaN;
  return row.keptStep === null ? undefined : (row.kept ?? Number.NaN);
}

function readMetric(metric: unknown): Pick<RunEffects, "key" | "of"> {
  if (typeof metric !== "string" || metric === "") {
    throw new TypeError(
      `parameterEffects: metric must be a key, such as "val_loss" or "last:val_loss". Received: ${metric === "" ? '""' : typeof metric}`,
    );
  }
  const [, of = "best", key = metric] = /^(best|last|kept|min|max):(.+)$/s.exec(metric) ?? [];
  return { key, of: of as RunEffects["of"] };
}
