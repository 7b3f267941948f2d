import type { FitEvent } from "@epochal/record";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { describe, expect, it } from "vitest";
import { patiently } from "../patiently.ts";
import { openNew, type StorePlace } from "./store-place.ts";

const fitEvent = (fit: number, epoch: number): FitEvent => ({
  type: "fit",
  fit,
  epoch,
  initialEpoch: 0,
  epochs: 2,
  model: "sequential_1",
  trainedParameters: 650,
  parameters: 101_770,
});
const stopped = { type: "stopped_early", epoch: 1, reason: "val_auc stood still" } as const;
const restored = { type: "weights_restored", epoch: 0, monitor: "auc", value: 0.9 } as const;

/** A run that several fits train, one after the other. */
export function severalFitsContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: several fits`, () => {
    it("what the last one did is what the run came to", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", record: false });
      run.event(fitEvent(0, 0));
      for (const [epoch, auc] of [0.9, 0.8].entries()) run.log({ auc }, { epoch });
      run.event(stopped);
      run.event(restored);
      const half = await store.getRun(run.id);
      expect(half.restoredEpoch).toBe(0);
      expect(half.series[0]?.kept?.value).toBe(0.9);
      run.event(fitEvent(1, 2));
      for (const [i, auc] of [0.7, 0.6].entries()) run.log({ auc }, { epoch: 2 + i });
      await run.finish();
      const { status, restoredEpoch, series, events } = await store.getRun(run.id);
      expect(status.state).toBe("finished");
      expect(restoredEpoch).toBeUndefined();
      expect(series[0]?.kept?.value).toBe(0.6);
      expect(events.map(({ event }) => event)).toContainEqual(fitEvent(1, 2));
    });

    it("a run knows what is taken, whoever logged it", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", record: false });
      expect(run.logged).toMatchObject({ epochs: 0, steps: 0, batches: 0 });
      run.log({ loss: 1 }, { epoch: 3 });
      expect(run.logged).toMatchObject({ epochs: 4, steps: 4, batches: 0 });
      run.log({ batch_loss: 1 }, { step: 90, epoch: 4.5 });
      expect(run.logged).toMatchObject({ epochs: 5, steps: 4, batches: 90 });
      run.log({ batch_loss: 1 }, { step: 100, epoch: 6 });
      expect(run.logged).toMatchObject({ epochs: 6, steps: 4, batches: 100 });
      run.log({ mine: 1 }, { step: 200, epoch: 6.5 });
      expect(run.logged).toMatchObject({ epochs: 7, steps: 201, batches: 200 });
      const kind = { metric: "size", split: "train", kind: "metric", per: "batch" } as const;
      run.describe({ size: kind });
      run.log({ size: 1 }, { step: 300 });
      expect(run.logged).toMatchObject({ epochs: 7, steps: 201, batches: 300 });
      await run.finish();
      const again = await store.resumeRun(run.id);
      expect(again.logged).toMatchObject({ epochs: 0, steps: 0, batches: 0 });
    });

    it("a resumed one knows the last batch before an epoch", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", record: false });
      expect(run.lastBatchBefore?.(2)).toBeUndefined();
      const seed = newSeed();
      const random = seededRandom(seed);
      const points: { step: number; epoch: number }[] = [];
      for (let step = 1, epoch = 0; epoch < 9; step += 1 + Math.floor(random() * 4)) {
        epoch = Math.round(8 * (epoch + random() / 3)) / 8;
        points.push({ step, epoch });
        const key = random() < 0.3 ? "batch_auc" : "batch_loss";
        run.log({ [key]: 1 }, { step, epoch });
        if (random() < 0.1) run.log({ batch_size: 1 }, { step });
        if (random() < 0.2) run.log({ loss: 1 }, { step: 1_000 + step, epoch });
      }
      await run.finish();
      const again = await patiently(() => store.resumeRun(run.id));
      for (let epoch = 0; epoch <= 10; epoch++) {
        const before = points.filter((point) => point.epoch <= epoch).at(-1);
        expect([seed, again.lastBatchBefore?.(epoch)]).toEqual([seed, before]);
      }
    });
  });
}
