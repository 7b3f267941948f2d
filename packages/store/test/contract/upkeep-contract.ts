import { describe, expect, it } from "vitest";
import type { Store, UpkeepProgress } from "../../src/index.ts";
import { openNew, type StorePlace } from "./store-place.ts";

/** What keeps a store small: purging, thinning out, retention, and what takes how much room. */
export function upkeepContract(name: string, newPlace: () => StorePlace): void {
  const record = async (store: Store, runName: string, batches = 200) => {
    const run = await store.startRun({ project: "birds", name: runName, record: false });
    for (let step = 0; step < batches; step++) {
      const value = Math.sin(step) * step;
      run.log({ batch_loss: value }, { step, epoch: step / 50 });
      if (step % 50 === 0) run.log({ loss: value }, { epoch: step / 50 });
    }
    await run.finish();
    return run.id;
  };

  describe(`${name}: purging`, () => {
    it("removes for good what is named of the trash, and nothing else", async () => {
      const store = await openNew(newPlace);
      const [gone, kept] = [await record(store, "gone"), await record(store, "kept")];
      await store.deleteRuns([gone]);
      expect(await store.purge()).toMatchObject({ runs: 0, points: 0 });
      expect(await store.purge({ ids: [gone], dryRun: true })).toMatchObject({
        ...{ runs: 1, points: 204 },
      });
      expect((await store.listRuns({ deleted: true })).total).toBe(1);
      const told: UpkeepProgress[] = [];
      const before = await store.listChanges();
      const report = await store.purge({ ids: [gone], onProgress: (it) => told.push(it) });
      expect(report).toMatchObject({ runs: 1, points: 204, deleted: 0, thinned: 0 });
      expect(told).toContainEqual(
        expect.objectContaining({ doing: "remove", done: 204, total: 204 }),
      );
      expect((await store.listChanges(before.revision)).runs).toEqual([gone]);
      expect((await store.listRuns({ deleted: true })).total).toBe(0);
      await expect(store.getRun(gone)).rejects.toMatchObject({ code: "run_not_found" });
      await expect(store.restoreRuns([gone])).rejects.toMatchObject({ code: "run_not_found" });
      expect((await store.readSeries({ run: kept, key: "batch_loss" })).total).toBe(200);
    });

    it("takes what is old enough, and refuses what is not in the trash", async () => {
      const store = await openNew(newPlace);
      const [gone, kept] = [await record(store, "gone", 1), await record(store, "kept", 1)];
      await store.deleteRuns([gone]);
      await expect(store.purge({ ids: [gone, kept] })).rejects.toMatchObject({
        code: "run_not_found",
      });
      expect(await store.purge({ olderThan: new Date(0) })).toMatchObject({ runs: 0 });
      expect(await store.purge({ olderThan: new Date(Date.now() + 1_000) })).toMatchObject({
        runs: 1,
      });
      expect((await store.listRuns()).runs.map(({ id }) => id)).toEqual([kept]);
    });

    it.each<[object, string]>([
      [{ olderThan: 3 }, "purge: olderThan must be a Date. Received: 3"],
      [{ olderThan: new Date(Number.NaN) }, "purge: olderThan must be a Date"],
      [{ ids: "all" }, "purge: ids must be a list of strings. Received: string"],
      [{ dryRun: 1 }, "purge: dryRun must be true or false. Received: number"],
      [{ onProgress: true }, "purge: onProgress must be a function. Received: boolean"],
    ])("is refused where it makes no sense: %j", async (options, message) => {
      const store = await openNew(newPlace);
      await expect(store.purge(options)).rejects.toThrow(message);
    });
  });

  describe(`${name}: thinning out`, () => {
    it("keeps the first, the last and every extreme, and says what it did", async () => {
      const store = await openNew(newPlace);
      const id = await record(store, "long");
      const before = await store.getRun(id);
      const dry = await store.prune({ ids: [id], keepEvery: 16, dryRun: true });
      expect((await store.getRun(id)).series).toEqual(before.series);
      const report = await store.prune({ ids: [id], keepEvery: 16, by: "ana" });
      expect(report).toEqual(dry);
      expect(report.kept + report.removed).toBe(200);
      expect(report.removed).toBeGreaterThan(150);
      const after = await store.getRun(id);
      for (const [i, series] of after.series.entries()) {
        const { count, ...rest } = before.series[i] ?? { count: 0 };
        expect(series).toEqual({
          ...rest,
          count: series.key === "batch_loss" ? report.kept : count,
        });
      }
      expect(after.events.at(-1)?.event).toEqual({
        ...{ type: "pruned", by: "ana", keepEvery: 16, removed: report.removed },
      });
      expect(after.status).toEqual(before.status);
      expect(await store.prune({ ids: [id], keepEvery: 16 })).toEqual({
        ...{ runs: 0, removed: 0, kept: 0 },
      });
    });

    it("leaves alone what trains, and must be told which runs", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", name: "first" });
      for (let step = 0; step < 100; step++) run.log({ batch_loss: step }, { step });
      await expect(store.prune({ ids: [run.id] })).rejects.toMatchObject({
        code: "run_is_running",
      });
      expect(await store.prune({ project: "birds" })).toMatchObject({ runs: 0 });
      await expect(store.prune({})).rejects.toThrow("give the runs as ids, where or project");
      await expect(store.prune({ ids: ["nobody"] })).rejects.toMatchObject({
        code: "run_not_found",
      });
      for (const keepEvery of [1, 2.5, 16_385, "8"]) {
        await expect(
          store.prune({ project: "birds", keepEvery: keepEvery as number }),
        ).rejects.toThrow("keepEvery must be a whole number from 2 to 16384");
      }
      expect((await store.readSeries({ run: run.id, key: "batch_loss" })).total).toBe(100);
    });
  });

  describe(`${name}: retention`, () => {
    it("is off until it is asked for, and is applied by a purge; what is archived stays", async () => {
      const store = await openNew(newPlace);
      const [old, archived] = [await record(store, "old"), await record(store, "archived")];
      await store.updateRun(archived, { archived: true });
      expect(await store.purge()).toMatchObject({ deleted: 0, thinned: 0 });
      await store.setRetention("birds", { thinAfterDays: 0, keepEvery: 16 });
      expect((await store.listProjects())[0]?.retention).toEqual({
        ...{ thinAfterDays: 0, keepEvery: 16 },
      });
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect((await store.purge()).thinned).toBeGreaterThan(150);
      expect((await store.readSeries({ run: archived, key: "batch_loss" })).total).toBe(200);
      await store.setRetention("birds", { deleteAfterDays: 0 });
      expect(await store.purge()).toMatchObject({ deleted: 1, runs: 0 });
      expect((await store.listRuns({ deleted: true })).runs[0]?.id).toBe(old);
      await store.setRetention("birds", {});
      expect((await store.listProjects())[0]?.retention).toBeUndefined();
      await expect(store.setRetention("nobody", {})).rejects.toMatchObject({
        code: "project_not_found",
      });
      await expect(store.setRetention("birds", { thinAfterDays: -1 })).rejects.toThrow(RangeError);
    });
  });

  describe(`${name}: storage`, () => {
    it("says of runs and keys what they take, and that adds up", async () => {
      const store = await openNew(newPlace);
      const [small, large] = [
        await record(store, "small", 100),
        await record(store, "large", 5_000),
      ];
      await store.deleteRuns([small]);
      const { runs, keys, bytes } = await store.storage();
      expect(runs.map(({ id, isDeleted }) => [id, isDeleted])).toEqual([
        [large, false],
        [small, true],
      ]);
      const sum = runs.reduce((total, run) => total + run.bytes, 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThanOrEqual(bytes);
      expect(keys.map(({ key, points }) => [key, points])).toEqual([
        ["batch_loss", 5_100],
        ["loss", 102],
      ]);
    });
  });
}
