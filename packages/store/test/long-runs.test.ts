import path from "node:path";
import type { RunConclusions } from "@epochal/conclusions";
import { whole } from "@epochal/testing/full";
import { noise, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { openStore } from "../src/open-store.ts";
import { tempFolder } from "./temp-folder.ts";

type Shape = (at: number) => Readonly<Record<string, number>>;

/** Conclusions of a run of so many epochs of this shape, each of which took a second. */
async function conclusionsOf(count: number, shape: Shape, every = 1): Promise<RunConclusions> {
  const store = await openStore(path.join(tempFolder(), "runs.db"));
  const run = await store.startRun({ project: "birds", record: false });
  run.describe({
    epoch_seconds: { metric: "epoch_seconds", split: "train", kind: "system", per: "epoch" },
    tracking_ms: { metric: "tracking_ms", split: "train", kind: "system", per: "epoch" },
  });
  for (let epoch = 0; epoch < count; epoch++) {
    const { val_loss: validation = 0, ...values } = shape(epoch / (count - 1));
    const validated = epoch % every === every - 1 ? { val_loss: validation } : {};
    run.log({ ...values, ...validated, epoch_seconds: 1, tracking_ms: 2 }, { step: epoch, epoch });
  }
  await run.finish();
  const conclusions = await store.concludeRun(run.id);
  await store.close();
  return conclusions;
}

const random = seededRandom(5);
const noisy = (value: number) => value + noise(random, 0.01);
const loss = (at: number) => noisy(0.2 + 0.5 * Math.exp(-5 * at));
const shapes: Readonly<Record<string, Shape>> = {
  overfitting: (at) => ({
    loss: loss(at),
    val_loss: noisy(0.3 + 0.4 * Math.exp(-10 * at) + 0.5 * Math.max(0, at - 0.4)),
  }),
  healthy: (at) => ({ loss: loss(at), val_loss: loss(at) + 0.05 }),
  underfitting: () => ({ loss: noisy(0.7), val_loss: noisy(0.7) }),
  diverged: (at) => ({ loss: at > 0.6 ? Number.NaN : loss(at), val_loss: loss(at) }),
};
const counts = whole(10) === 10 ? [500, 2_000, 2_001, 20_000, 100_000] : [500, 4_000];

const patience = { timeout: 300_000 };

it.each(Object.entries(shapes))(
  "a run is %s however many epochs it has",
  patience,
  async (rule, shape) => {
    for (const count of counts) {
      const { verdict, divergence, cost } = await conclusionsOf(count, shape);
      expect(verdict?.rule, `${count} epochs`).toBe(rule);
      expect(cost, `${count} epochs`).toEqual({
        ms: 2 * count,
        trainingMs: 1000 * count,
        share: 0.002,
      });
      if (rule === "overfitting") {
        expect((verdict?.epoch ?? 0) / count, `${count} epochs`).toBeGreaterThan(0.25);
        expect((verdict?.epoch ?? 0) / count, `${count} epochs`).toBeLessThan(0.55);
      }
      // To the epoch: the first that is not finite.
      if (rule === "diverged") {
        expect(divergence?.epoch).toBe(Math.floor(0.6 * (count - 1)) + 1);
      }
      const words = verdict?.evidence.match(/in (\d+) epochs/)?.[1] ?? count;
      expect(Number(words)).toBe(count);
    }
  },
);

it(
  "pairs a curve that is validated every tenth epoch with the one that is trained",
  patience,
  async () => {
    for (const count of counts) {
      const { verdict } = await conclusionsOf(count, shapes.overfitting ?? (() => ({})), 10);
      expect(verdict?.rule, `${count} epochs`).toBe("overfitting");
    }
  },
);

it("counts the epochs of a run without validation, and the time of those trained twice", async () => {
  const store = await openStore(path.join(tempFolder(), "runs.db"));
  const first = await store.startRun({ project: "birds", record: false });
  const log = (run: typeof first, from: number, to: number) => {
    run.describe({
      epoch_seconds: { metric: "epoch_seconds", split: "train", kind: "system", per: "epoch" },
      tracking_ms: { metric: "tracking_ms", split: "train", kind: "system", per: "epoch" },
    });
    for (let epoch = from; epoch < to; epoch++) {
      run.log({ loss: 1 / (epoch + 1), epoch_seconds: 1, tracking_ms: 2 }, { step: epoch, epoch });
    }
  };
  log(first, 0, 5_000);
  await first.finish();
  log(await store.resumeRun(first.id), 4_000, 9_000);
  const { verdict, cost } = await store.concludeRun(first.id);
  await store.close();
  expect(verdict?.evidence).toMatch(/^9,000 epochs were trained/);
  expect(cost).toMatchObject({ ms: 20_000, trainingMs: 10_000_000 });
});

it("takes means of values whose sums overflow", async () => {
  const { verdict } = await conclusionsOf(9_000, (at) => ({
    loss: 1e308 * (1 - at),
    val_loss: 1e308 * (1 - at),
  }));
  expect(verdict?.rule).toBe("healthy");
});
