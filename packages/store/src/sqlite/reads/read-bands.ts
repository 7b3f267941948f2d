import type { Database, Statement } from "better-sqlite3";
import { atEqualPlaces } from "../../bands/at-equal-places.ts";
import { atEqualTimes } from "../../bands/at-equal-times.ts";
import type { Bands, BandsQuery } from "../../bands/bands.ts";
import type { Line } from "../../bands/line.ts";
import { makeBand } from "../../bands/make-band.ts";
import { type ReadBandsQuery, readBandsQuery } from "../../bands/read-bands-query.ts";
import { checkRunFilter } from "./check-run-filter.ts";
import { GroupedRuns } from "./grouped-runs.ts";
import type { MatchingRuns } from "./matching-runs.ts";
import { ReadLines, type SeriesOfLine } from "./read-lines.ts";

interface SeriesRow extends SeriesOfLine {
  readonly tags: string;
  readonly direction: "max" | "min" | null;
}

/** Reads the runs of groups at equal x. */
export class ReadBands {
  readonly #series: Statement<[string, string], SeriesRow>;
  readonly #grouped: GroupedRuns;
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
    this.#grouped = new GroupedRuns(db);
    this.#lines = new ReadLines(db);
    this.#matching = matching;
  }

  run(query: BandsQuery): Bands {
    checkRunFilter("bands", query);
    const wanted = readBandsQuery(query);
    const ids = this.#matching.ids(query);
    const series = this.#series.all(JSON.stringify(ids), wanted.key);
    const groups = this.#grouped.run("bands", series, wanted);
    const lines = this.#lines.run(series, wanted);
    const members = new Map(series.map(({ run }, i) => [run, i]));
    const placed = placeLines(lines, wanted);
    const directions = new Set(series.flatMap((each) => each.direction ?? []));
    const [direction] = directions.size === 1 ? directions : [];
    return {
      key: wanted.key,
      ...(direction !== undefined && { direction }),
      ...(placed.width !== undefined && { width: placed.width }),
      groups: groups.map(({ runs: grouped, ...group }) => ({
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
}

function placeLines(lines: readonly Line[], { x, ...wanted }: ReadBandsQuery) {
  return x === "time" ? atEqualTimes(lines, wanted) : atEqualPlaces(lines, wanted.points);
}
