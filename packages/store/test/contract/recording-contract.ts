import { describe, expect, it, onTestFinished } from "vitest";
import type { RunSummary } from "../../src/index.ts";
import { openNew, type StorePlace } from "./store-place.ts";

/** What is logged is what is read. */
export function recordingContract(name: string, newPlace: () => StorePlace): void {
  const keysOf = (run: RunSummary) => run.series.map(({ key }) => key);

  describe(`${name}: recording`, () => {
    it("starts empty", async () => {
      const store = await openNew(newPlace);
      expect(await store.listProjects()).toEqual([]);
      expect(await store.listRuns()).toEqual({ runs: [], total: 0 });
      expect((await store.listChanges(0)).runs).toEqual([]);
    });

    it("reads at once what the same process has logged", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      for (let epoch = 0; epoch < 3; epoch++) {
        run.log({ loss: 3 - epoch, val_auc: epoch / 4 }, { step: epoch, epoch });
      }
      const points = await store.readSeries({ run: run.id, key: "val_auc" });
      expect([...points.step]).toEqual([0, 1, 2]);
      expect([...points.epoch]).toEqual([0, 1, 2]);
      expect([...points.value]).toEqual([0, 0.25, 0.5]);
      expect(points.total).toBe(3);
      expect(points.wallTime.every((time) => Math.abs(time - Date.now()) < 60_000)).toBe(true);
    });

    it("summarizes each series as it goes", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const values = [0.5, Number.NaN, 0.8, Number.POSITIVE_INFINITY, 0.7, 0.8];
      values.forEach((auc, epoch) => {
        run.log({ auc }, { step: epoch, epoch });
      });
      const [auc] = (await store.getRun(run.id)).series;
      expect(auc).toEqual({
        key: "auc",
        metric: "auc",
        split: "train",
        kind: "metric",
        direction: "max",
        per: "epoch",
        count: 6,
        first: { value: 0.5, step: 0, epoch: 0 },
        last: { value: 0.8, step: 5, epoch: 5 },
        best: { value: 0.8, step: 2, epoch: 2 },
        kept: { value: 0.8, step: 5, epoch: 5 },
        min: 0.5,
        max: 0.8,
        nonFinite: 2,
        firstNonFinite: { value: Number.NaN, step: 1, epoch: 1 },
      });
    });

    it("gives back non-finite values apart, as they were", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      [1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2].forEach((loss) => {
        run.log({ loss });
      });
      const points = await store.readSeries({ run: run.id, key: "loss" });
      expect([...points.value]).toEqual([1, 2]);
      expect([...points.nonFinite.step]).toEqual([1, 2, 3]);
      expect([...points.nonFinite.value]).toEqual([
        Number.NaN,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
      ]);
      expect(points.nonFinite.total).toBe(3);
      expect(points.total).toBe(5);
    });

    it("counts steps itself where none is given, and takes a whole epoch for one", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      run.log({ loss: 1 });
      run.log({ loss: 1 });
      run.log({ loss: 1 }, { epoch: 7 });
      run.log({ loss: 1 }, { epoch: 7.5 });
      run.log({ loss: 1 }, { step: 3 });
      run.log({ loss: 1 });
      const { step } = await store.readSeries({ run: run.id, key: "loss" });
      expect([...step]).toEqual([0, 1, 3, 7, 8, 9]);
    });

    it("lets the last value of a step stand", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      run.log({ loss: 9 }, { step: 0 });
      run.log({ loss: 5 }, { step: 1 });
      await store.listRuns();
      run.log({ loss: 1 }, { step: 0 });
      run.log({ loss: 2 }, { step: 0 });
      const [loss] = (await store.getRun(run.id)).series;
      expect(loss).toMatchObject({ count: 2, max: 5, min: 2, first: { value: 2 } });
    });

    it("believes what it is told about a series, also late", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      run.log({ regret: 5 }, { step: 0, epoch: 0 });
      run.log({ regret: 2 }, { step: 1, epoch: 1 });
      run.log({ regret: 3 }, { step: 2, epoch: 2 });
      const [before] = (await store.getRun(run.id)).series;
      expect(before?.direction).toBeUndefined();
      expect(before?.best).toBeUndefined();
      const told = { metric: "regret", split: "validation", kind: "metric", per: "epoch" } as const;
      run.describe({ regret: { ...told, direction: "min" } });
      const [after] = (await store.getRun(run.id)).series;
      expect(after).toMatchObject({ ...told, best: { value: 2, step: 1, epoch: 1 } });
      run.describe({ regret: { ...told, direction: "max" } });
      const [again] = (await store.getRun(run.id)).series;
      expect(again?.best).toEqual({ value: 5, step: 0, epoch: 0 });
    });

    it("does not list a series that was described and never logged", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      run.describe({ auc: { metric: "auc", split: "train", kind: "metric", per: "epoch" } });
      run.log({ loss: 1 });
      expect(keysOf(await store.getRun(run.id))).toEqual(["loss"]);
      await expect(store.readSeries({ run: run.id, key: "auc" })).rejects.toMatchObject({
        code: "series_not_found",
      });
    });

    it("notes among the run's events what could not be recorded, once", async () => {
      const errors: Error[] = [];
      const store = await openNew(newPlace, errors);
      const run = await store.startRun({ project: "birds", record: false });
      for (let i = 0; i < 3; i++) run.log({ loss: 1, name: "small" as unknown as number });
      run.log({ loss: 1 }, { step: 1.5 });
      const { events } = await store.getRun(run.id);
      const told = events.map(({ event }) => (event.type === "warning" ? event.message : ""));
      expect(told).toEqual([
        expect.stringMatching(/^Tracker: "name" was left out: /),
        expect.stringMatching(/^Tracker: a step must be a whole number, not 1.5/),
      ]);
      expect(errors).toHaveLength(2);
    });

    it("keeps events in their order", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", record: false });
      run.event({ type: "warning", message: "one" });
      run.event({ type: "warning", message: "two", epoch: 3 });
      const { events } = await store.getRun(run.id);
      expect(events.map(({ event }) => event)).toEqual([
        { type: "warning", message: "one" },
        { type: "warning", message: "two", epoch: 3 },
      ]);
    });

    it("keeps histograms and graphs as they are", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", record: false });
      const recorded = [
        {
          type: "graph",
          epoch: 0,
          layers: [
            {
              name: "out",
              className: "Dense",
              outputShapes: [[null, 1]],
              parameters: 3,
              inputs: ["in"],
            },
          ],
        },
        {
          type: "histogram",
          epoch: 0,
          key: "out/kernel/histogram",
          edges: [-0.5, 1e-12, 0.1 + 0.2],
          counts: [1, 2],
        },
      ] as const;
      for (const event of recorded) run.event(event);
      const { events } = await store.getRun(run.id);
      expect(events.map(({ event }) => event)).toEqual(recorded);
    });

    it("knows the values of the weights that were put back", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      for (let epoch = 0; epoch < 5; epoch++) {
        for (let batch = 0; batch < 4; batch++) {
          run.log(
            { batch_loss: epoch * 4 + batch },
            { step: epoch * 4 + batch, epoch: epoch + batch / 4 },
          );
        }
        run.log({ auc: 0.9 - Math.abs(epoch - 2) / 10 }, { step: epoch, epoch });
      }
      run.event({ type: "weights_restored", epoch: 2, monitor: "auc", value: 0.9 });
      const details = await store.getRun(run.id);
      expect(details.restoredEpoch).toBe(2);
      const [auc, batchLoss] = details.series;
      expect(auc?.kept).toEqual({ value: 0.9, step: 2, epoch: 2 });
      expect(auc?.last?.step).toBe(4);
      expect(batchLoss?.kept).toEqual({ value: 11, step: 11, epoch: 2.75 });
    });

    it("survives whatever is logged, and tells about it", async () => {
      const errors: Error[] = [];
      const store = await openNew(newPlace, errors);
      const run = await store.startRun({ project: "birds" });
      const hostile = run as unknown as Record<
        "log" | "describe" | "event",
        (...it: unknown[]) => void
      >;
      for (const values of [null, undefined, 1, "loss", [1, 2]]) hostile.log(values);
      hostile.log({ loss: "0.5", acc: null, auc: 1n, mse: undefined, mae: { data: 1 }, good: 1 });
      hostile.log({ loss: 1 }, { step: 1.5 });
      hostile.log({ loss: 1 }, { step: -1 });
      hostile.log({ loss: 1 }, { step: Number.NaN });
      hostile.log({ good: 2 }, { step: 1, epoch: Number.NaN });
      hostile.log({ ["k".repeat(10_000_000)]: 1, good: 3 }, { step: 2 });
      hostile.log(
        new Proxy(
          {},
          {
            ownKeys() {
              throw new Error("mine");
            },
          },
        ),
      );
      hostile.describe(null);
      hostile.describe({ good: { metric: 1 } });
      hostile.event(null);
      hostile.event({ type: 5 });
      hostile.log({ ["__proto__"]: 1, constructor: 2, 'a"\\\n\u0000': 3 }, { step: 3 });
      const { series } = await store.getRun(run.id);
      expect(series.find(({ key }) => key === "good")?.count).toBe(3);
      expect(series.find(({ key }) => key === "constructor")?.count).toBe(1);
      expect(series.find(({ key }) => key === 'a"\\\n\u0000')?.count).toBe(1);
      expect(series.some(({ key }) => key === "loss" || key.length > 1000)).toBe(false);
      const told = errors.map(({ message }) => message).join("\n");
      expect(told).toContain("a value must be a number, not string");
      expect(told).toContain("10000000 characters");
      expect(told).toContain("a step must be a whole number, not 1.5");
      expect(errors.length).toBeLessThan(20);
    });

    it("tells of a position without a step that has something like one", async () => {
      const errors: Error[] = [];
      const store = await openNew(newPlace, errors);
      const run = await store.startRun({ project: "birds" });
      run.log({ loss: 2 }, { steps: 7 } as never);
      run.log({ loss: 1 }, { step: null } as never);
      const { series } = await store.getRun(run.id);
      expect(series.find(({ key }) => key === "loss")?.count).toBe(2);
      expect(errors.map(({ message }) => message)).toEqual([
        expect.stringContaining("a position has a step and an epoch, no steps"),
      ]);
    });

    it("tells the same mistake once", async () => {
      const errors: Error[] = [];
      const store = await openNew(newPlace, errors);
      const run = await store.startRun({ project: "birds" });
      for (let i = 0; i < 100; i++) run.log({ loss: "x" as unknown as number });
      expect(errors).toHaveLength(1);
      for (let i = 0; i < 1000; i++) run.log({ [`key ${i}`]: "x" as unknown as number });
      expect(errors.length).toBeLessThanOrEqual(20);
    });

    it("survives a listener that throws", async () => {
      const store = await newPlace().open(() => {
        throw new Error("mine");
      });
      onTestFinished(() => store.close());
      const run = await store.startRun({ project: "birds" });
      run.log(null as unknown as Record<string, number>);
      run.log({ loss: 1 });
      expect(keysOf(await store.getRun(run.id))).toEqual(["loss"]);
    });
  });
}
