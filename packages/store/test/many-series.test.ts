import path from "node:path";
import type { JournalRecord } from "@epochal/record";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import type { Database } from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import type { SeriesPart } from "../src/index.ts";
import { thisProcess } from "../src/lease/this-process.ts";
import { connect } from "../src/sqlite/connect.ts";
import { ReadManySeries } from "../src/sqlite/reads/read-many-series.ts";
import { ReadSeries } from "../src/sqlite/reads/read-series.ts";
import { ApplyRecords } from "../src/sqlite/writes/apply-records.ts";
import { PatientWriter } from "../src/sqlite/writes/patient-writer.ts";
import { PruneSeries } from "../src/sqlite/writes/prune-series.ts";
import { asideBuckets, drawn, type Row, toDrawn } from "./drawn-series.ts";
import { SeriesModel } from "./series-model.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const runs = ["a", "b"];
/** Of the first one values are thinned out. */
const keys = ["batch_loss", "val_loss"];
const pairs = runs.flatMap((run) => keys.map((key) => ({ run, key })));
const nameOf = ({ run, key }: { run: string; key: string }) => `${run} ${key}`;

function setup(): {
  readonly db: Database;
  readonly read: ReadManySeries;
  readonly one: ReadSeries;
  tell(...records: JournalRecord[]): void;
  prune(run: string, segment: number, width: number): Promise<unknown>;
} {
  const database = path.join(tempFolder(), "runs.db");
  const db = connect({ database, busyTimeoutMs: 1000 });
  const writer = new PatientWriter(connect({ database, busyTimeoutMs: 1_000 }));
  onTestFinished(() => {
    db.close();
    writer.close();
  });
  const prune = (id: string, segment: number, width: number) =>
    new PruneSeries(writer).run({ id, segment, width, by: "test", dryRun: false });
  const apply = new ApplyRecords(db);
  const tell = (...records: JournalRecord[]) => {
    db.transaction(() => apply.apply(records, (why) => expect(why).toBe("nothing"))).immediate();
  };
  for (const run of runs) {
    tell({
      ...{ type: "run", run, at: 1, project: "p", config: {} },
      ...{ tags: [], notes: "", writer: thisProcess() },
    });
  }
  const one = new ReadSeries(db);
  return { db, read: new ReadManySeries(db, one), one, tell, prune };
}

it.each(Array.from({ length: whole(40) }, (_, i) => seed + i))(
  "what is new, put together over any schedule, is what one reading of everything gives (seed %i)",
  async (one) => {
    const random = seededRandom(one);
    const upTo = (n: number) => Math.floor(random() * n);
    // Sums of eighths are exact, in whatever order they are added.
    const eighth = () => upTo(2000) / 8 - 50;
    const { db, read, one: reader, tell, prune } = setup();
    const width = 1 + upTo(60);
    const models = new Map(pairs.map((pair) => [nameOf(pair), new SeriesModel()]));
    const modelOf = (pair: { run: string; key: string }) => models.get(nameOf(pair)) as SeriesModel;
    const segments = new Map(runs.map((run) => [run, 0]));
    const nexts = new Map(runs.map((run) => [run, 0]));
    type Kept = ReturnType<typeof toDrawn> & Pick<SeriesPart, "last">;
    const kept = new Map<string, Kept>();
    /** A part of all series, which another reader looks at. */
    const window = { from: upTo(500), to: 500 + upTo(5_000) };
    const inWindow = new Map<string, ReturnType<typeof toDrawn>>();
    let [revision, revisionOfWindow] = [undefined as number | undefined, -1];
    let at = 1;
    let parts = 0;
    const log = (run: string, step: number, segment = segments.get(run) ?? 0): JournalRecord => {
      at++;
      const values: Record<string, number | "NaN" | "Infinity"> = {};
      for (const key of keys) {
        // One series has gaps, and both have what is not finite.
        if (key === "val_loss" && random() < 0.3) continue;
        const chance = random();
        const value =
          chance < 0.03
            ? Number.NaN
            : chance < 0.04
              ? Infinity
              : chance < 0.05
                ? -Infinity
                : eighth();
        modelOf({ run, key }).log(step, value, segment, at);
        values[key] = Number.isFinite(value) ? value : (String(value) as "NaN");
      }
      const of = { run, at, step, epoch: step / 50, ...(segment > 0 && { segment }) };
      return { type: "values", ...of, values } as JournalRecord;
    };
    const sparse = 1 + upTo(2) * upTo(20);
    for (let turn = 0; turn < 30; turn++) {
      const run = runs[upTo(runs.length)] as string;
      let next = nexts.get(run) ?? 0;
      const segment = segments.get(run) ?? 0;
      const event = random();
      if (event < 0.15) {
        // It goes on from somewhere before its end, or behind it.
        segments.set(run, segment + 1);
        tell({ type: "resume", run, at: ++at, segment: segment + 1, writer: thisProcess() });
        next = Math.max(0, next - upTo(700) + 20);
      } else if (event < 0.3) {
        await prune(run, segment, 16 * 4 ** upTo(3));
        // What may go is told by a test of its own. Here it is what has gone.
        const { points } = modelOf({ run, key: "batch_loss" });
        const left = db
          .prepare(
            "SELECT step FROM points JOIN series ON series.id = series_id WHERE run_id = ? AND key = ?",
          )
          .pluck();
        const steps = new Set(left.all(run, "batch_loss"));
        for (const step of points.keys()) if (!steps.has(step)) points.delete(step);
      }
      const count = [0, 1, 5, 50, 400, turn === 20 ? 9_000 : 20][upTo(6)] ?? 0;
      const records = Array.from({ length: count }, () => {
        next += 1 + upTo(sparse);
        return log(run, next);
      });
      nexts.set(run, next);
      if (random() < 0.15 && next > 0) {
        records.push(log(run, upTo(next)));
      }
      // The last lines of a process that was thought to be dead.
      if (random() < 0.1 && next > 0) records.push(log(run, upTo(next), upTo(segment + 1)));
      if (records.length > 0) tell(...records);
      if (random() < 0.3) continue;
      const series = pairs.map((pair) => {
        const have = kept.get(nameOf(pair));
        return { ...pair, ...(have && { have: { last: have.last, total: have.total } }) };
      });
      const answer = read.run({
        series,
        width,
        ...(revision !== undefined && { since: revision }),
      });
      revision = answer.revision;
      for (const part of answer.series) {
        if (part.after > -Infinity) parts++;
        const before = kept.get(nameOf(part));
        const old = (rows: readonly Row[]) =>
          rows.filter(([step]) => (step as number) < part.after);
        const fresh = toDrawn(part);
        kept.set(nameOf(part), {
          ...fresh,
          last: part.last,
          rows: [...old(before?.rows ?? []), ...fresh.rows],
          buckets: [...old(before?.buckets ?? []), ...fresh.buckets],
          bad: [...old(before?.bad ?? []), ...fresh.bad],
        });
      }
      const news = read.run({ series, width, ...window, since: revisionOfWindow });
      revisionOfWindow = news.revision;
      for (const part of news.series) inWindow.set(nameOf(part), toDrawn(part));
      for (const pair of pairs) {
        const { points, aside } = modelOf(pair);
        const where = `turn ${turn}, width ${width}, ${nameOf(pair)}`;
        const { last: _, ...have } = kept.get(nameOf(pair)) ?? { last: 0, ...drawn(new Map(), 1) };
        expect(have, where).toEqual(drawn(points, width));
        const { from, to } = window;
        const shown = inWindow.get(nameOf(pair)) ?? drawn(new Map(), 1);
        expect({ ...shown, badTotal: 0 }, `${where}, ${from} to ${to}`).toEqual({
          ...drawn(points, width, from, to),
          badTotal: 0,
        });
        if (points.size === 0) continue;
        const earlier = upTo(1 + (segments.get(pair.run) ?? 0));
        const superseded = [...aside].flatMap(([of, value]) => {
          const [segment, step = 0] = of.split(" ").map(Number);
          return segment === earlier ? [{ step, value }] : [];
        });
        superseded.sort((a, b) => a.step - b.step);
        const read = reader.run({ ...pair, segment: earlier, width });
        expect(read.total, where).toBe(superseded.length);
        expect(toDrawn(read).buckets.map(([step, , , ...rest]) => [step, ...rest])).toEqual(
          asideBuckets(superseded, width),
        );
        const finite = superseded.map(({ value }) => value).filter(Number.isFinite);
        if (finite.length === 0) continue;
        expect([Math.min(...read.value), Math.max(...read.value)], where).toEqual([
          Math.min(...finite),
          Math.max(...finite),
        ]);
      }
      for (const part of read.run({ series: pairs, width }).series)
        expect(toDrawn(part), `turn ${turn}, all`).toEqual(drawn(modelOf(part).points, width));
      const end = Math.max(...nexts.values()) + 1;
      const [from, to] = [upTo(end), upTo(end)];
      for (const part of read.run({ series: pairs, width, from, to }).series) {
        expect({ ...toDrawn(part), badTotal: 0 }, `turn ${turn}, ${from} to ${to}`).toEqual({
          ...drawn(modelOf(part).points, width, from, to),
          badTotal: 0,
        });
      }
    }
    expect(parts).toBeGreaterThan(0);
  },
);

it("says nothing of what has not changed, and everything to whoever has another database's revision", () => {
  const { read, tell } = setup();
  const values = (run: string, step: number): JournalRecord => ({
    ...{ type: "values", run, at: 1, step, epoch: step, values: { batch_loss: step } },
  });
  tell(values("a", 0), values("b", 0));
  const first = read.run({ series: pairs });
  expect(first.series.map(nameOf)).toEqual(["a batch_loss", "b batch_loss"]);
  const have = (run: string) => ({ run, key: "batch_loss", have: { last: 0, total: 1 } });
  const ask = (since: number) => read.run({ series: [have("b"), have("a")], since });
  expect(ask(first.revision).series).toEqual([]);
  tell(values("a", 1));
  const [grown, ...others] = ask(first.revision).series;
  expect(others).toEqual([]);
  expect(grown).toMatchObject({
    run: "a",
    after: 1,
    last: 1,
    total: 2,
    step: new Float64Array([1]),
  });
  expect(ask(1e9).series.map(({ run, after }) => [run, after])).toEqual([
    ["b", -Infinity],
    ["a", -Infinity],
  ]);
});

it("gives what has not changed as it was, and has the columns of what was logged together once", () => {
  const { read, tell } = setup();
  const log = (run: string, step: number): JournalRecord => ({
    ...{ type: "values", run, at: step, step, epoch: step },
    values: { batch_loss: step, val_loss: step + 1 },
  });
  tell(log("a", 0), log("b", 0), log("a", 1));
  const ask = () => read.run({ series: pairs }).series;
  const [loss, valLoss, ...ofB] = ask();
  expect(valLoss?.step).toBe(loss?.step);
  expect(valLoss?.wallTime).toBe(loss?.wallTime);
  expect(valLoss?.value).toEqual(new Float64Array([1, 2]));
  expect(ofB[0]?.step).toEqual(new Float64Array([0]));
  tell(log("b", 2));
  const [again, , grown] = ask();
  expect(again).toBe(loss);
  expect(grown?.value).toEqual(new Float64Array([0, 2]));
});

it.each([
  { series: "a" },
  { series: [{ run: 1, key: "b" }] },
  { series: [null] },
  { series: [], width: 0 },
  { series: [], since: Number.NaN },
  { series: [], from: "1" },
])("refuses %j", (query) => {
  const { read } = setup();
  expect(() => read.run(query as never)).toThrow(/readManySeries: /);
});
