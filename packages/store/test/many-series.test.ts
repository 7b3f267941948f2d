import path from "node:path";
import type { JournalRecord } from "@epochal/record";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it, onTestFinished } from "vitest";
import type { SeriesPart, SeriesPoints } from "../src/index.ts";
import { thisProcess } from "../src/lease/this-process.ts";
import { connect } from "../src/sqlite/connect.ts";
import { ReadManySeries } from "../src/sqlite/reads/read-many-series.ts";
import { ReadSeries } from "../src/sqlite/reads/read-series.ts";
import { ApplyRecords } from "../src/sqlite/writes/apply-records.ts";
import { bruteBuckets, type ModelPoint } from "./brute-force.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const runs = ["a", "b"];
const keys = ["loss", "val_loss"];
const pairs = runs.flatMap((run) => keys.map((key) => ({ run, key })));
const nameOf = ({ run, key }: { run: string; key: string }) => `${run} ${key}`;

type Points = Map<number, ModelPoint>;

function setup(): {
  readonly read: ReadManySeries;
  tell(...records: JournalRecord[]): void;
} {
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1000 });
  onTestFinished(() => {
    db.close();
  });
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
  return { read: new ReadManySeries(db, new ReadSeries(db)), tell };
}

type Row = (number | null)[];

/** What a chart is drawn of, by looking at every point. */
function drawn(points: Points, width: number, from = -Infinity, to = Infinity) {
  const inRange = new Map([...points].filter(([step]) => step >= from && step <= to));
  const steps = [...inRange.keys()].sort((a, b) => a - b);
  const rows: Row[] = [];
  const bad: Row[] = [];
  const row = (step: number): Row => {
    const { epoch, wallMs, value } = inRange.get(step) as ModelPoint;
    return [step, epoch, wallMs, value];
  };
  const put = (step: number) => {
    const [, epoch = null, , value = null] = row(step);
    if (Number.isFinite(value)) rows.push(row(step));
    else bad.push([step, epoch, value]);
  };
  let size = 1;
  while (((steps.at(-1) ?? 0) - (steps[0] ?? 0) + 1) / size > 2 * width) size *= 2;
  if (steps.length <= 2 * width) for (const step of steps) put(step);
  else {
    for (const { minStep, maxStep, badStep } of bruteBuckets(inRange, size).values()) {
      const extremes = new Set([minStep, maxStep].filter((step) => step !== null));
      for (const step of [...extremes].sort((a, b) => a - b)) put(step);
      if (badStep !== null) put(badStep);
    }
  }
  const badTotal = steps.filter((step) => !Number.isFinite(row(step)[3])).length;
  return { total: steps.length, rows, bad, badTotal };
}

/** Points as a page keeps them. */
function toDrawn({ total, step, epoch, wallTime, value, nonFinite }: SeriesPoints) {
  const known = (it: number | undefined) => (it === undefined || Number.isNaN(it) ? null : it);
  return {
    total,
    rows: [...step].map(
      (at, i): Row => [at, known(epoch[i]), wallTime[i] as number, value[i] as number],
    ),
    bad: [...nonFinite.step].map(
      (at, i): Row => [at, known(nonFinite.epoch[i]), nonFinite.value[i] as number],
    ),
    badTotal: nonFinite.total,
  };
}

it.each(Array.from({ length: whole(40) }, (_, i) => seed + i))(
  "what is new, put together over any schedule, is what one reading of everything gives (seed %i)",
  (one) => {
    const random = seededRandom(one);
    const upTo = (n: number) => Math.floor(random() * n);
    const { read, tell } = setup();
    const width = 1 + upTo(60);
    const model = new Map<string, Points>(pairs.map((pair) => [nameOf(pair), new Map()]));
    const kept = new Map<string, ReturnType<typeof toDrawn> & Pick<SeriesPart, "last">>();
    let [revision, next, at] = [undefined as number | undefined, 0, 1];
    let parts = 0;
    const log = (run: string, step: number): JournalRecord => {
      at++;
      const values: Record<string, number | "NaN" | "Infinity"> = {};
      for (const key of keys) {
        // One series has gaps, and both have what is not finite.
        if (key === "val_loss" && random() < 0.3) continue;
        const chance = random();
        const value = chance < 0.03 ? Number.NaN : chance < 0.05 ? Infinity : upTo(1000) / 10;
        model.get(`${run} ${key}`)?.set(step, { epoch: step / 50, wallMs: at, value });
        values[key] = Number.isFinite(value) ? value : (String(value) as "NaN");
      }
      return { type: "values", run, at, step, epoch: step / 50, values } as JournalRecord;
    };
    const sparse = 1 + upTo(2) * upTo(20);
    for (let turn = 0; turn < 30; turn++) {
      const run = runs[upTo(runs.length)] as string;
      const count = [0, 1, 5, 50, 400, turn === 20 ? 9_000 : 20][upTo(6)] ?? 0;
      const records = Array.from({ length: count }, () => {
        next += 1 + upTo(sparse);
        return log(run, next);
      });
      if (random() < 0.15 && next > 0) {
        records.push(log(run, upTo(next)));
      }
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
          bad: [...old(before?.bad ?? []), ...fresh.bad],
        });
      }
      for (const pair of pairs) {
        const points = model.get(nameOf(pair)) as Points;
        const { last: _, ...have } = kept.get(nameOf(pair)) ?? { last: 0, ...drawn(new Map(), 1) };
        expect(have, `turn ${turn}, width ${width}, ${nameOf(pair)}`).toEqual(drawn(points, width));
      }
      const [from, to] = [upTo(next + 1), upTo(next + 1)];
      for (const part of read.run({ series: pairs, width, from, to }).series) {
        const points = model.get(nameOf(part)) as Points;
        const steps = [...points.keys()].filter((step) => step >= from && step <= to);
        expect(part.total).toBe(steps.length);
        expect(
          part.value.every((value, i) => points.get(part.step[i] as number)?.value === value),
        ).toBe(true);
      }
    }
    expect(parts).toBeGreaterThan(0);
  },
);

it("says nothing of what has not changed, and everything to whoever has another database's revision", () => {
  const { read, tell } = setup();
  const values = (run: string, step: number): JournalRecord => ({
    ...{ type: "values", run, at: 1, step, epoch: step, values: { loss: step } },
  });
  tell(values("a", 0), values("b", 0));
  const first = read.run({ series: pairs });
  expect(first.series.map(nameOf)).toEqual(["a loss", "b loss"]);
  const have = (run: string) => ({ run, key: "loss", have: { last: 0, total: 1 } });
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
