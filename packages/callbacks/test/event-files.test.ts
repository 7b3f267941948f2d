import { spawn } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { History } from "../src/callbacks/history.ts";
import { TensorBoard } from "../src/callbacks/tensor-board.ts";
import { AUC } from "../src/metrics/ranking/auc.ts";
import {
  hasTensorboard,
  howToGetTensorboard,
  type ReadEvents,
  type ReadTag,
  readEventFiles,
  tensorboardHistograms,
} from "./read-event-files.ts";
import { RecordedRun } from "./recorded-run.ts";
import { tinyData, tinyModel } from "./tiny-training.ts";

const root = mkdtempSync(path.join(tmpdir(), "epochal-event-files-"));
afterAll(() => rmSync(root, { recursive: true }));

const { x, y, validationData } = tinyData();
const epochs = 3;
const batches = 3;
const fits = 2;
const inFloat32 = (values: readonly number[]) => values.map((value) => [Math.fround(value)]);

const scalars = (steps: readonly number[], values: readonly number[]): ReadTag => ({
  plugin: "scalars",
  dataClass: 1,
  steps,
  values: inFloat32(values),
});

/** A node and its inputs, without the scopes of their names. */
function edges(node: unknown): string {
  const { name, inputs } = node as { name: string; inputs: string[] };
  const bare = (scoped: string) => scoped.split("/").at(-1);
  return `${bare(name)}:${inputs.map((input) => ` ${bare(input)}`).join("")}`;
}

describe.runIf(hasTensorboard)("TensorBoard reads", () => {
  const history = new History();
  const run = new RecordedRun();
  const batchLogs: Record<string, number[]> = {};
  const weights: number[][] = [];
  let weightNames: string[] = [];
  let read: ReadEvents = {};

  beforeAll(async () => {
    const logDir = path.join(root, "two-fits");
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 40, inputShape: [2], activation: "tanh", name: "hidden" }),
        tf.layers.dense({ units: 1, activation: "sigmoid", name: "out" }),
      ],
    });
    model.compile({
      optimizer: tf.train.sgd(0.5),
      loss: "meanSquaredError",
      metrics: ["mae", new AUC()],
    });
    weightNames = model.weights.map(({ name }) => name);
    let before = model.getWeights().map((weight) => [...weight.dataSync()]);
    const board = new TensorBoard({
      logDir,
      run,
      updateFreq: "batch",
      histogramFreq: 1,
      writeStepsPerSecond: true,
    });
    const witness = {
      onBatchEnd: async (_batch: number, logs: tf.Logs = {}) => {
        for (const [key, value] of Object.entries(logs)) {
          if (key !== "batch" && key !== "size") {
            batchLogs[key] = [...(batchLogs[key] ?? []), Number(value)];
          }
        }
      },
      onEpochEnd: async () => {
        const now = model.getWeights().map((weight) => [...weight.dataSync()]);
        now.forEach((values, i) => {
          const changes = values.map((value, j) => Math.fround(value - (before[i]?.[j] ?? 0)));
          weights.push(values, changes);
        });
        before = now;
      },
    };
    for (let fit = 0; fit < fits; fit++) {
      await model.fit(x, y, {
        epochs,
        batchSize: 4,
        verbose: 0,
        validationData,
        callbacks: [board, history, witness],
      });
    }
    read = readEventFiles(logDir);
  });

  const epochSteps = Array.from({ length: epochs * fits }, (_, i) => i);
  const batchSteps = Array.from({ length: epochs * fits * batches }, (_, i) => i + 1);
  const iterations = epochSteps.map((epoch) => (epoch + 1) * batches);
  const of = (key: string) => history.history[key] ?? [];
  const recorded = (key: string) => run.logs.flatMap(({ values }) => values[key] ?? []);

  test("every scalar of training, its steps and values, over two fits", () => {
    const { train = {} } = read;
    expect(of("loss")).toHaveLength(epochs * fits);
    // Of batches of one class alone, as chance may have them first, there is no area yet.
    const isDefined = (_step: number, i: number) => !Number.isNaN(batchLogs.auc?.[i]);
    const { batch_steps_per_second: speed, ...rest } = Object.fromEntries(
      Object.entries(train).filter(([, { plugin }]) => plugin === "scalars"),
    );
    expect(rest).toEqual({
      epoch_loss: scalars(epochSteps, of("loss")),
      epoch_mae: scalars(epochSteps, of("mae")),
      epoch_auc: scalars(epochSteps, of("auc")),
      epoch_learning_rate: scalars(epochSteps, recorded("learning_rate")),
      epoch_steps_per_second: scalars(epochSteps, recorded("steps_per_second")),
      batch_loss: scalars(batchSteps, batchLogs.loss ?? []),
      batch_mae: scalars(batchSteps, batchLogs.mae ?? []),
      batch_auc: scalars(
        batchSteps.filter(isDefined),
        (batchLogs.auc ?? []).filter((value) => !Number.isNaN(value)),
      ),
    });
    expect(recorded("learning_rate")).toEqual(epochSteps.map(() => 0.5));
    expect(speed?.steps).toEqual(batchSteps);
    expect(speed?.values.every(([value]) => Number(value) > 0)).toBe(true);
  });

  test("every scalar of validation, by epoch and by iteration", () => {
    expect(read.validation).toEqual({
      epoch_loss: scalars(epochSteps, of("val_loss")),
      epoch_mae: scalars(epochSteps, of("val_mae")),
      epoch_auc: scalars(epochSteps, of("val_auc")),
      evaluation_loss_vs_iterations: scalars(iterations, of("val_loss")),
      evaluation_mae_vs_iterations: scalars(iterations, of("val_mae")),
      evaluation_auc_vs_iterations: scalars(iterations, of("val_auc")),
    });
  });

  test("every histogram, with the edges and counts it would have made itself", () => {
    const expected = tensorboardHistograms(weights);
    const tags = weightNames.flatMap((name) => [`${name}/histogram`, `${name}/update_histogram`]);
    const found = Object.entries(read.train ?? {}).filter(
      ([, { plugin }]) => plugin === "histograms",
    );
    expect(found.map(([tag]) => tag).sort()).toEqual([...tags].sort());
    for (const [tag, { steps, values, dataClass }] of found) {
      expect(dataClass).toBe(2);
      expect(steps).toEqual(epochSteps);
      values.forEach((cells, epoch) => {
        const own = expected[epoch * tags.length + tags.indexOf(tag)] ?? [];
        expect(cells).toHaveLength(own.length);
        cells.forEach((cell, i) => {
          if (i % 3 === 2) expect(cell).toBe(own[i]);
          else expect(cell).toBeCloseTo(own[i] ?? Number.NaN, 12);
        });
      });
    }
  });

  test("the run has the same histograms", () => {
    const events = run.events.filter((event) => event.type === "histogram");
    expect(events).toHaveLength(weights.length);
    for (const [i, { key, edges, counts }] of events.entries()) {
      const cells = read.train?.[key]?.values[Math.floor(i / (weightNames.length * 2))] ?? [];
      // A bucket of width 0 stands alone in the run and last in the file.
      const used = cells.filter((_, cell) => cell % 3 === 2).slice(-counts.length);
      expect(counts).toEqual(used);
      expect(edges).toHaveLength(counts.length + 1);
    }
  });

  test("the graph of layers", () => {
    const { plugin, dataClass, steps, values } = read.train?.keras ?? {};
    expect([plugin, dataClass, steps]).toEqual(["graph_keras_model", 3, [0]]);
    const [nodes = []] = values ?? [];
    expect(nodes.map(edges)).toEqual(["hidden_input:", "hidden: hidden_input", "out: hidden"]);
  });

  test("the graph of a model with branches, a shared layer and models within", async () => {
    const inner = tf.sequential({
      name: "inner",
      layers: [
        tf.layers.dense({ units: 2, inputShape: [2], name: "first" }),
        tf.layers.dense({ units: 2, name: "second" }),
      ],
    });
    const [a, b] = ["a", "b"].map((name) => tf.input({ shape: [2], name })) as [
      tf.SymbolicTensor,
      tf.SymbolicTensor,
    ];
    const shared = tf.layers.dense({ units: 2, name: "shared" });
    const calls = [inner.apply(shared.apply(a)), shared.apply(b)] as tf.SymbolicTensor[];
    const outputs = tf.layers.concatenate({ name: "both" }).apply(calls) as tf.SymbolicTensor;
    const model = tf.model({ inputs: [a, b], outputs });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    const logDir = path.join(root, "branches");
    await model.fit([x, x], tf.ones([10, 4]), {
      epochs: 1,
      verbose: 0,
      callbacks: [new TensorBoard({ logDir })],
    });
    const [nodes = []] = readEventFiles(logDir).train?.keras?.values ?? [];
    expect(nodes.map(edges).sort()).toEqual([
      "a:",
      "b:",
      "both: second shared",
      "first: shared",
      "second: first",
      "shared: a b",
    ]);
  });

  test("values that are not finite", async () => {
    const logDir = path.join(root, "not-finite");
    const board = new TensorBoard({ logDir });
    board.setModel(tinyModel());
    await board.onTrainBegin();
    for (const [epoch, loss] of [Number.NaN, Infinity, -Infinity].entries()) {
      await board.onEpochBegin(epoch);
      await board.onEpochEnd(epoch, { loss });
    }
    await board.onTrainEnd();
    const { steps, values } = readEventFiles(logDir).train?.epoch_loss ?? {};
    expect([steps, values]).toEqual([
      [0, 1, 2],
      [["NaN"], ["Infinity"], ["-Infinity"]],
    ]);
  });

  test("all whole epochs of a process that was killed", async () => {
    const logDir = path.join(root, "killed");
    const script = path.join(import.meta.dirname, "train-with-tensor-board.ts");
    const child = spawn(process.execPath, [script, logDir], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    const losses: number[] = [];
    for await (const line of createInterface(child.stdout)) {
      losses.push(Number(line.split(" ")[1]));
      if (losses.length === 20) child.kill("SIGKILL");
    }
    expect(await ended).toBe("SIGKILL");
    const { epoch_loss, batch_loss } = readEventFiles(logDir).train ?? {};
    expect(epoch_loss?.values.slice(0, losses.length)).toEqual(inFloat32(losses));
    expect(batch_loss?.steps.length).toBeGreaterThanOrEqual(10 * losses.length);
  });

  test("what is whole of a file that was cut off within a record", async () => {
    const logDir = path.join(root, "cut");
    await tinyModel().fit(x, y, { epochs, verbose: 0, callbacks: [new TensorBoard({ logDir })] });
    const [name = ""] = readdirSync(path.join(logDir, "train"));
    const file = path.join(logDir, "train", name);
    truncateSync(file, readFileSync(file).length - 7);
    expect(readEventFiles(logDir).train?.epoch_loss?.steps).toEqual([0, 1]);
  });
});

if (!hasTensorboard) {
  test.skip(`TensorBoard reads event files: ${howToGetTensorboard}`, () => {});
}

test("a folder that cannot be made is an error before the first epoch", async () => {
  const file = path.join(root, "a-file");
  writeFileSync(file, "");
  const callbacks = [new TensorBoard({ logDir: path.join(file, "logs") })];
  const model = tinyModel();
  await expect(model.fit(x, y, { epochs: 1, verbose: 0, callbacks })).rejects.toThrow("ENOTDIR");
});
