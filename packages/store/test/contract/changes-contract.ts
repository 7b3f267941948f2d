import { describe, expect, it } from "vitest";
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

    it("names all runs to somebody with a revision of another store", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      expect((await store.listChanges(1_000_000)).runs).toEqual([run.id]);
    });
  });
}
