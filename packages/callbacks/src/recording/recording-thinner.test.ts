import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyModel } from "../../test/tiny-training.ts";
import { TensorBoard } from "../callbacks/tensor-board.ts";

const BATCHES = 600;
const x = tf.zeros([BATCHES, 2]);
const y = tf.zeros([BATCHES, 1]);

/** Trains 600 batches into a run that takes its time. */
async function train(updateFreq: "batch" | number): Promise<RecordedRun> {
  const run = new RecordedRun({ cost: true });
  const log = run.log.bind(run);
  run.log = (...given) => {
    const end = performance.now() + 0.5;
    while (performance.now() < end) {
      // As a disk that is slow would.
    }
    log(...given);
  };
  const callbacks = [new TensorBoard({ run, updateFreq })];
  await tinyModel().fit(x, y, { epochs: 1, batchSize: 1, verbose: 0, callbacks });
  return run;
}

const batchesOf = (run: RecordedRun) => run.logs.filter(({ values }) => "batch_loss" in values);
const thinnings = (run: RecordedRun) =>
  run.events.filter(({ type }) => type === "recording_thinned");

test("batches are recorded less often where that costs too much, and the run says so", async () => {
  const run = await train("batch");
  expect(thinnings(run)[0]).toEqual({
    type: "recording_thinned",
    epoch: 0,
    batch: 249,
    every: 2,
    share: expect.any(Number),
  });
  expect(thinnings(run)[1]).toMatchObject({ batch: 499, every: 4 });
  // 250 of the first 250, each second of the next 250, each fourth of the rest.
  expect(batchesOf(run)).toHaveLength(250 + 125 + 25);
});

test("a number of batches that somebody asked for holds", async () => {
  const run = await train(1);
  expect(thinnings(run)).toEqual([]);
  expect(batchesOf(run)).toHaveLength(BATCHES);
});
