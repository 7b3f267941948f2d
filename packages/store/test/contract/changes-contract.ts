import { describe, expect, it, onTestFinished } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** A reader learns what is new to it. */
export function changesContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: noticing changes`, () => {
    it("names the runs that changed since a revision", async () => {
      const store = await openNew(newPlace);
      const one = await store.startRun({ project: "birds" });
      const two = await store.startRun({ project: "birds" });
      one.log({ loss: 1 });
      const start = await store.listChanges();
      expect(start.runs).toEqual([]);
      expect((await store.listChanges(start.revision)).runs).toEqual([]);
      two.log({ loss: 1 });
      const logged = await store.listChanges(start.revision);
      expect(logged.runs).toEqual([two.id]);
      expect(logged.revision).toBeGreaterThan(start.revision);
      one.event({ type: "warning", message: "look" });
      const noted = await store.listChanges(logged.revision);
      expect(noted.runs).toEqual([one.id]);
      await two.finish();
      expect((await store.listChanges(noted.revision)).runs).toEqual([two.id]);
      expect(new Set((await store.listChanges(0)).runs)).toEqual(new Set([one.id, two.id]));
    });

    it("tells who waits that another store has changed something", async () => {
      const place = newPlace();
      const [store, other] = [await place.open(), await place.open()];
      onTestFinished(() => store.close());
      onTestFinished(() => other.close());
      const { revision } = await store.listChanges();
      await store.waitForChange(revision, { timeoutMs: 0 });
      await store.waitForChange(revision + 1);
      const run = await other.startRun({ project: "birds", record: false });
      for (let at = revision, i = 0; i < 3; i++) {
        const waiting = store.waitForChange(at, { timeoutMs: 100_000 });
        run.log({ loss: i });
        await run.flush();
        await waiting;
        const changed = await store.listChanges(at);
        expect(changed.runs).toEqual([run.id]);
        at = changed.revision;
      }
      await run.finish();
      await expect(store.waitForChange(Number.NaN)).rejects.toThrow(TypeError);
    });

    it("names all runs to somebody with a revision of another store", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      expect((await store.listChanges(1_000_000)).runs).toEqual([run.id]);
    });
  });
}
