import { describe, expect, it } from "vitest";
import type { RunChanges } from "../../src/index.ts";
import { openNew, type StorePlace } from "./store-place.ts";

/** What people make of runs: names, tags, the archive, the trash. */
export function keepingContract(name: string, newPlace: () => StorePlace): void {
  const newRun = async () => {
    const store = await openNew(newPlace);
    const run = await store.startRun({ project: "birds", name: "first", tags: ["a"], notes: "n" });
    const changesOf = async () => {
      const { events } = await store.getRun(run.id);
      return events.flatMap(({ event }) => (event.type === "updated" ? [event] : []));
    };
    return { store, run, changesOf };
  };

  describe(`${name}: changing how a run is called`, () => {
    it("is seen at once, and stands among its events with what it was before and who changed it", async () => {
      const { store, run, changesOf } = await newRun();
      const before = await store.listChanges();
      await store.updateRun(run.id, {
        ...{
          name: "best",
          tags: ["a", "b", "a"],
          notes: "the one",
          group: "sweep",
          archived: true,
        },
        by: "ana",
      });
      expect(await store.getRun(run.id)).toMatchObject({
        ...{ name: "best", tags: ["a", "b"], notes: "the one", group: "sweep" },
        archivedAt: expect.any(Date),
      });
      expect((await store.listChanges(before.revision)).runs).toEqual([run.id]);
      expect(await changesOf()).toEqual([
        {
          type: "updated",
          by: "ana",
          changes: [
            { field: "name", from: "first", to: "best" },
            { field: "notes", from: "n", to: "the one" },
            { field: "group", from: null, to: "sweep" },
            { field: "tags", from: ["a"], to: ["a", "b"] },
            { field: "archived", from: false, to: true },
          ],
        },
      ]);
    });

    it("leaves what is absent, takes away what is null, and says nothing where nothing changes", async () => {
      const { store, run, changesOf } = await newRun();
      await store.updateRun(run.id, { group: "sweep", archived: true });
      await store.updateRun(run.id, { name: "first", tags: ["a"], group: "sweep" });
      expect(await changesOf()).toHaveLength(1);
      await store.updateRun(run.id, {
        ...{ name: null, tags: null, notes: null, group: null, archived: null },
      });
      const after = await store.getRun(run.id);
      expect(after).toMatchObject({ tags: [], notes: "" });
      expect(after.name).toMatch(/^birds 20\d\d-/);
      expect([after.group, after.archivedAt]).toEqual([undefined, undefined]);
    });

    it("does not stop what its process records, and is not undone by it", async () => {
      const { store, run } = await newRun();
      run.log({ loss: 1 });
      const other = await openNew(() => ({ open: async () => store }));
      await other.updateRun(run.id, { name: "renamed" });
      run.log({ loss: 2 });
      await run.finish();
      const after = await store.getRun(run.id);
      expect(after.name).toBe("renamed");
      expect(after.series[0]?.count).toBe(2);
      await store.updateRun(run.id, { name: "renamed after its end" });
      expect((await store.getRun(run.id)).status).toEqual(after.status);
      const again = await store.resumeRun(run.id);
      await again.finish();
      expect((await store.getRun(run.id)).name).toBe("renamed after its end");
    });

    it("keeps hostile text as it is, and hides secrets", async () => {
      const { store, run } = await newRun();
      const odd = `'); DROP TABLE runs; --\u001b[2J<script>\u202e"`;
      await store.updateRun(run.id, { name: odd, tags: [odd], notes: odd, group: odd, by: odd });
      expect(await store.getRun(run.id)).toMatchObject({
        ...{ name: odd, tags: [odd], notes: odd, group: odd },
      });
      await store.updateRun(run.id, { notes: "AKIAIOSFODNN7EXAMPLE" });
      expect((await store.getRun(run.id)).notes).not.toContain("AKIA");
    });

    it.each<[unknown, string]>([
      [{}, "updateRun: nothing to change. Give one of name, tags, notes, group, archived."],
      [{ by: "ana" }, "nothing to change"],
      [{ name: 3 }, "updateRun: name must be a string. Received: number"],
      [{ name: "" }, 'updateRun: name must not be empty. Give null to take it away. Received: ""'],
      [{ name: "x".repeat(501) }, "name must be at most 500 characters. Received: 501 of them"],
      [{ notes: "x".repeat(100_001) }, "notes must be at most 100000 characters"],
      [{ tags: "a" }, "updateRun: tags must be a list of strings. Received: string"],
      [{ tags: [null] }, "updateRun: tag must be a string"],
      [{ tags: Array.from({ length: 201 }, String) }, "tags must be at most 200. Received: 201"],
      [{ archived: "yes" }, "updateRun: archived must be true or false. Received: string"],
      [{ name: "x", by: "" }, "updateRun: by must be a name"],
      [{ naem: "x" }, "Did you mean name?"],
    ])("is refused where it makes no sense: %j", async (changes, message) => {
      const { store, run, changesOf } = await newRun();
      await expect(store.updateRun(run.id, changes as RunChanges)).rejects.toThrow(message);
      expect(await changesOf()).toEqual([]);
    });

    it("changes many runs, each as its own entry says, or none of them", async () => {
      const { store, run, changesOf } = await newRun();
      const other = await store.startRun({ project: "birds", name: "second" });
      const some = new Map([
        [run.id, { tags: ["paper"] }],
        [other.id, { archived: true, name: "kept" }],
      ]);
      await store.updateRuns(some);
      expect(await store.getRun(run.id)).toMatchObject({ name: "first", tags: ["paper"] });
      expect(await store.getRun(other.id)).toMatchObject({ name: "kept", tags: [] });
      const before = await changesOf();
      const wrong = [
        new Map<string, RunChanges>([
          [run.id, { tags: [] }],
          ["nobody", { name: "x" }],
        ]),
        new Map<string, RunChanges>([
          [run.id, { tags: [] }],
          [other.id, { name: "" }],
        ]),
        new Map<string, RunChanges>([
          [run.id, { tags: [] }],
          [other.id, {}],
        ]),
      ];
      for (const changes of wrong) await expect(store.updateRuns(changes)).rejects.toThrow();
      expect(await changesOf()).toEqual(before);
      await store.updateRuns(new Map());
      await expect(store.updateRuns({ a: {} } as never)).rejects.toThrow(
        "updateRuns: changes must be a Map. Received: object",
      );
    });

    it("needs a run", async () => {
      const { store } = await newRun();
      await expect(store.updateRun("nobody", { name: "x" })).rejects.toMatchObject({
        code: "run_not_found",
      });
    });
  });

  describe(`${name}: the trash`, () => {
    it("keeps runs whole and out of every list, until they are restored", async () => {
      const { store, run, changesOf } = await newRun();
      const other = await store.startRun({ project: "birds", name: "other" });
      run.log({ loss: 1 });
      await run.finish();
      await store.deleteRuns([run.id, run.id], { by: "ana" });
      expect((await store.listRuns()).runs.map(({ id }) => id)).toEqual([other.id]);
      expect(await store.listProjects()).toMatchObject([{ name: "birds", runs: 1 }]);
      const trash = await store.listRuns({ deleted: true });
      expect(trash.total).toBe(1);
      expect(trash.runs[0]).toMatchObject({ id: run.id, deletedAt: expect.any(Date) });
      expect((await store.readSeries({ run: run.id, key: "loss" })).total).toBe(1);
      await expect(store.resumeRun(run.id)).rejects.toMatchObject({ code: "run_is_deleted" });
      await store.deleteRuns([run.id]);
      await store.restoreRuns([run.id], { by: "bob" });
      expect((await store.listRuns()).total).toBe(2);
      expect((await store.getRun(run.id)).deletedAt).toBeUndefined();
      expect(await changesOf()).toEqual([
        { type: "updated", by: "ana", changes: [{ field: "deleted", from: false, to: true }] },
        { type: "updated", by: "bob", changes: [{ field: "deleted", from: true, to: false }] },
      ]);
    });

    it("takes no run that trains, and says the way out; and of several all or none", async () => {
      const { store, run } = await newRun();
      const ended = await store.startRun({ project: "birds" });
      await ended.finish();
      const deleting = store.deleteRuns([ended.id, run.id]);
      await expect(deleting).rejects.toMatchObject({
        code: "run_is_running",
        message: expect.stringMatching(/^The run first is running.* Stop it first, with .*stop/),
      });
      await expect(store.deleteRuns([ended.id, "nobody"])).rejects.toMatchObject({
        code: "run_not_found",
      });
      expect((await store.listRuns()).total).toBe(2);
      await run.finish();
      await store.deleteRuns([ended.id, run.id]);
      expect((await store.listRuns()).total).toBe(0);
      await expect(store.deleteRuns("all" as never)).rejects.toThrow(TypeError);
    });

    it("lists what is archived on its own where that is asked for", async () => {
      const { store, run } = await newRun();
      const other = await store.startRun({ project: "birds" });
      await store.updateRun(run.id, { archived: true });
      const ids = async (archived?: boolean) => {
        const { runs } = await store.listRuns(archived === undefined ? {} : { archived });
        return runs.map(({ id }) => id).sort();
      };
      expect(await ids(true)).toEqual([run.id]);
      expect(await ids(false)).toEqual([other.id]);
      expect(await ids()).toEqual([run.id, other.id].sort());
    });
  });
}
