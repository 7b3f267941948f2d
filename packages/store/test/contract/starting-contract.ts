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

    it("names a run by what has varied in its project, and none like another", async () => {
      const store = await openNew(newPlace);
      const start = async (config: object, more: object = {}) => {
        const run = await store.startRun({ project: "birds", config: { ...config }, ...more });
        await run.finish();
        return run.name;
      };
      const config = { lr: 0.1, units: 32, seed: 1 };
      expect(await start(config)).toBe("lr 0.1, 32 units");
      expect(await start({ ...config, lr: 0.01, units: 64 })).toBe("lr 0.01, 64 units");
      expect(await start({ ...config, lr: 0.01, units: 64 }, { name: "mine" })).toBe("mine");
      const seeds = [2, 3, 4, 5, 6].map((seed) => start({ ...config, lr: 0.01, units: 64, seed }));
      expect(await Promise.all(seeds)).toEqual(
        [2, 3, 4, 5, 6].map((seed) => `lr 0.01, 64 units, seed ${seed}`),
      );
      expect(await start({ ...config, lr: 0.01, units: 64 })).toBe("lr 0.01, 64 units, seed 1");
      expect(await start({ ...config, lr: 0.01, units: 64, seed: 2 })).toBe(
        "lr 0.01, 64 units, seed 2 (2)",
      );
      expect(
        await start({ apiKey: "sk-1234567890abcdef1234", seed: 2 }, { project: "b" }),
      ).not.toContain("1234");
      expect(new Set([await start({}), await start({}), await start({})]).size).toBe(3);
    });

    it("goes on naming where another process has begun", async () => {
      const place = newPlace();
      const first = await place.open();
      await first.startRun({ project: "birds", config: { lr: 0.1, units: 32 } });
      await first.close();
      const second = await place.open();
      const run = await second.startRun({ project: "birds", config: { lr: 0.1, units: 64 } });
      expect(run.name).toBe("64 units");
      await second.close();
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
