import { describe, expect, it } from "vitest";
import type { Store } from "../../src/index.ts";
import { openNew, type StorePlace } from "./store-place.ts";

interface Started {
  readonly config?: Record<string, unknown>;
  readonly tags?: readonly string[];
  readonly values: readonly number[];
  readonly key?: string;
}

async function startRuns(store: Store, runs: readonly Started[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { values, key = "val_auc", ...options } of runs) {
    const run = await store.startRun({ project: "birds", record: false, ...options });
    for (const [epoch, value] of values.entries()) run.log({ [key]: value }, { epoch });
    await run.finish();
    ids.push(run.id);
  }
  return ids;
}

/** Runs looked at in groups. */
export function groupingContract(name: string, newPlace: () => StorePlace): void {
  describe(`${name}: groups in figures`, () => {
    it("are parted by params and tags together, and say what is the same", async () => {
      const store = await openNew(newPlace);
      const ids = await startRuns(store, [
        { config: { units: 16, seed: 1 }, tags: ["a", "b"], values: [0.1, 0.5, 0.4] },
        { config: { units: 16, seed: 2 }, tags: ["a"], values: [0.7] },
        { config: { units: "16", seed: 1 }, values: [0.2, Number.NaN] },
        { config: { units: 16 }, key: "other", values: [1] },
      ]);
      const query = {
        ...{ project: "birds", key: "val_auc", by: "config", tags: true },
        figures: ["best:val_auc", "last:val_auc", "regret:val_auc", "param:units", "param:seed"],
      } as const;
      const { groups, ...rest } = await store.summarizeGroups(query);
      expect(rest).toEqual({ key: "val_auc", kind: "metric", direction: "max", without: 1 });
      expect(groups.map(({ params, tag, runs }) => [params[0]?.value, tag, runs])).toEqual([
        [16, "a", ids.slice(0, 2)],
        [16, "b", ids.slice(0, 1)],
        ["16", undefined, ids.slice(2, 3)],
      ]);
      const [first, , last] = groups;
      expect(first?.figures["best:val_auc"]?.sample).toMatchObject({ n: 2, mean: 0.6, min: 0.5 });
      expect(first?.figures["regret:val_auc"]?.sample?.max).toBeCloseTo(0.1, 12);
      expect(first?.figures["param:units"]).toMatchObject({ same: 16, sample: { n: 2, sd: 0 } });
      expect(first?.figures["param:seed"]).not.toHaveProperty("same");
      expect(last?.figures["last:val_auc"]).toEqual({});
      expect(last?.figures["param:units"]).toEqual({ same: "16" });
    });

    it("take a direction where nobody recorded one, and refuse what makes no sense", async () => {
      const store = await openNew(newPlace);
      await startRuns(store, [{ key: "mystery", values: [3, 1, 2] }]);
      const best = async (direction?: "max" | "min") => {
        const query = { key: "mystery", figures: ["best:mystery", "regret:mystery"] } as const;
        const found = await store.summarizeGroups({ ...query, ...(direction && { direction }) });
        const [group] = found.groups;
        return [
          found.direction,
          ...Object.values(group?.figures ?? {}).map((it) => it.sample?.mean),
        ];
      };
      expect(await best()).toEqual([undefined, undefined, undefined]);
      expect(await best("max")).toEqual(["max", 3, 1]);
      expect(await best("min")).toEqual(["min", 1, 1]);
      for (const wrong of [
        { key: 3 },
        { tags: "a" },
        { direction: "up" },
        { figures: ["whatever"] },
        { by: "nothing" },
      ]) {
        const query = { key: "mystery", ...wrong } as never;
        await expect(store.summarizeGroups(query)).rejects.toThrow(/^summarizeGroups: /);
      }
      await expect(store.bands({ key: "mystery", from: Number.NaN })).rejects.toThrow(
        "bands: from must be a number. Received: NaN",
      );
    });
  });

  describe(`${name}: bands`, () => {
    it("are the mean and its deviation at equal epoch, and say of how many runs", async () => {
      const store = await openNew(newPlace);
      const ids = await startRuns(store, [
        { config: { units: 8, seed: 1 }, values: [1, 2, 3] },
        { config: { units: 8, seed: 2 }, values: [3, 4] },
        { config: { units: 16, seed: 1 }, values: [5, Number.NaN, 7] },
        { config: { seed: 1 }, values: [9] },
        { config: { units: 8 }, key: "other", values: [1] },
      ]);
      const bands = await store.bands({ project: "birds", key: "val_auc", by: "config" });
      expect(bands).toMatchObject({ key: "val_auc", direction: "max", without: [ids[4]] });
      expect(bands).not.toHaveProperty("width");
      const [eight, sixteen, none] = bands.groups;
      expect(bands.groups.map(({ params }) => params)).toEqual([
        [{ path: "units", value: 8 }],
        [{ path: "units", value: 16 }],
        [{ path: "units" }],
      ]);
      expect(eight?.runs).toEqual(ids.slice(0, 2));
      expect([...(eight?.x ?? [])]).toEqual([0, 1, 2]);
      expect([...(eight?.n ?? [])]).toEqual([2, 2, 1]);
      expect([...(eight?.center ?? [])]).toEqual([2, 3, 3]);
      expect(eight?.low[0]).toBeCloseTo(2 - Math.SQRT2, 12);
      expect(eight?.high[0]).toBeCloseTo(2 + Math.SQRT2, 12);
      expect(eight?.high[2]).toBeNaN();
      // What is not finite is counted, and in no mean.
      expect([...(sixteen?.center ?? [])]).toEqual([5, Number.NaN, 7]);
      expect([...(sixteen?.n ?? [])]).toEqual([1, 0, 1]);
      expect([...(sixteen?.nonFinite ?? [])]).toEqual([0, 1, 0]);
      expect(none?.runs).toEqual([ids[3]]);
    });

    it("are of the runs that a query finds, by a param, several, a tag, or all together", async () => {
      const store = await openNew(newPlace);
      const ids = await startRuns(store, [
        { config: { lr: 0.1, opt: { name: "adam" } }, tags: ["a", "b"], values: [1] },
        { config: { lr: 0.01, opt: { name: "adam" } }, tags: ["b"], values: [2] },
        { config: { lr: 0.01, opt: { name: "sgd" } }, values: [3] },
      ]);
      const groups = async (query: object) => {
        const found = await store.bands({ key: "val_auc", spread: "range", ...query });
        return found.groups.map(({ runs, tag, params }) => ({
          runs: runs.map((id) => ids.indexOf(id)),
          is: tag ?? params.map(({ value }) => value).join(" "),
        }));
      };
      expect(await groups({})).toEqual([{ runs: [0, 1, 2], is: "" }]);
      expect(await groups({ by: "lr" })).toEqual([
        { runs: [1, 2], is: "0.01" },
        { runs: [0], is: "0.1" },
      ]);
      expect(await groups({ by: ["opt.name", "lr"] })).toEqual([
        { runs: [1], is: "adam 0.01" },
        { runs: [0], is: "adam 0.1" },
        { runs: [2], is: "sgd 0.01" },
      ]);
      // The end of a path is enough where only one ends so.
      expect(await groups({ by: "name" })).toEqual(await groups({ by: "opt.name" }));
      expect(await groups({ by: "tags" })).toEqual([
        { runs: [0], is: "a" },
        { runs: [0, 1], is: "b" },
        { runs: [2], is: "" },
      ]);
      expect(await groups({ where: "opt.name = adam" })).toEqual([{ runs: [0, 1], is: "" }]);
      expect(await groups({ ids: [ids[2]], by: "lr" })).toEqual([{ runs: [2], is: "0.01" }]);
      expect(await groups({ key: "nothing", by: "lr" })).toEqual([]);
      await expect(groups({ by: "lrr" })).rejects.toThrow(/Did you mean lr\?/);
      await startRuns(store, [{ config: { data: { name: "x" } }, values: [1] }]);
      await expect(groups({ by: "name" })).rejects.toThrow(/mean opt.name or data.name\?/);
    });

    it("leave out what a later segment went through again, and the time between segments", async () => {
      const store = await openNew(newPlace);
      const run = await store.startRun({ project: "birds", record: false });
      for (let epoch = 0; epoch < 6; epoch++) run.log({ loss: 100 }, { epoch });
      await run.finish();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const again = await store.resumeRun(run.id);
      for (let epoch = 2; epoch < 4; epoch++) again.log({ loss: 1 }, { epoch });
      await again.finish();
      const byEpoch = await store.bands({ key: "loss" });
      expect([...(byEpoch.groups[0]?.center ?? [])]).toEqual([100, 100, 1, 1]);
      const { durationMs } = await store.getRun(run.id);
      const byTime = await store.bands({ key: "loss", x: "time", points: 10 });
      expect(byTime.groups[0]?.x.at(-1)).toBeLessThanOrEqual(durationMs);
      expect(byTime.groups[0]?.center.at(-1)).toBe(1);
    });

    it("refuse what makes no sense", async () => {
      const store = await openNew(newPlace);
      const wrong: readonly [object, RegExp][] = [
        [{ x: "samples" }, /x must be of epoch, step, time. Received: samples/],
        [{ center: "mode" }, /center must be of mean, median/],
        [{ spread: "iqr" }, /spread must be of sd, se, interval, quartiles, range/],
        [{ center: "median", spread: "se" }, /quartiles or range around a median. Received: se/],
        [{ points: 1 }, /points must be a whole number from 2/],
        [{ points: 1e9 }, /points must be a whole number from 2/],
        [{ by: 7 }, /by must be "config", "tags", or one or several params. Received: number/],
        [{ by: [undefined] }, /by must be/],
        [{ ids: "x" }, /bands: ids must be a list/],
        [{ where: "a = (" }, /./],
      ];
      for (const [query, says] of wrong) {
        await expect(store.bands({ key: "loss", ...query } as never)).rejects.toThrow(says);
      }
      await expect(store.bands({} as never)).rejects.toThrow(/key must be a string/);
    });
  });

  describe(`${name}: effects of params`, () => {
    it("are those on the best, the last, or the kept value", async () => {
      const store = await openNew(newPlace);
      const ids = await startRuns(
        store,
        Array.from({ length: 10 }, (_, i) => ({
          config: { lr: 10 ** -(i / 3), opt: i % 2 === 0 ? "adam" : "sgd", fixed: 1, seed: i },
          values: [0.5 + i / 100, 0.4 - i / 100],
        })),
      );
      const found = await store.parameterEffects({ project: "birds", metric: "val_auc" });
      expect(found).toMatchObject({
        ...{ key: "val_auc", of: "best", direction: "max", runs: 10, looked: 2, without: [] },
        effects: [
          { kind: "number", path: "lr", rho: -1, isClear: true, better: "lower", n: 10 },
          { kind: "category", path: "opt", isClear: false, groups: [{ n: 5 }, { n: 5 }] },
        ],
      });
      const last = await store.parameterEffects({ metric: "last:val_auc", ids });
      expect(last.effects[0]).toMatchObject({ path: "lr", rho: 1, better: "higher" });
      const few = await store.parameterEffects({ metric: "val_auc", where: "opt = adam" });
      expect(few).toMatchObject({ runs: 5, effects: [], untold: ["lr"] });
      const none = await store.parameterEffects({ metric: "nothing" });
      expect(none).toMatchObject({ runs: 0, effects: [] });
      expect(none.without).toHaveLength(10);
    });

    it("leave out runs whose value is not finite, and say so", async () => {
      const store = await openNew(newPlace);
      await startRuns(store, [
        { config: { lr: 1 }, values: [Number.NaN] },
        { config: { lr: 2 }, values: [Number.NaN, 1] },
      ]);
      expect(await store.parameterEffects({ metric: "val_auc" })).toMatchObject({
        runs: 1,
        nonFinite: 1,
      });
    });

    it("need a metric that has a better way, or a last value", async () => {
      const store = await openNew(newPlace);
      await startRuns(store, [{ config: { lr: 1 }, key: "whatever", values: [1] }]);
      await expect(store.parameterEffects({ metric: "whatever" })).rejects.toThrow(
        /be "last:whatever"/,
      );
      const { runs } = await store.parameterEffects({ metric: "last:whatever" });
      expect(runs).toBe(1);
      for (const of of ["max", "min"] as const)
        expect(await store.parameterEffects({ metric: `${of}:whatever` })).toMatchObject({
          ...{ key: "whatever", of, direction: of, runs: 1 },
        });
      for (const wrong of [undefined, 3, ""]) {
        await expect(store.parameterEffects({ metric: wrong as never })).rejects.toThrow(TypeError);
      }
    });
  });
}
