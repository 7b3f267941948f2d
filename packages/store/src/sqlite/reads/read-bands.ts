import type { Database, Statement } from "better-sqlite3";
import { atEqualPlaces } from "../../bands/at-equal-places.ts";
import { atEqualTimes } from "../../bands/at-equal-times.ts";
import type { Bands, BandsQuery } from "../../bands/bands.ts";
import { type GroupedRun, groupRuns } from "../../bands/group-runs.ts";
import type { Line } from "../../bands/line.ts";
import { makeBand } from "../../bands/make-band.ts";
import { type ReadBandsQuery, readBandsQuery } from "../../bands/read-bands-query.ts";
import { checkRunFilter } from "./check-run-filter.ts";
import type { MatchingRuns } from "./matching-runs.ts";
import { ParamsOfRuns } from "./params-of-runs.ts";
import { ReadLines, type SeriesOfLine } from "./read-lines.ts";

interface SeriesRow extends SeriesOfLine {
  readonly tags: string;
  readonly direction: "max" | "min" | null;
}

/** Reads the runs of groups at equal x. */
export class ReadBands {
  readonly #series: Statement<[string, string], SeriesRow>;
  readonly #params: ParamsOfRuns;
  readonly #lines: ReadLines;
  readonly #matching: MatchingRuns;

  constructor(db: Database, matching: MatchingRuns) {
    // CROSS JOIN: in this order. Whoever begins with the series of a key looks through all ids for each.
    this.#series = db.prepare(
      `SELECT series.id, run_id AS run, n, rolled, first_step AS first, last_step AS last, direction, tags
        FROM json_each(?) AS wanted CROSS JOIN runs ON runs.id = wanted.value
        CROSS JOIN series ON series.run_id = runs.id AND series.key = ? AND n > 0
        ORDER BY started_ms, runs.id`,
    );
    this.#params = new ParamsOfRuns(db);
    this.#lines = new ReadLines(db);
    this.#matching = matching;
  }

  run(query: BandsQuery): Bands {
    checkRunFilter("bands", query);
    const wanted = readBandsQuery(query);
    const ids = this.#matching.ids(query);
    const series = this.#series.all(JSON.stringify(ids), wanted.key);
    const by = this.#resolve(series, wanted.by);
    const runs = this.#runsOf(series, by);
    const lines = this.#lines.run(series, wanted);
    const members = new Map(series.map(({ run }, i) => [run, i]));
    const placed = placeLines(lines, wanted);
    const directions = new Set(series.flatMap((each) => each.direction ?? []));
    const [direction] = directions.size === 1 ? directions : [];
    return {
      key: wanted.key,
      ...(direction !== undefined && { direction }),
      ...(placed.width !== undefined && { width: placed.width }),
      groups: groupRuns(runs, by).map(({ runs: grouped, ...group }) => ({
        ...group,
        runs: grouped.map(({ id }) => id),
        ...makeBand(
          placed,
          grouped.map(({ id }) => members.get(id) ?? -1),
          wanted,
        ),
      })),
      without: ids.filter((id) => !members.has(id)),
    };
  }

  #resolve(series: readonly SeriesRow[], by: ReadBandsQuery["by"]): ReadBandsQuery["by"] {
    if (by === "config" || by === "tags") return by;
    return this.#params.resolve(
      series.map(({ run }) => run),
      by,
    );
  }

  #runsOf(series: readonly SeriesRow[], by: ReadBandsQuery["by"]): GroupedRun[] {
    const ids = series.map(({ run }) => run);
    const isGrouped = by !== "tags" && by.length > 0;
    const params = isGrouped ? this.#params.run(ids, by === "config" ? undefined : by) : undefined;
    return series.map(({ run, tags }) => ({
      id: run,
      tags: JSON.parse(tags) as string[],
      params: params?.get(run) ?? new Map<string, string>(),
    }));
  }
}

function placeLines(lines: readonly Line[], { x, points }: ReadBandsQuery) {
  return x === "time" ? atEqualTimes(lines, points) : atEqualPlaces(lines, points);
}
