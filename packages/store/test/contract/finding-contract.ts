import { describe, expect, it } from "vitest";
import type { Run, Store } from "../../src/index.ts";
import { openNew, type StorePlace } from "./store-place.ts";

/** Projects and runs are found, filtered, ordered and paged. */
export function findingContract(name: string, newPlace: () => StorePlace): void {
  const namesOf = async (store: Store, query: Parameters<Store["listRuns"]>[0]) =>
    (await store.listRuns(query)).runs.map((run) => run.name);

  describe(`${name}: finding runs`, () => {
    /** Four runs: auc 0.7, 0.9, none, 0.8; started in this order. */
    const fourRuns = async (): Promise<{ store: Store; runs: Run[] }> => {
      const store = await openNew(newPlace);
      const runs: Run[] = [];
      for (const [i, auc] of [0.7, 0.9, undefined, 0.8].entries()) {
        const run = await store.startRun({
          project: i < 3 ? "birds" : "planes",
          name: `run ${"dbca"[i]}`,
          config: { optimizer: { lr: 10 ** -i, name: "Adam" }, units: 32 * i },
          tags: i === 1 ? ["Übung"] : [],
          notes: i === 2 ? "100% sure_thing" : "",
        });
        if (auc !== undefined) {
          run.log({ auc, loss: 1 - auc }, { step: 0, epoch: 0 });
          run.log({ auc: 0.75 - auc / 10, loss: 1 }, { step: 1, epoch: 1 });
        }
        runs.push(run);
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      return { store, runs };
    };

    it("lists projects, the last used one first", async () => {
      const { store, runs } = await fourRuns();
      await runs[0]?.finish();
      expect(await store.listProjects()).toEqual([
        { name: "planes", runs: 1, running: 1, lastStartedAt: expect.any(Date) },
        { name: "birds", runs: 3, running: 2, lastStartedAt: expect.any(Date) },
      ]);
    });

    it("orders by a value, best first, and what has none last either way", async () => {
      const { store } = await fourRuns();
      expect(await namesOf(store, { order: "best:auc" })).toEqual([
        "run b",
        "run a",
        "run d",
        "run c",
      ]);
      expect(await namesOf(store, { order: { by: "best:auc", descending: false } })).toEqual([
        "run d",
        "run a",
        "run b",
        "run c",
      ]);
      expect(await namesOf(store, { order: "best:loss" })).toEqual([
        "run b",
        "run a",
        "run d",
        "run c",
      ]);
      expect(await namesOf(store, { order: "last:auc" })).toEqual([
        "run d",
        "run a",
        "run b",
        "run c",
      ]);
    });

    it("orders by what was kept", async () => {
      const { store, runs } = await fourRuns();
      runs[1]?.event({ type: "weights_restored", epoch: 0, monitor: "auc", value: 0.9 });
      expect((await namesOf(store, { order: "kept:auc" }))[0]).toBe("run b");
    });

    it("orders by start, name and duration", async () => {
      const { store, runs } = await fourRuns();
      expect(await namesOf(store, {})).toEqual(["run a", "run c", "run b", "run d"]);
      expect(await namesOf(store, { order: { by: "started", descending: false } })).toEqual([
        "run d",
        "run b",
        "run c",
        "run a",
      ]);
      expect(await namesOf(store, { order: "name" })).toEqual(["run a", "run b", "run c", "run d"]);
      await runs[3]?.finish();
      expect((await namesOf(store, { order: "duration" }))[0]).toBe("run a");
      expect((await namesOf(store, { order: { by: "duration", descending: true } }))[0]).toBe(
        "run d",
      );
    });

    it("pages, and says how many there are", async () => {
      const { store } = await fourRuns();
      const page = await store.listRuns({ order: "name", limit: 2, offset: 1 });
      expect(page.runs.map((run) => run.name)).toEqual(["run b", "run c"]);
      expect(page.total).toBe(4);
      expect((await store.listRuns({ limit: 0 })).total).toBe(4);
    });

    it("filters by project, id and state", async () => {
      const { store, runs } = await fourRuns();
      expect(await namesOf(store, { project: "planes" })).toEqual(["run a"]);
      expect(await namesOf(store, { ids: [runs[0]?.id ?? "", "none"] })).toEqual(["run d"]);
      expect(await namesOf(store, { ids: [] })).toEqual([]);
      await runs[0]?.finish();
      await runs[1]?.finish({ state: "failed" });
      expect(await namesOf(store, { where: "status:finished" })).toEqual(["run d"]);
      expect(await namesOf(store, { where: "status = running", order: "name" })).toEqual([
        "run a",
        "run c",
      ]);
      expect(await namesOf(store, { where: "status in (failed, running)", order: "name" })).toEqual(
        ["run a", "run b", "run c"],
      );
      expect((await store.listRuns({ where: "status:finished" })).total).toBe(1);
    });

    it("finds text in names, tags, notes and the config, whatever its case", async () => {
      const { store } = await fourRuns();
      const searches: [string, string[]][] = [
        ['"RUN B"', ["run b"]],
        ["run B", ["run b"]],
        ["übung", ["run b"]],
        ["ÜBUNG", ["run b"]],
        ["100%", ["run c"]],
        ["e_t", ["run c"]],
        ["optimizer.lr=0.1", ["run b"]],
        ["units=96", ["run a"]],
        ["optimizer.name:adam", ["run a", "run b", "run c", "run d"]],
        ["optimizer.name=adam", []],
        ["units = 9", []],
        ["nothing of it", []],
        [`"'; DROP TABLE runs; --"`, []],
        [" ", ["run a", "run b", "run c", "run d"]],
      ];
      for (const [where, names] of searches) {
        expect({ where, names: await namesOf(store, { where, order: "name" }) }).toEqual({
          where,
          names,
        });
      }
    });

    it("refuses queries that make no sense", async () => {
      const store = await openNew(newPlace);
      const refused = [
        { order: "best" },
        { order: "best:" },
        { order: 5 },
        { limit: -1 },
        { limit: Number.NaN },
        { offset: 0.5 },
        { where: "status:great" },
        { order: { by: "name", down: true } },
        { order: { by: "name", descending: 1 } },
        { order: ["name", "nothing"] },
        { where: 5 },
        { project: [] },
      ];
      for (const query of refused) {
        await expect(store.listRuns(query as never)).rejects.toThrow(
          /(listRuns|where): .* Received: /,
        );
      }
    });

    it("refuses ids and keys that are no text", async () => {
      const store = await openNew(newPlace);
      const wrong = store as unknown as Record<
        "getRun" | "readSeries" | "listChanges",
        (it?: unknown) => Promise<unknown>
      >;
      await expect(wrong.getRun()).rejects.toThrow(TypeError);
      await expect(wrong.readSeries({ run: 1 })).rejects.toThrow(TypeError);
      await expect(wrong.readSeries()).rejects.toThrow(TypeError);
      await expect(wrong.listChanges("now")).rejects.toThrow(TypeError);
    });

    it("says clearly what is not there", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds" });
      await expect(store.getRun("none")).rejects.toMatchObject({ code: "run_not_found" });
      const query = { run: "none", key: "loss" };
      await expect(store.readSeries(query)).rejects.toMatchObject({ code: "run_not_found" });
      await expect(store.readSeries({ run: run.id, key: "loss" })).rejects.toMatchObject({
        code: "series_not_found",
      });
    });
  });
}
