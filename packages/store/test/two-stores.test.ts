import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../src/index.ts";
import { tempFolder } from "./temp-folder.ts";

it("lets two stores of one process use one file, and each sees what the other has logged", async () => {
  const location = path.join(tempFolder(), "runs.db");
  const [one, two] = [await openStore(location), await openStore(location)];
  onTestFinished(async () => {
    await one.close();
    await two.close();
  });
  expect((await two.listRuns()).total).toBe(0);
  const run = await one.startRun({ project: "birds" });
  run.log({ loss: 1 });
  expect((await two.getRun(run.id)).series[0]?.count).toBe(1);
  run.log({ loss: 2 });
  expect((await two.readSeries({ run: run.id, key: "loss" })).total).toBe(2);
});

it("keeps the journals of two databases in one folder apart", async () => {
  const folder = tempFolder();
  const places = ["runs.db", "other.db", "other.sqlite"].map((name) => path.join(folder, name));
  const stores = await Promise.all(places.map((place) => openStore(place)));
  for (const [i, store] of stores.entries()) await store.startRun({ project: `p${i}` });
  for (const [i, store] of stores.entries()) {
    expect((await store.listProjects()).map(({ name }) => name)).toEqual([`p${i}`]);
    await store.close();
  }
});
