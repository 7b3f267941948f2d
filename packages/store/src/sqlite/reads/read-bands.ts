import { closestName } from "@epochal/record";
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
import { ReadLines, type SeriesOfLine } from "./read-lines.ts";

interface SeriesRow extends SeriesOfLine {
  readonly tags: string;
  readonly direction: "max" | "min" | null;
}

/** Reads the runs of groups at equal x. */
export class ReadBands {
  readonly #series: Statement<[string, string], SeriesRow>;
  readonly #params: Statement<[string], ParamRow>;
  readonly #someParams: Statement<[string, string], ParamRow>;
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
    this.#params = db
      .prepare<[string], ParamRow>(
        `SELECT run_id, params.path, params.value FROM json_each(?) AS wanted
          CROSS JOIN params ON run_id = wanted.value`,
      )
      .raw();
    this.#someParams = db
      .prepare<[string, string], ParamRow>(
        `SELECT run_id, params.path, params.value FROM json_each(?) AS wanted
          CROSS JOIN json_each(?) AS paths
          CROSS JOIN params ON run_id = wanted.value AND params.path = paths.value`,
      )
      .raw();
    this.#lines = new ReadLines(db);
    this.#matching = matching;
  }

  run(query: BandsQuery): Bands {
    checkRunFilter("bands", query);
    const wanted = readBandsQuery(query);
    const ids = this.#matching.ids(query);
    const series = this.#series.all(JSON.stringify(ids), wanted.key);
    const runs = this.#runsOf(series, wanted.by);
    const lines = this.#lines.run(series, wanted);
    const members = new Map(series.map(({ run }, i) => [run, i]));
    const placed = placeLines(lines, wanted);
    const directions = new Set(series.map(({ direction }) => direction));
    const [direction] = directions.size === 1 ? directions : [];
    return {
      key: wanted.key,
      ...(direction && { direction }),
      ...(placed.width !== undefined && { width: placed.width }),
      groups: groupRuns(runs, wanted.by).map(({ runs: grouped, ...group }) => ({
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

  #runsOf(series: readonly SeriesRow[], by: ReadBandsQuery["by"]): GroupedRun[] {
    const runs = series.map(({ run, tags }) => ({
      id: run,
      tags: JSON.parse(tags) as string[],
      params: new Map<string, string>(),
    }));
    const ids = JSON.stringify(runs.map(({ id }) => id));
    if (by === "tags" || by.length === 0) return runs;
    const rows =
      by === "config" ? this.#params.all(ids) : this.#someParams.all(ids, JSON.stringify(by));
    const byId = new Map(runs.map((run) => [run.id, run.params]));
    for (const [run, path, value] of rows) byId.get(run)?.set(path, value);
    if (by !== "config" && runs.length > 0) {
      for (const path of by) this.#assertKnown(path, runs, ids);
    }
    return runs;
  }

  #assertKnown(path: string, runs: readonly GroupedRun[], ids: string): void {
    if (runs.some(({ params }) => params.has(path))) return;
    const known = new Set(this.#params.all(ids).map(([, each]) => each));
    const similar = closestName(path, [...known]);
    throw new RangeError(
      `bands: by must name params of the runs. Received: ${path.slice(0, 100)}, which none of them has` +
        (similar === undefined ? "" : `. Did you mean ${similar}?`),
    );
  }
}

type ParamRow = [run: string, path: string, value: string];

function placeLines(lines: readonly Line[], { x, points }: ReadBandsQuery) {
  return x === "time" ? atEqualTimes(lines, points) : atEqualPlaces(lines, points);
}
