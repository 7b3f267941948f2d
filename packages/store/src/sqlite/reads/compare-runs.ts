import {
  cardOf,
  compareConfigs,
  compareValues,
  type RunComparison,
  type RunSummary,
  type SeriesComparison,
  type SeriesSummary,
} from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import { StoreError } from "../../store-error.ts";
import { ComparableValues, type ComparedSeries } from "./comparable-values.ts";
import { readEvent } from "./read-event.ts";
import { type TrainedSegment, TrainingTime } from "./training-time.ts";

/** Reads what two runs have in common, and where they differ. */
export class CompareRuns {
  readonly #cards: Statement<[string], string>;
  readonly #series: Statement<[string], { id: number; key: string }>;
  readonly #time: TrainingTime;
  readonly #values: ComparableValues;

  constructor(db: Database) {
    this.#cards = db
      .prepare<[string], string>(
        "SELECT event FROM events WHERE run_id = ? AND type = 'card' ORDER BY seq",
      )
      .pluck();
    this.#series = db.prepare("SELECT id, key FROM series WHERE run_id = ? AND n > 0");
    this.#time = new TrainingTime(db);
    this.#values = new ComparableValues(db);
  }

  /**
   * @param found the two runs, in any order
   * @throws StoreError `run_not_found`
   * @throws TypeError or RangeError where these are not two runs
   */
  run(idOfA: string, idOfB: string, found: readonly RunSummary[]): RunComparison {
    assertTwo(idOfA, idOfB);
    const [a, b] = [runOf(idOfA, found), runOf(idOfB, found)];
    const segments = this.#time.run([a.id, b.id]);
    const [inA, inB] = [a, b].map(({ id }) => this.#seriesOf(id, segments.get(id) ?? []));
    const others = new Map(b.series.map((summary) => [summary.key, summary]));
    const keys = new Set(a.series.map(({ key }) => key));
    return {
      a,
      b,
      params: compareConfigs(a.config, b.config),
      card: compareConfigs(this.#cardOf(a.id), this.#cardOf(b.id)),
      series: a.series.flatMap((one) => {
        const two = others.get(one.key);
        const [first, second] = [inA?.get(one.key), inB?.get(one.key)];
        if (two === undefined || first === undefined || second === undefined) return [];
        return [this.#compareSeries(one, two, first, second)];
      }),
      seriesOnlyInA: a.series.filter(({ key }) => !others.has(key)),
      seriesOnlyInB: b.series.filter(({ key }) => !keys.has(key)),
    };
  }

  #compareSeries(
    one: SeriesSummary,
    two: SeriesSummary,
    a: ComparedSeries,
    b: ComparedSeries,
  ): SeriesComparison {
    const { key, metric, split, kind, per } = one;
    const said = new Set([one.direction, two.direction].filter((each) => each !== undefined));
    const [direction] = said.size === 1 ? said : [];
    const epoch = this.#values.atEqualEpoch(a, b);
    const time = this.#values.atEqualTime(a, b);
    return {
      ...{ key, metric, split, kind, per },
      ...(direction !== undefined && {
        direction,
        best: compareValues(one.best, two.best, direction),
      }),
      last: compareValues(one.last, two.last, direction),
      kept: compareValues(one.kept, two.kept, direction),
      ...(epoch && {
        equalEpoch: { epoch: epoch.at, ...compareValues(epoch.a, epoch.b, direction) },
      }),
      ...(time && { equalTime: { ms: time.at, ...compareValues(time.a, time.b, direction) } }),
    };
  }

  #cardOf(run: string): Readonly<Record<string, unknown>> {
    return { ...cardOf(this.#cards.all(run).map(readEvent)) };
  }

  #seriesOf(run: string, segments: readonly TrainedSegment[]): Map<string, ComparedSeries> {
    return new Map(this.#series.all(run).map(({ id, key }) => [key, { id, segments }]));
  }
}

function runOf(id: string, found: readonly RunSummary[]): RunSummary {
  const run = found.find((each) => each.id === id);
  if (run === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
  return run;
}

function assertTwo(a: unknown, b: unknown): void {
  const wrong = [a, b].filter((id) => typeof id !== "string");
  if (wrong.length > 0) {
    throw new TypeError(`compareRuns: a and b must be ids of runs. Received: ${typeof wrong[0]}`);
  }
  if (a === b) {
    throw new RangeError(
      `compareRuns: the two runs must not be the same one. Received: ${String(b)} twice`,
    );
  }
}
