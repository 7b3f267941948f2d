import { describe, expect, it } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** What a run starts with. */
export function startingContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: starting a run`, () => {
    it("keeps what it was given", async () => {
      const store = await openNew(newPlace);
      const config = {
        optimizer: { name: "adam", lr: 0.1 },
        layers: [64, 32],
        on: true,
        off: null,
      };
      const run = await store.startRun({
        project: "birds",
        name: "first",
        config,
        tags: ["a", "b", "a"],
        notes: "Grüße 🐦",
      });
      const details = await store.getRun(run.id);
      expect(details).toMatchObject({ project: "birds", name: "first", config, notes: "Grüße 🐦" });
      expect(details.tags).toEqual(["a", "b"]);
      expect(details.host).not.toBe("");
      expect(run).toMatchObject({ project: "birds", name: "first", id: details.id });
    });

    it("makes a name of the project and the time", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      expect(run.name).toMatch(/^birds \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect((await store.getRun(run.id)).name).toBe(run.name);
    });

    it("refuses options that make no sense", async () => {
      const store = await openNew(newPlace);
      const refused: [unknown, string][] = [
        [undefined, "TypeError"],
        [{}, "TypeError"],
        [{ project: 1 }, "TypeError"],
        [{ project: "" }, "RangeError"],
        [{ project: "p".repeat(10_000_000) }, "RangeError"],
        [{ project: "p", name: "n".repeat(10_000_000) }, "RangeError"],
        [{ project: "p", tags: "a" }, "TypeError"],
        [{ project: "p", tags: [1] }, "TypeError"],
        [{ project: "p", tags: Array.from({ length: 10_000 }, (_, i) => `t${i}`) }, "RangeError"],
        [{ project: "p", notes: 1 }, "TypeError"],
        [{ project: "p", config: [] }, "TypeError"],
        [{ project: "p", config: { a: "x".repeat(10_000_000) } }, "RangeError"],
      ];
      for (const [options, error] of refused) {
        await expect(store.startRun(options as never)).rejects.toMatchObject({ name: error });
      }
      expect((await store.listRuns()).total).toBe(0);
    });
  });
}
