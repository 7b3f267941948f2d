import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { History, TensorBoard } from "@epochal/callbacks";
import { openStore, type Run, type Store } from "@epochal/store";
import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectedFits } from "../../packages/callbacks/test/expected-fits.ts";
import { isFit, trainSeveral } from "../../packages/callbacks/test/several-fits.ts";
import { tinyData, tinyModel } from "../../packages/callbacks/test/tiny-training.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-several-fits-"));
let store: Store;

beforeAll(async () => {
  await tf.setBackend("cpu");
  store = await openStore(path.join(folder, "runs.db"));
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

test("a store keeps all values of several fits, and of what was logged by hand between them", async () => {
  for (let seed = 1_001; seed <= 1_000 + whole(60); seed++) {
    const run = await store.startRun({ project: "several", record: false });
    const happened = await trainSeveral(seed, run, true);
    await run.finish();
    const words = happened.map((each) => (isFit(each) ? each.words : JSON.stringify(each)));
    try {
      await expectAllKept(run.id, happened);
    } catch (error) {
      throw new Error(`seed ${seed}:\n${words.join("\n")}`, { cause: error });
    }
  }
});

async function expectAllKept(run: string, happened: Parameters<typeof expectedFits>[0]) {
  const { series, events } = await store.getRun(run);
  const fits = expectedFits(happened);
  const hand = happened.flatMap((each) => (isFit(each) ? [] : each));
  const trained = fits
    .filter(({ trained: { callbacks } }) =>
      callbacks.some((each) => each instanceof History || each instanceof TensorBoard),
    )
    .flatMap(({ trained: { losses }, epoch }) => losses.map((loss, i) => [epoch + i, loss]));
  const points = async (key: string) => {
    if (!series.some((each) => each.key === key)) return [];
    const { step, epoch, value } = await store.readSeries({ run, key });
    return [...step].map((at, i) => ({ step: at, epoch: epoch[i] ?? Number.NaN, value: value[i] }));
  };
  const losses = (await points("loss")).filter(({ value }) => value !== -1);
  expect(losses.map(({ epoch, value }) => [epoch, value])).toEqual(trained);
  const epochs = (await points("batch_loss"))
    .filter(({ epoch, value }) => value !== -1 && !Number.isNaN(epoch))
    .map(({ epoch }) => epoch);
  expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
  const begun = fits.filter((fit) => fit.trained.begun.length > 0);
  const told = events.flatMap(({ event }) => (event.type === "fit" ? event.epoch : []));
  expect(told).toEqual(begun.map(({ epoch }) => epoch));
  // Nothing that was logged by hand is gone, but where another value was logged by hand.
  for (const { values, position } of hand) {
    const [key = ""] = Object.keys(values);
    const kept = (await points(key)).find(({ step }) => step === position.step);
    expect([key, position, kept?.value]).toEqual([key, position, -1]);
  }
}

test("a run that is resumed with initialEpoch keeps the batches before it, and counts on", async () => {
  const { x, y } = tinyData();
  const train = (args: object, recorders: object[]) =>
    tinyModel([]).fit(x, y, { batchSize: 4, verbose: 0, ...args, callbacks: recorders as never });
  const run = await store.startRun({ project: "several", record: false });
  await train({ epochs: 3, batchSize: 2 }, recorders(run));
  await train({ epochs: 4 }, recorders(run));
  await run.finish();
  const again = await store.resumeRun(run.id);
  // In the middle of what the second fit has done: its epochs had three batches, those of the first five.
  await train({ initialEpoch: 5, epochs: 8 }, recorders(again));
  await again.finish();
  const { step, epoch } = await store.readSeries({ run: run.id, key: "batch_loss" });
  const all = Array.from({ length: 3 * 5 + 5 * 3 }, (_, i) => i + 1);
  expect([...step]).toEqual(all);
  expect([...epoch]).toEqual(
    all.map((i) => (i <= 15 ? i / 5 : 3 + Math.floor((i - 16) / 3) + (((i - 16) % 3) + 1) / 3)),
  );
  const loss = await store.readSeries({ run: run.id, key: "loss" });
  expect([...loss.step]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

function recorders(run: Run) {
  return [new History({ run }), new TensorBoard({ run, updateFreq: 1 })];
}
