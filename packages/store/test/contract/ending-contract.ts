import { describe, expect, it, onTestFinished } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** How runs end, and what is known of it. */
export function endingContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: how runs end`, () => {
    it("is running until it says otherwise", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const running = await store.getRun(run.id);
      expect(running.status.state).toBe("running");
      expect(running.endedAt).toBeUndefined();
      await run.finish();
      const ended = await store.getRun(run.id);
      expect(ended.status.state).toBe("finished");
      expect(ended.status.reason).toBeUndefined();
      expect(ended.endedAt).toBeInstanceOf(Date);
    });

    it("gives back what the tracked function gives back, and records that it finished", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      expect(await run.track(async () => 42)).toBe(42);
      expect((await store.getRun(run.id)).status.state).toBe("finished");
    });

    it("records the error of a tracked function, and throws it on", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const error = new TypeError("x is not a function\nat line 2");
      const tracked = run.track(() => {
        throw error;
      });
      await expect(tracked).rejects.toBe(error);
      expect((await store.getRun(run.id)).status).toMatchObject({
        state: "failed",
        reason: "TypeError: x is not a function",
      });
    });

    it("records why training was stopped early", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      const reason = "val_auc has not improved for 5 epochs.";
      await run.track(() =>
        run.event({ type: "stopped_early", epoch: 9, monitor: "val_auc", value: 0.8, reason }),
      );
      const { status } = await store.getRun(run.id);
      expect(status).toMatchObject({ state: "stopped_early", reason });
    });

    it("takes the end it is told, once", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      await run.finish({ state: "failed", reason: "out of memory" });
      await run.finish({ state: "finished" });
      expect((await store.getRun(run.id)).status).toMatchObject({
        state: "failed",
        reason: "out of memory",
      });
      const other = await store.startRun({ project: "birds" });
      await expect(other.finish({ state: "great" as never })).rejects.toThrow(RangeError);
    });

    it("records nothing after the end, and tells so", async () => {
      const errors: Error[] = [];
      const store = await openNew(newPlace, errors);
      const run = await store.startRun({ project: "birds" });
      run.log({ loss: 1 });
      await run.finish();
      run.log({ loss: 2 });
      expect((await store.getRun(run.id)).series[0]?.count).toBe(1);
      expect(errors[0]?.message).toContain("after the run had ended");
    });

    it("tracks several runs at once", async () => {
      const store = await openNew(newPlace);
      const [one, two] = [
        await store.startRun({ project: "birds", name: "one" }),
        await store.startRun({ project: "birds", name: "two" }),
      ];
      await one.track(async () => {
        one.log({ loss: 1 });
        await expect(two.track(() => Promise.reject(new Error("two fails")))).rejects.toThrow();
        one.log({ loss: 2 });
      });
      expect((await store.getRun(one.id)).status.state).toBe("finished");
      expect((await store.getRun(one.id)).series[0]?.count).toBe(2);
      expect((await store.getRun(two.id)).status.state).toBe("failed");
    });

    it("finishes open runs when it is closed, and refuses to be used after that", async () => {
      const place = newPlace();
      const store = await place.open();
      const run = await store.startRun({ project: "birds" });
      run.log({ loss: 1 });
      await store.close();
      await store.close();
      await expect(store.listRuns()).rejects.toMatchObject({ code: "store_closed" });
      await expect(store.startRun({ project: "p" })).rejects.toMatchObject({
        code: "store_closed",
      });
      const again = await place.open();
      onTestFinished(() => again.close());
      const { status, series } = await again.getRun(run.id);
      expect(status.state).toBe("finished");
      expect(series[0]?.count).toBe(1);
    });
  });
}
