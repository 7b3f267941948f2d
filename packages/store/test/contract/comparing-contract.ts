import { describe, expect, it } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** Two runs beside each other. */
export function comparingContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: comparing two runs`, () => {
    it("says which params are the same, differ, or are only in one", async () => {
      const store = await openNew(newPlace);
      const a = await store.startRun({
        project: "birds",
        config: { optimizer: { name: "adam", lr: 0.01 }, units: 32, old: true, layers: [1, 2] },
      });
      const b = await store.startRun({
        project: "birds",
        config: { optimizer: { name: "adam", lr: 0.001 }, units: "32", layers: [1, 2], fresh: 1 },
      });
      const compared = await store.compareRuns(a.id, b.id);
      expect(compared.params).toEqual({
        same: [
          { path: "optimizer.name", value: "adam" },
          { path: "layers", value: [1, 2] },
        ],
        differing: [
          { path: "optimizer.lr", a: 0.01, b: 0.001 },
          { path: "units", a: 32, b: "32" },
        ],
        onlyInA: [{ path: "old", value: true }],
        onlyInB: [{ path: "fresh", value: 1 }],
      });
      expect([compared.a.id, compared.b.id]).toEqual([a.id, b.id]);
      // The other way round it is the same.
      const { params } = await store.compareRuns(b.id, a.id);
      expect(params.onlyInA).toEqual(compared.params.onlyInB);
      expect(params.differing[0]).toEqual({ path: "optimizer.lr", a: 0.001, b: 0.01 });
    });

    it("compares also with a run in the trash", async () => {
      const store = await openNew(newPlace);
      const a = await store.startRun({ project: "birds", config: { units: 32 } });
      const b = await store.startRun({ project: "birds", config: { units: 64 } });
      await b.finish();
      await store.deleteRuns([b.id]);
      const compared = await store.compareRuns(a.id, b.id);
      expect(compared.params.differing).toEqual([{ path: "units", a: 32, b: 64 }]);
      expect(compared.b.deletedAt).toBeInstanceOf(Date);
    });

    it("compares what is known of code, machine, data and seeds", async () => {
      const store = await openNew(newPlace);
      const [a, b] = [
        await store.startRun({ project: "birds", record: false }),
        await store.startRun({ project: "birds", record: false }),
      ];
      const data = (checksum: string) => ({
        x: { shapes: [[10, 2]], dtypes: ["float32"], samples: 10, checksum },
      });
      a.event({ type: "card", card: { code: { commit: "aa", isDirty: false }, seed: { set: 1 } } });
      a.event({ type: "card", card: { data: data("11"), versions: { node: "22" } } });
      b.event({ type: "card", card: { code: { commit: "bb", diff: "+x", isDirty: true } } });
      b.event({ type: "card", card: { data: data("22"), versions: { node: "22" } } });
      const { card } = await store.compareRuns(a.id, b.id);
      expect(card.differing).toEqual(
        expect.arrayContaining([
          { path: "code.commit", a: "aa", b: "bb" },
          { path: "data.x.checksum", a: "11", b: "22" },
        ]),
      );
      expect(card.same).toContainEqual({ path: "versions.node", value: "22" });
      expect(card.onlyInA).toEqual([{ path: "seed.set", value: 1 }]);
      expect(card.onlyInB).toEqual([{ path: "code.diff", value: "+x" }]);
    });

    it("pairs values at best, at last, and at the last epoch that both have", async () => {
      const store = await openNew(newPlace);
      const [a, b] = [
        await store.startRun({ project: "birds" }),
        await store.startRun({ project: "birds" }),
      ];
      const inA = [0.5, 0.75, 0.625, 0.5, 0.25];
      for (const [epoch, auc] of inA.entries()) a.log({ auc, loss: 1 - auc, onlyA: 1 }, { epoch });
      // Validated every second epoch, and stopped before its fourth.
      for (const [epoch, auc] of [0.25, 0.5, 0.875, Number.NaN].entries()) {
        b.log(epoch % 2 === 0 ? { auc, loss: 1 - auc } : { loss: auc, onlyB: 1 }, { epoch });
      }
      const { series, seriesOnlyInA, seriesOnlyInB } = await store.compareRuns(a.id, b.id);
      expect(series.map(({ key }) => key)).toEqual(["auc", "loss"]);
      expect(seriesOnlyInA.map(({ key }) => key)).toEqual(["onlyA"]);
      expect(seriesOnlyInB.map(({ key }) => key)).toEqual(["onlyB"]);
      const [auc, loss] = series;
      expect(auc).toMatchObject({
        direction: "max",
        best: {
          a: { epoch: 1, value: 0.75 },
          b: { epoch: 2, value: 0.875 },
          difference: 0.125,
          better: "b",
        },
        last: { a: { epoch: 4 }, b: { epoch: 2 }, difference: 0.625, better: "b" },
        equalEpoch: { epoch: 2, a: { value: 0.625 }, b: { value: 0.875 }, better: "b" },
      });
      expect(loss).toMatchObject({
        direction: "min",
        best: { a: { value: 0.25 }, b: { value: 0.125 }, difference: -0.125, better: "b" },
        equalEpoch: { epoch: 3, a: { value: 0.5 }, b: { value: Number.NaN } },
      });
      expect(loss?.equalEpoch?.difference).toBeUndefined();
      expect(loss?.last.better).toBeUndefined();
    });

    it("says nothing of equal epochs where there are none, or of directions that are not known", async () => {
      const store = await openNew(newPlace);
      const [a, b] = [
        await store.startRun({ project: "birds" }),
        await store.startRun({ project: "birds" }),
      ];
      for (const epoch of [0, 2, 4]) a.log({ lr: 1 }, { epoch });
      for (const epoch of [1, 3]) b.log({ lr: 3 }, { epoch });
      const [lr] = (await store.compareRuns(a.id, b.id)).series;
      expect(lr).toMatchObject({ key: "lr", last: { difference: 2 } });
      expect(lr).not.toHaveProperty("equalEpoch");
      expect(lr).not.toHaveProperty("direction");
      expect(lr).not.toHaveProperty("best");
      expect(lr?.last).not.toHaveProperty("better");
    });

    it("takes runs as they stand: failed, running, or with nothing at all", async () => {
      const store = await openNew(newPlace);
      const [failed, running, empty] = [
        await store.startRun({ project: "birds" }),
        await store.startRun({ project: "birds" }),
        await store.startRun({ project: "other" }),
      ];
      failed.log({ loss: Number.NaN }, { epoch: 0 });
      await failed.finish({ state: "failed", reason: "out of memory" });
      running.log({ loss: 1 }, { epoch: 0 });
      const one = await store.compareRuns(failed.id, running.id);
      expect([one.a.status.state, one.b.status.state]).toEqual(["failed", "running"]);
      expect(one.series[0]?.best).toEqual({ b: { value: 1, epoch: 0, step: 0 } });
      const two = await store.compareRuns(running.id, empty.id);
      expect(two).toMatchObject({
        series: [],
        seriesOnlyInA: [{ key: "loss" }],
        seriesOnlyInB: [],
      });
    });

    it("needs two runs that there are", async () => {
      const store = await openNew(newPlace);
      const { id } = await store.startRun({ project: "birds" });
      await expect(store.compareRuns(id, "nobody")).rejects.toMatchObject({
        code: "run_not_found",
      });
      await expect(store.compareRuns("nobody", id)).rejects.toMatchObject({
        code: "run_not_found",
      });
      await expect(store.compareRuns(id, id)).rejects.toThrow(RangeError);
      for (const wrong of [undefined, null, 1, {}, [id]]) {
        await expect(store.compareRuns(id, wrong as never)).rejects.toThrow(TypeError);
        await expect(store.compareRuns(wrong as never, id)).rejects.toThrow(TypeError);
      }
    });
  });
}
