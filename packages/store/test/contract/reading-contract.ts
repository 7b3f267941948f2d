import { describe, expect, it } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** Long series are read in few points that keep every extreme. */
export function readingContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: concluding`, () => {
    it("judges a run by its epochs, and again when they change", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const log = (epoch: number, loss: number, rest: number) =>
        run.log({ loss, val_loss: rest, epoch_seconds: epoch % 3 }, { epoch });
      run.describe({
        epoch_seconds: { metric: "epoch_seconds", split: "train", kind: "system", per: "epoch" },
      });
      for (let epoch = 0; epoch < 10; epoch++) log(epoch, 1 / (epoch + 1), 1 / (epoch + 1));
      expect((await store.concludeRun(run.id)).verdict).toMatchObject({ rule: "healthy" });
      for (let epoch = 10; epoch < 20; epoch++) log(epoch, 1 / (epoch + 1), 0.1 + epoch / 100);
      expect((await store.concludeRun(run.id)).verdict).toMatchObject({
        words: "overfitting from epoch 11",
      });
      await expect(store.concludeRun("nobody")).rejects.toMatchObject({ code: "run_not_found" });
    });
  });

  describe(`${name}: reading long series`, () => {
    it("keeps every extreme at its true step, in few points", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const n = 30_000;
      const value = (step: number) =>
        step === 12_345 ? 100 : step === 23_456 ? -100 : Math.sin(step);
      for (let step = 0; step < n; step++)
        run.log({ loss: value(step) }, { step, epoch: step / 100 });
      for (const width of [1, 7, 50, 500]) {
        const points = await store.readSeries({ run: run.id, key: "loss", width });
        expect(points.total).toBe(n);
        expect(points.step.length).toBeGreaterThanOrEqual(2);
        expect(points.step.length).toBeLessThanOrEqual(4 * width + 2);
        expect([...points.value]).toContain(100);
        expect([...points.value]).toContain(-100);
        points.step.forEach((step, i) => {
          expect(points.value[i]).toBe(value(step));
          expect(points.epoch[i]).toBe(step / 100);
        });
      }
    });

    it("says of each stretch its mean and of how many values it is", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const n = 30_000;
      const value = (step: number) =>
        step % 97 === 5 || step < 900 ? Number.NaN : Math.sin(step) * (step % 1000);
      for (let step = 0; step < n; step++) {
        run.log({ loss: value(step), huge: 1.7e308 }, { step, epoch: step / 100 });
      }
      for (const range of [{}, { from: 1_234, to: 23_456 }]) {
        for (const width of [1, 7, 50, 500]) {
          const query = { run: run.id, ...range, width };
          const { buckets } = await store.readSeries({ ...query, key: "loss" });
          let before = (range.from ?? 0) - 1;
          for (const [i, end] of (buckets?.step ?? []).entries()) {
            const steps = Array.from({ length: end - before }, (_, at) => before + 1 + at);
            const finite = steps.map(value).filter(Number.isFinite);
            const mean = finite.reduce((a, b) => a + b, 0) / finite.length;
            expect(buckets?.mean[i]).toBeCloseTo(mean, 9);
            expect(buckets?.n[i]).toBe(finite.length);
            expect(buckets?.low[i]).toBe(Math.min(...finite));
            expect(buckets?.high[i]).toBe(Math.max(...finite));
            expect(buckets?.epoch[i]).toBe(end / 100);
            before = end;
          }
          expect(before).toBe(range.to ?? n - 1);
          const huge = await store.readSeries({ ...query, key: "huge" });
          expect(new Set(huge.buckets?.mean)).toEqual(new Set([1.7e308]));
        }
      }
      expect((await store.readSeries({ run: run.id, key: "loss", to: 50 })).buckets).toBe(
        undefined,
      );
    });

    it("counts exactly what a range holds", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      for (let step = 0; step < 20_000; step++) {
        run.log({ loss: step % 7 === 0 ? Number.NaN : step }, { step: step * 3 });
      }
      const points = await store.readSeries({
        run: run.id,
        key: "loss",
        from: 1_000,
        to: 50_000,
        width: 100,
      });
      expect(points.total).toBe(Math.floor(50_000 / 3) - Math.ceil(1_000 / 3) + 1);
      expect(points.step[0]).toBeGreaterThanOrEqual(1_000);
      expect(points.step.at(-1)).toBeLessThanOrEqual(50_000);
      expect(points.step.every((step, i) => i === 0 || step > (points.step[i - 1] ?? 0))).toBe(
        true,
      );
      const bad = Array.from({ length: 20_000 }, (_, i) => i).filter(
        (i) => i % 7 === 0 && i * 3 >= 1_000 && i * 3 <= 50_000,
      );
      expect(points.nonFinite.total).toBe(bad.length);
    });

    it("reads of each of several series a range of its own, as if it were read alone", async () => {
      const store = await openNew(newPlace);
      const runs = [];
      for (const n of [9_000, 40]) {
        const run = await store.startRun({ project: "birds" });
        for (let step = 0; step < n; step++) run.log({ loss: Math.cos(step) }, { step });
        runs.push(run.id);
      }
      const [long = "", short = ""] = runs;
      const wanted = [
        { run: long, key: "loss", from: 10.5, to: 70 },
        { run: short, key: "loss", to: 12 },
        { run: long, key: "loss", from: 4_000 },
        { run: short, key: "loss" },
        { run: short, key: "loss", from: 100 },
      ];
      const width = 100;
      const query = { from: 5, to: 8_000, width };
      const { series } = await store.readManySeries({ series: wanted, ...query });
      expect(series).toHaveLength(wanted.length);
      for (const [i, one] of wanted.entries()) {
        expect(series[i]).toMatchObject(await store.readSeries({ ...query, ...one, width }));
      }
      const odd = [{ run: long, key: "loss", from: Number.NaN }];
      await expect(store.readManySeries({ series: odd })).rejects.toThrow(
        "readManySeries: from must be a number. Received: NaN",
      );
    });

    it("says of every place that is not finite what it is, in buckets too", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const odd = [Number.NaN, Infinity, -Infinity];
      const value = (step: number) =>
        step % 97 === 5 ? (odd[Math.floor(step / 97) % 3] ?? 0) : step;
      for (let step = 0; step < 12_000; step++) run.log({ loss: value(step) }, { step });
      for (const width of [50, 500, 2_000, 10_000]) {
        const { nonFinite } = await store.readSeries({ run: run.id, key: "loss", width });
        expect(nonFinite.step.length).toBeGreaterThan(20);
        expect([...nonFinite.value]).toEqual([...nonFinite.step].map(value));
      }
      await run.finish();
      const again = await store.resumeRun(run.id);
      again.log({ loss: 1 }, { step: 1 });
      const query = { run: run.id, key: "loss", segment: 0, width: 200 };
      const { nonFinite } = await store.readSeries(query);
      expect([...nonFinite.value]).toEqual([...nonFinite.step].map(value));
      await again.finish();
    });

    it("returns every point of a short range", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      for (let step = 0; step < 10_000; step++) run.log({ loss: step }, { step });
      const query = { run: run.id, key: "loss" };
      const points = await store.readSeries({ ...query, from: 5_000, to: 5_099 });
      expect([...points.step]).toEqual(Array.from({ length: 100 }, (_, i) => 5_000 + i));
      expect((await store.readSeries({ ...query, from: 20_000 })).total).toBe(0);
      expect((await store.readSeries({ ...query, to: -1 })).total).toBe(0);
      expect((await store.readSeries({ ...query, from: -1 / 0, to: 1 / 0 })).total).toBe(10_000);
      for (const wrong of [{ width: 0 }, { width: 1.5 }, { from: Number.NaN }]) {
        await expect(store.readSeries({ ...query, ...wrong })).rejects.toThrow(RangeError);
      }
    });
  });
}
