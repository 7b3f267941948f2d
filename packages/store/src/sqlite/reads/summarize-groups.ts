import { describeSample } from "@epochal/conclusions";
import type { SeriesDescription } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { readGroupedBy } from "../../bands/grouped-by.ts";
import type { GroupFigure, GroupSummaries, GroupsQuery } from "../../group-summaries.ts";
import { checkRunFilter } from "./check-run-filter.ts";
import { FiguresOfRuns, type RunFigure } from "./figures-of-runs.ts";
import { GroupedRuns } from "./grouped-runs.ts";
import type { MatchingRuns } from "./matching-runs.ts";

interface SeriesRow extends Pick<SeriesDescription, "kind"> {
  readonly run: string;
  readonly tags: string;
  readonly direction: "max" | "min" | null;
}

/** Sums runs up in groups, by what is kept of their series: the cost does not grow with their length. */
export class SummarizeGroups {
  readonly #series: Statement<[string, string], SeriesRow>;
  readonly #grouped: GroupedRuns;
  readonly #figures: FiguresOfRuns;
  readonly #matching: MatchingRuns;

  constructor(db: Database, matching: MatchingRuns) {
    // CROSS JOIN: in this order. Whoever begins with the series of a key looks through all ids for each.
    this.#series = db.prepare(
      `SELECT run_id AS run, tags, kind, direction FROM json_each(?) AS wanted
        CROSS JOIN runs ON runs.id = wanted.value
        CROSS JOIN series ON series.run_id = runs.id AND series.key = ? AND n > 0
        ORDER BY started_ms, runs.id`,
    );
    this.#grouped = new GroupedRuns(db);
    this.#figures = new FiguresOfRuns(db);
    this.#matching = matching;
  }

  /** @throws TypeError or RangeError where the query makes no sense */
  run(query: GroupsQuery): GroupSummaries {
    checkRunFilter("summarizeGroups", query);
    const { key, direction: asked, figures: names = [] } = query;
    if (typeof key !== "string") {
      throw new TypeError(
        `summarizeGroups: key must be a string, such as "val_loss". Received: ${typeof key}`,
      );
    }
    if (asked !== undefined && asked !== "max" && asked !== "min") {
      throw new RangeError(
        `summarizeGroups: direction must be max or min. Received: ${String(asked)}`,
      );
    }
    const grouped = readGroupedBy("summarizeGroups", query);
    const { ids, ...matched } = this.#matching.listed(query);
    const series = this.#series.all(JSON.stringify(ids), key);
    const directions = new Set(series.flatMap(({ direction }) => direction ?? asked ?? []));
    const [direction] = directions.size === 1 ? directions : [];
    const figures = this.#figures.run(
      series.map(({ run }) => run),
      { ...matched, names, given: { key, direction: asked } },
    );
    const [first] = series;
    const places = new Map(series.map(({ run }, at) => [run, at]));
    return {
      key,
      ...(first && { kind: first.kind }),
      ...(direction && { direction }),
      groups: this.#grouped
        .run("summarizeGroups", series, grouped)
        .map(({ runs: members, ...group }) => {
          const own = members.map(({ id }) => id);
          const at = own.map((id) => places.get(id) ?? -1);
          const told = [...figures].map(([name, figure]) => [name, summed(at, figure)] as const);
          return { ...group, runs: own, figures: Object.fromEntries(told) };
        }),
      without: ids.length - series.length,
    };
  }
}

function summed(runs: readonly number[], { numbers, texts }: RunFigure): GroupFigure {
  const sample = describeSample(
    runs.map((at) => numbers[at] ?? Number.NaN).filter((number) => Number.isFinite(number)),
  );
  const [text, ...others] = new Set(texts && runs.map((at) => texts[at]));
  const same = others.length === 0 && text !== undefined;
  return { ...(sample && { sample }), ...(same && { same: JSON.parse(text) as unknown }) };
}
