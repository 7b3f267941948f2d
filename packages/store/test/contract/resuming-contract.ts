import { describe, expect, it, onTestFinished } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** How a run goes on after its process has ended. */
export function resumingContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: resuming`, () => {
    it("goes on as a new segment of the same run, and says so", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", config: { units: 8 }, record: false });
      run.log({ loss: 3 }, { epoch: 0 });
      await run.finish({ state: "failed", reason: "out of memory" });
      const again = await store.resumeRun(run.id);
      expect(again).toMatchObject({ id: run.id, project: "birds", name: run.name });
      again.log({ loss: 2 }, { epoch: 1 });

      const details = await store.getRun(run.id);
      expect(details.status.state).toBe("running");
      expect(details.endedAt).toBeUndefined();
      expect(details.resumed).toBe(1);
      expect(details.config).toEqual({ units: 8 });
      expect(details.segments).toMatchObject([
        { segment: 0, status: { state: "failed", reason: "out of memory" } },
        { segment: 1, epoch: 1, status: { state: "running" } },
      ]);
      expect(details.segments[0]?.endedAt).toBeInstanceOf(Date);
      expect(details.events.map(({ event }) => event)).toEqual([{ type: "resumed", segment: 1 }]);
      await again.finish();
      const ended = await store.getRun(run.id);
      expect(ended.status.state).toBe("finished");
      expect(ended.segments[1]?.status.state).toBe("finished");
      expect((await store.listRuns()).runs[0]?.resumed).toBe(1);
    });

    it("keeps apart what it goes through a second time", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      for (let epoch = 0; epoch < 8; epoch++) run.log({ auc: epoch / 10, lr: 1 }, { epoch });
      await run.finish();
      const again = await store.resumeRun(run.id);
      // After the fifth epoch was the last backup.
      for (let epoch = 5; epoch < 7; epoch++) again.log({ auc: 0.4 + epoch / 100 }, { epoch });

      const line = await store.readSeries({ run: run.id, key: "auc" });
      expect([...line.step]).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect([...line.value]).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.45, 0.46]);
      const before = await store.readSeries({ run: run.id, key: "auc", segment: 0 });
      expect([...before.step]).toEqual([5, 6, 7]);
      expect([...before.value]).toEqual([0.5, 0.6, 0.7]);
      const { series, segments } = await store.getRun(run.id);
      expect(segments[1]?.epoch).toBe(5);
      const auc = series.find(({ key }) => key === "auc");
      expect(auc).toMatchObject({ count: 7, best: { value: 0.46, epoch: 6 }, last: { epoch: 6 } });
      // Nobody has logged it again.
      expect(series.find(({ key }) => key === "lr")?.count).toBe(8);
    });

    it("can be done again and again, each segment with its own", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      for (let epoch = 0; epoch < 6; epoch++) run.log({ loss: epoch }, { epoch });
      await run.finish();
      for (const [begin, offset] of [
        [4, 100],
        [2, 200],
      ] as const) {
        const again = await store.resumeRun(run.id);
        for (let epoch = begin; epoch < 7; epoch++) again.log({ loss: epoch + offset }, { epoch });
        await again.finish();
      }
      const read = async (segment?: number) => {
        const query = { run: run.id, key: "loss", ...(segment !== undefined && { segment }) };
        return [...(await store.readSeries(query)).value];
      };
      expect(await read()).toEqual([0, 1, 202, 203, 204, 205, 206]);
      expect(await read(0)).toEqual([2, 3, 4, 5]);
      expect(await read(1)).toEqual([104, 105, 106]);
      expect(await read(2)).toEqual([]);
    });

    it("counts the time it was trained in, and not the time between", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      await run.finish();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await (await store.resumeRun(run.id)).finish();
      const { durationMs, segments } = await store.getRun(run.id);
      const [first, second] = segments.map(({ startedAt, endedAt }) => ({
        from: startedAt.getTime(),
        until: endedAt?.getTime() ?? Number.NaN,
      }));
      const spans = [first, second].map((span) => (span?.until ?? 0) - (span?.from ?? 0));
      expect((second?.from ?? 0) - (first?.until ?? 0)).toBeGreaterThan(0);
      expect(durationMs).toBe(spans.reduce((sum, span) => sum + span));
    });

    it("goes on counting steps where the run stopped", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      run.log({ loss: 1 });
      run.log({ loss: 2 });
      await run.finish();
      const again = await store.resumeRun(run.id);
      again.log({ loss: 3 });
      const { step } = await store.readSeries({ run: run.id, key: "loss" });
      expect([...step]).toEqual([0, 1, 2]);
    });

    it("refuses a run that is running, and one that is not there", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", name: "first" });
      await expect(store.resumeRun(run.id)).rejects.toMatchObject({
        code: "run_is_running",
        message: "The run first is running: it can be resumed when its process has ended.",
      });
      await expect(store.resumeRun("nobody")).rejects.toMatchObject({ code: "run_not_found" });
    });

    it("is given to one of two who ask at once", async () => {
      const place = newPlace();
      const [one, two] = [await place.open(), await place.open(() => {})];
      onTestFinished(async () => {
        await one.close();
        await two.close();
      });
      const run = await one.startRun({ project: "birds" });
      await run.finish();
      const asked = await Promise.allSettled([one.resumeRun(run.id), one.resumeRun(run.id)]);
      expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect((await two.getRun(run.id)).resumed).toBe(1);
    });
  });
}
