import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type * as tf from "@tensorflow/tfjs";
import { afterAll, describe, expect, test } from "vitest";
import { TensorBoard } from "../src/callbacks/tensor-board.ts";
import type { TensorBoardArgs } from "../src/callbacks/tensor-board-args.ts";
import { hasTensorboard, howToGetTensorboard, readEventFiles } from "./read-event-files.ts";
import { RecordedRun } from "./recorded-run.ts";
import { tinyData, tinyModel } from "./tiny-training.ts";

const root = mkdtempSync(path.join(tmpdir(), "epochal-across-fits-"));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;
const newFolder = () => path.join(root, String(folders++));

const { x, y, validationData } = tinyData();
const fitArgs = { epochs: 2, batchSize: 4, verbose: 0, validationData } as const;

/** The steps of some tags. */
function stepsOf(logDir: string) {
  const { train = {}, validation = {} } = readEventFiles(logDir);
  return {
    epochs: train.epoch_loss?.steps,
    batches: train.batch_loss?.steps,
    iterations: validation.evaluation_loss_vs_iterations?.steps,
  };
}

async function warningsOf(act: () => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const listen = (warning: Error) => void warnings.push(warning.message);
  process.on("warning", listen);
  await act();
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", listen);
  return warnings;
}

if (!hasTensorboard) {
  test.skip(`TensorBoard reads several trainings: ${howToGetTensorboard}`, () => {});
}

describe.runIf(hasTensorboard)("TensorBoard reads", () => {
  test("a second training of another model behind the first, in the same files", async () => {
    const logDir = newFolder();
    const callbacks = [new TensorBoard({ logDir, updateFreq: 2 })];
    for (const model of [tinyModel(), tinyModel()])
      await model.fit(x, y, { ...fitArgs, callbacks });
    expect(stepsOf(logDir)).toEqual({
      epochs: [0, 1, 2, 3],
      batches: [2, 4, 6, 8, 10, 12],
      iterations: [3, 6, 9, 12],
    });
    expect(readdirSync(path.join(logDir, "train"))).toHaveLength(1);
  });

  test("a training that goes on with initialEpoch at its own epochs", async () => {
    const logDir = newFolder();
    const callbacks = [new TensorBoard({ logDir })];
    const model = tinyModel();
    await model.fit(x, y, { ...fitArgs, callbacks });
    await model.fit(x, y, { ...fitArgs, callbacks, initialEpoch: 5, epochs: 7 });
    expect(stepsOf(logDir).epochs).toEqual([0, 1, 5, 6]);
  });

  test("a training that goes on in another process, from the state as JSON", async () => {
    const logDir = newFolder();
    const first = new TensorBoard({ logDir, updateFreq: "batch" });
    await tinyModel().fit(x, y, { ...fitArgs, callbacks: [first] });
    const state = JSON.parse(JSON.stringify(first.getState()));
    const second = new TensorBoard({ logDir, updateFreq: "batch" });
    const resume = { onTrainBegin: async () => second.setState(state) };
    await tinyModel().fit(x, y, { ...fitArgs, callbacks: [second, resume] });
    expect(stepsOf(logDir)).toEqual({
      epochs: [0, 1, 2, 3],
      batches: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      iterations: [3, 6, 9, 12],
    });
  });

  test("many callbacks of one second, in the order they were made in", async () => {
    const logDir = newFolder();
    for (let fit = 0; fit < 12; fit++) {
      const callbacks = [new TensorBoard({ logDir })];
      await tinyModel().fit(x, y, {
        ...fitArgs,
        initialEpoch: fit,
        epochs: fit + 1,
        callbacks,
      } as never);
    }
    expect(stepsOf(logDir).epochs).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test("every batch before an error within an epoch", async () => {
    const logDir = newFolder();
    const callbacks = [
      new TensorBoard({ logDir, updateFreq: "batch" }),
      {
        onBatchEnd: async (batch: number) => {
          if (batch === 1) throw new Error("stop here");
        },
      },
    ];
    await expect(tinyModel().fit(x, y, { ...fitArgs, callbacks })).rejects.toThrow("stop here");
    expect(stepsOf(logDir).batches).toEqual([1, 2]);
  });

  test("histograms of every second epoch only, and no graph when none is wanted", async () => {
    const logDir = newFolder();
    const callbacks = [new TensorBoard({ logDir, histogramFreq: 2, writeGraph: false })];
    await tinyModel().fit(x, y, { ...fitArgs, epochs: 5, callbacks });
    const { train = {} } = readEventFiles(logDir);
    const histograms = Object.values(train).filter(({ plugin }) => plugin === "histograms");
    expect(histograms.map(({ steps }) => steps)).toEqual(new Array(4).fill([0, 2, 4]));
    expect(train.keras).toBeUndefined();
  });
});

test("files that cannot be written to are reported once, and training goes on", async () => {
  const logDir = newFolder();
  let history: tf.History | undefined;
  const warnings = await warningsOf(async () => {
    const breakFolder = {
      onEpochEnd: async (epoch: number) => {
        if (epoch > 0) return;
        renameSync(logDir, `${logDir}-moved`);
        writeFileSync(logDir, "in the way");
      },
    };
    const callbacks = [new TensorBoard({ logDir }), breakFolder];
    history = await tinyModel().fit(x, y, { ...fitArgs, epochs: 4, callbacks });
  });
  expect(history?.epoch).toEqual([0, 1, 2, 3]);
  expect(warnings.filter((message) => message.startsWith("TensorBoard: "))).toEqual([
    expect.stringContaining("the event files could not be written to; training goes on."),
  ]);
});

describe("a run gets", () => {
  async function eventsOf(args: TensorBoardArgs, models = [tinyModel()]) {
    const run = new RecordedRun();
    const callbacks = [new TensorBoard({ run, ...args })];
    for (const model of models) await model.fit(x, y, { ...fitArgs, callbacks });
    return run.events;
  }

  test("the layers of each model once", async () => {
    const model = tinyModel();
    const dense = model.layers[0]?.name;
    const input = `${dense}_input`;
    const events = await eventsOf({}, [model, model]);
    expect(events).toEqual([
      {
        type: "graph",
        epoch: 0,
        layers: [
          {
            name: input,
            className: "InputLayer",
            outputShapes: [[null, 2]],
            parameters: 0,
            inputs: [],
          },
          {
            name: dense,
            className: "Dense",
            outputShapes: [[null, 1]],
            parameters: 3,
            inputs: [input],
          },
        ],
      },
    ]);
    expect(await eventsOf({}, [tinyModel(), tinyModel()])).toHaveLength(2);
    expect(await eventsOf({ writeGraph: false })).toEqual([]);
  });

  test("histograms of weights and of their changes, when asked", async () => {
    const events = await eventsOf({ histogramFreq: 1, writeGraph: false });
    expect(
      events.map(
        (event) =>
          event.type === "histogram" && [event.epoch, event.key.split("/").slice(1).join("/")],
      ),
    ).toEqual(
      [0, 1].flatMap((epoch) =>
        ["kernel", "bias"].flatMap((weight) => [
          [epoch, `${weight}/histogram`],
          [epoch, `${weight}/update_histogram`],
        ]),
      ),
    );
    for (const event of events) {
      if (event.type !== "histogram") continue;
      const total = event.counts.reduce((sum, count) => sum + count, 0);
      expect(total).toBe(event.key.includes("kernel") ? 2 : 1);
    }
  });
});
