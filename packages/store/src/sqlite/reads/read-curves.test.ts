import path from "node:path";
import type { JournalRecord } from "@epochal/record";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../../test/temp-folder.ts";
import { connect } from "../connect.ts";
import { ApplyRecords } from "../writes/apply-records.ts";
import { ReadCurves } from "./read-curves.ts";
import { SeriesOfRuns } from "./series-of-runs.ts";

const run = "r";
const keys = ["loss", "val_loss"];
const seed = newSeed();

it(`reads what has come to a run as it reads all of it: late, again, resumed, very long (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1_000 });
  onTestFinished(() => {
    db.close();
  });
  const records = new ApplyRecords(db);
  const apply = (made: readonly JournalRecord[]) =>
    db.transaction(() => records.apply(made, (reason) => expect.fail(reason))).immediate();
  const start = { project: "p", config: {}, tags: [], notes: "", writer: {} };
  apply([{ type: "run", run, at: 1, ...start }]);

  const summaries = new SeriesOfRuns(db);
  const curvesBy = (reader: ReadCurves) => {
    const series = summaries.run([{ id: run, restoredEpoch: null }]).get(run) ?? [];
    const curves = reader.run(run, series);
    return keys.map((key) => curves.get(key));
  };
  const kept = new ReadCurves(db);
  const value = () => (random() < 0.01 ? "NaN" : random());
  const [next, segments] = [[0, 0], [0]];
  const log = (step: number, [key]: readonly string[]): JournalRecord => ({
    ...({ type: "values", run, at: step, step, segment: segments.length - 1 } as const),
    ...(random() < 0.9 && { epoch: step }),
    values: { [key ?? ""]: value() },
  });
  for (let round = 0; round < 12 + whole(40); round++) {
    const made: JournalRecord[] = [];
    if (random() < 0.08 && (next[0] ?? 0) > 0) {
      const back = Math.floor(random() * (next[0] ?? 0));
      segments.push(back);
      next.fill(back);
      made.push({ type: "resume", run, at: back, segment: segments.length - 1, writer: {} });
    }
    for (const [i, key] of keys.entries()) {
      const count = Math.floor(random() ** 2 * 2_000);
      for (let more = 0; more < count; more++) {
        if (random() < 0.98) made.push(log((next[i] ?? 0) + more, [key]));
      }
      next[i] = (next[i] ?? 0) + count;
    }
    const again = Math.floor(random() * (next[0] ?? 0));
    if (random() < 0.2) made.push(log(again, keys));
    apply(made);
    // As text: a list of thousands takes long to be compared.
    expect(JSON.stringify(curvesBy(kept))).toBe(JSON.stringify(curvesBy(new ReadCurves(db))));
  }
});
