import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { compareValues } from "@epochal/conclusions";
import { whole } from "@epochal/testing/full";
import { seededRandom } from "@epochal/testing/random";
import type { Database } from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "../src/sqlite/connect.ts";
import { openQueries, type Queries } from "../src/sqlite/reads/open-queries.ts";
import { ApplyRecords } from "../src/sqlite/writes/apply-records.ts";
import { type Logged, type ModelRun, writeRuns } from "./write-runs.ts";

let folder: string;
let db: Database;
let queries: Queries;
let apply: ApplyRecords;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "epochal-compare-"));
  db = connect({ database: path.join(folder, "runs.db"), busyTimeoutMs: 1000 });
  const journals = { sizes: () => new Map<string, number>(), count: () => undefined };
  queries = openQueries({ db, silentMs: 60_000, journals });
  apply = new ApplyRecords(db);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const seeds = Array.from({ length: whole(300) }, (_, i) => i + 1);
it.each(seeds)("two runs are compared where they had come equally far (seed %i)", (seed) => {
  // Neighbouring seeds begin alike.
  const random = seededRandom(Math.imul(seed, 2_654_435_761));
  const runs = writeRuns(`p${seed}`, random, (records) => {
    db.transaction(() => apply.apply(records, (why) => expect(why).toBe("nothing"))).immediate();
  });
  for (const [i, a] of runs.entries()) {
    const b = runs[(i + 1) % runs.length] as ModelRun;
    if (a === b) continue;
    const { series, params } = queries.compareRuns(a.id, b.id);
    const [loss] = series;
    expect(series).toHaveLength(1);
    expect(loss?.last).toEqual(compareValues(toValue(lastOf(a)), toValue(lastOf(b)), "min"));
    expect(loss?.equalEpoch).toEqual(atEqualEpoch(a, b));
    expect(loss?.equalTime).toEqual(atEqualTime(a, b));
    expect(params.differing.some(({ path }) => path === "seed")).toBe(true);
    expect(params.same.length > 0).toBe(a.units !== undefined && a.units === b.units);
  }
});

const lastOf = ({ points }: ModelRun) => points.at(-1) as Logged;

const toValue = (point: Logged | undefined) =>
  point && {
    ...{ value: point.value, step: point.step },
    ...(point.hasEpoch && { epoch: point.epoch }),
  };

/** Of every epoch its last step; the greatest epoch that both have. */
function atEqualEpoch(a: ModelRun, b: ModelRun) {
  const [inA, inB] = [a, b].map(
    ({ points }) => new Map(points.map((point) => [point.epoch, point])),
  );
  const common = [...(inA?.keys() ?? [])].filter((epoch) => inB?.has(epoch));
  if (common.length === 0) return undefined;
  const epoch = Math.max(...common);
  return { epoch, ...compareValues(toValue(inA?.get(epoch)), toValue(inB?.get(epoch)), "min") };
}

/** Of everything that was logged by then the highest step. */
function atEqualTime(a: ModelRun, b: ModelRun) {
  const ms = Math.min(lastOf(a).at, lastOf(b).at);
  const [inA, inB] = [a, b].map(({ points }) => toValue(points.findLast(({ at }) => at <= ms)));
  return { ms, ...compareValues(inA, inB, "min") };
}
