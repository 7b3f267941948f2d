import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type SeriesPart, type Store } from "@epochal/store";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readStretches } from "./read-stretches.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const seed = newSeed();
const random = seededRandom(seed);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-stretches-"));
const pick = <T>(of: ArrayLike<T>) => of[Math.floor(random() * of.length)] as T;
/** Of how many batches the runs are: one logs fewer than are drawn. */
const lengths = [4000, 60, 2000];

let store: Store;
let reads = 0;
const starts = new Map<string, number>();
const all = new Map<string, SeriesPart>();
const nameOf = ({ run, key }: { readonly run: string; readonly key: string }) => `${run} ${key}`;

beforeAll(async () => {
  store = await openStore(path.join(folder, "runs.db"));
  for (const [n, length] of lengths.entries()) {
    const run = await store.startRun({ project: "p", name: `run ${n}`, record: false });
    for (let step = 0; step < length; step++) {
      // One of them has a series less.
      const values = { loss: random(), ...(n < 2 && { auc: random() }) };
      run.log(values, { step: step * (n + 1), epoch: step / 100 });
      if (step % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await run.finish();
    starts.set(run.id, (await store.getRun(run.id)).startedAt.getTime());
  }
  const { series } = await store.readManySeries({ series: wanted(), width: 10_000 });
  for (const part of series) all.set(nameOf(part), part);
}, 240_000);

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const wanted = () =>
  [...starts.keys()].flatMap((run) => ["auc", "loss"].map((key) => ({ run, key })));

/** Where the points of a series stand, in the order of their steps. */
function placesOf({ run, epoch, wallTime }: SeriesPart, x: "epoch" | "relative" | "wall") {
  if (x === "epoch") return epoch;
  return x === "wall" ? wallTime : wallTime.map((at) => at - (starts.get(run) ?? 0));
}

test.each(["epoch", "relative", "wall"] as const)(
  "stretches of %s have all of their points, of all series by a few readings",
  async (x) => {
    const counting = new Proxy(store, {
      get(of, name: keyof Store) {
        if (name === "readManySeries") reads++;
        const member = of[name];
        return typeof member === "function" ? member.bind(of) : member;
      },
    });
    expect(all.size).toBe(5);
    for (let n = 0; n < whole(100); n++) {
      const places = placesOf(pick([...all.values()]), x);
      const [a, b] = [pick(places), pick(places)];
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const isWithin = (at = Number.NaN) => at >= from && at <= to;
      reads = 0;
      // With fewer buckets than half of the points in it, a stretch would be thinned.
      const args = { wanted: wanted(), x, from, to, buckets: 2000 };
      const found = await readStretches(counting, args);
      expect(reads).toBeLessThanOrEqual(4);
      const parts = new Map(found.series.map((part) => [nameOf(part), part]));
      for (const [name, one] of all) {
        const inside = (part: SeriesPart | undefined) => {
          const own = part && placesOf(part, x);
          return [...(part?.step ?? [])].filter((_, i) => isWithin(own?.[i]));
        };
        const what = `seed ${seed}: ${name}, ${x} ${from} to ${to}`;
        expect(inside(parts.get(name)), what).toEqual(inside(one));
      }
    }
  },
  240_000,
);

test("a narrow stretch is read closely, however long the series", async () => {
  const [run = ""] = starts.keys();
  const part = all.get(nameOf({ run, key: "loss" }));
  const [from, to] = [20.5, 20.6];
  const { series } = await readStretches(store, {
    wanted: [{ run, key: "loss" }],
    ...{ x: "epoch", from, to, buckets: 50 },
  });
  const steps = [...(part?.step ?? [])].filter((step) => step / 100 >= from && step / 100 <= to);
  expect(steps.length).toBeGreaterThan(9);
  expect(series[0]?.buckets).toBeUndefined();
  expect([...(series[0]?.step ?? [])]).toEqual(expect.arrayContaining(steps));
});
