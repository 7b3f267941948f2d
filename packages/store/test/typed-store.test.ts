import path from "node:path";
import type { RunWriter } from "@epochal/record";
import { expect, expectTypeOf, it } from "vitest";
import { openStore, type RunSummary, type Store } from "../src/index.ts";
import { tempFolder } from "./temp-folder.ts";

interface BirdRun {
  config: {
    units: number;
    optimizer: { name: string; learningRate: number };
    layers?: readonly number[];
  };
  metrics: { loss: number; val_auc: number };
}

const location = () => path.join(tempFolder(), "runs.db");
const config = { units: 32, optimizer: { name: "adam", learningRate: 1e-3 } };

it("a mistyped key of a typed store does not compile", async () => {
  const store = await openStore<BirdRun>(location());
  const run = await store.startRun({ project: "birds", config, record: false });
  run.log({ loss: 1, val_auc: 0.5 });
  run.log({ loss: 0.5 });
  const query = { order: ["best:val_auc", "param:lr"] } as const;
  await store.listRuns({ order: ["best:val_auc", "param:optimizer.learningRate"] });
  await store.listRuns({ order: { by: "param:learningRate" }, with: { series: ["val_auc"] } });
  const { runs } = await store.listRuns();
  expect(runs[0]?.config.optimizer?.learningRate).toBe(1e-3);
  expect((await store.readSeries({ run: run.id, key: "loss" })).total).toBe(2);
  await store.bands({ key: "loss", by: ["optimizer.name", "learningRate"] });
  await store.bands({ key: "val_auc", by: "config" });
  await store.summarizeGroups({ key: "loss", by: "units", figures: ["best:loss", "param:units"] });
  await store.parameterEffects({ metric: "val_auc" });
  await store.parameterEffects({ metric: "last:loss" });

  const mistyped = async (): Promise<void> => {
    // @ts-expect-error units
    await store.startRun({ project: "birds", config: { ...config, unit: 32 } });
    const optimizer = { name: "adam", learningrate: 1e-3 };
    // @ts-expect-error learningRate
    await store.startRun({ project: "birds", config: { units: 32, optimizer } });
    // @ts-expect-error val_auc
    run.log({ val_acu: 0.5 });
    // @ts-expect-error val_auc
    run.describe({ val_acu: { metric: "auc", split: "validation", kind: "metric", per: "epoch" } });
    // @ts-expect-error val_auc
    await store.readSeries({ run: run.id, key: "val_acu" });
    // @ts-expect-error val_auc
    await store.listRuns({ order: "best:val_acu" });
    // @ts-expect-error learningRate
    await store.listRuns({ order: { by: "param:optimizer.learningrate" } });
    // @ts-expect-error lr
    await store.listRuns(query);
    // @ts-expect-error val_auc
    await store.listRuns({ with: { series: ["val_acu"] } });
    // @ts-expect-error val_auc
    await store.bands({ key: "val_acu" });
    // @ts-expect-error learningRate
    await store.bands({ key: "loss", by: "learningrate" });
    // @ts-expect-error val_auc
    await store.summarizeGroups({ key: "loss", figures: ["best:val_acu"] });
    // @ts-expect-error val_auc
    await store.parameterEffects({ metric: "last:val_acu" });
    // @ts-expect-error learningRate
    expect(runs[0]?.config.optimizer?.learningrate).toBeUndefined();
  };
  expect(mistyped).toBeTypeOf("function");
  expectTypeOf(run).toExtend<RunWriter>();
  await store.close();
});

it("a store without types takes any keys", async () => {
  const store = await openStore(location());
  expectTypeOf(store).toEqualTypeOf<Store>();
  const run = await store.startRun({
    project: "birds",
    config: { any: { thing: 1 } },
    record: false,
  });
  await store.startRun({ project: "birds", config: new Map([["any", 1]]), record: false });
  run.log({ whatever: 1 });
  const { runs } = await store.listRuns({ order: ["best:whatever", "param:any.thing"] });
  expectTypeOf(runs[0]).toExtend<RunSummary | undefined>();
  expect(runs).toHaveLength(2);
  await store.close();
});

it("reads of each run what is asked for, and no more", async () => {
  const store = await openStore(location());
  const run = await store.startRun({ project: "birds", config, record: false });
  for (let epoch = 0; epoch < 3; epoch++) run.log({ loss: 1, auc: 0.5 }, { step: epoch, epoch });
  const bare = (await store.listRuns({ with: {} })).runs[0];
  expect(Object.keys(bare ?? {})).toEqual(expect.arrayContaining(["id", "name", "status", "tags"]));
  expect(bare).not.toHaveProperty("config");
  expect(bare).not.toHaveProperty("series");
  // @ts-expect-error it was not asked for
  expect(bare?.series).toBeUndefined();
  const some = (await store.listRuns({ with: { series: ["auc", "none"], verdict: true } })).runs[0];
  expect(some?.series.map(({ key }) => key)).toEqual(["auc"]);
  expect(some?.verdict?.rule).toBe("no_validation");
  expect(some).not.toHaveProperty("conclusions");
  const concluded = (await store.listRuns({ with: { conclusions: true } })).runs[0];
  expect(concluded?.conclusions).toEqual(await store.concludeRun(run.id));
  expect(concluded).not.toHaveProperty("verdict");
  const usual = (await store.listRuns()).runs[0];
  expect(usual?.config).toEqual(config);
  expect(usual?.series).toHaveLength(2);
  const wrong = [{ with: [] }, { with: { serie: true } }, { with: { series: [5] } }, { with: 1 }];
  for (const query of wrong) {
    await expect(store.listRuns(query as never)).rejects.toThrow(/listRuns: with.* Received: /);
  }
  await store.close();
});
