import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as epochal from "../src/index.ts";
import { RecordedRun } from "./recorded-run.ts";

const { fit, fitDataset } = epochal;
const root = mkdtempSync(path.join(tmpdir(), "epochal-refused-"));
afterAll(() => rmSync(root, { recursive: true }));

const numbers = (...shape: number[]) =>
  tf.randomUniform(shape, 0, 1, "float32", 7).round() as tf.Tensor2D;
const [x, y] = [numbers(6, 2), numbers(6, 1)];
const held = [numbers(4, 2), numbers(4, 1)];
const batches = (xs: () => unknown, ys: () => unknown) =>
  tf.data.generator(function* () {
    for (let i = 0; i < 3; i++) yield { xs: xs(), ys: ys() };
  } as never) as tf.data.Dataset<tf.TensorContainer>;
const good = () =>
  batches(
    () => tf.ones([2, 2]),
    () => tf.ones([2, 1]),
  );
const wide = () =>
  batches(
    () => tf.ones([2, 2]),
    () => tf.ones([2, 5]),
  );

let folder: string;
let run: RecordedRun;
beforeEach(() => {
  folder = mkdtempSync(path.join(root, "fit-"));
  run = new RecordedRun({ fit: true, model: true, timing: true });
});

function newModel(isCompiled = true): tf.LayersModel {
  const input = tf.input({ shape: [2] });
  const hidden = tf.layers.dense({ units: 3 }).apply(input);
  const output = tf.layers.dense({ units: 1, activation: "sigmoid" }).apply(hidden);
  const model = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
  if (isCompiled) compile(model);
  return model;
}

function compile(model: tf.LayersModel): void {
  const metrics = [new epochal.AUC({ name: "area" })];
  model.compile({ optimizer: tf.train.adam(0.1), loss: "binaryCrossentropy", metrics });
}

/** Every callback that keeps something or leaves something behind. */
function newCallbacks() {
  const at = (name: string) => path.join(folder, name);
  return [
    new epochal.BackupAndRestore({ backupDir: at("backup"), run }),
    new epochal.ModelCheckpoint({ filepath: at("model"), run }),
    new epochal.TensorBoard({ logDir: at("logs"), run }),
    new epochal.CSVLogger({ filename: at("log.csv"), append: true }),
    new epochal.EarlyStopping({ monitor: "loss", patience: 9, restoreBestWeights: true, run }),
    new epochal.ReduceLROnPlateau({ monitor: "loss", patience: 3, run }),
    new epochal.LearningRateScheduler({ schedule: (epoch) => 0.1 / (epoch + 1) }),
    new epochal.SwapEMAWeights({ swapOnEpoch: true }),
    new epochal.History({ run }),
  ];
}

/** A model and callbacks after a fit, beside the backup of another that was interrupted. */
async function trained() {
  const callbacks = newCallbacks();
  const model = newModel();
  const [backup, ...others] = callbacks;
  await model.fit(x, y, { epochs: 2, verbose: 0, callbacks: others });
  const interrupting = { onEpochBegin: (epoch: number) => void (epoch === 1 && stop()) };
  const stop = () => {
    throw new Error("interrupted");
  };
  const interrupted = { epochs: 3, verbose: 0, callbacks: [backup, interrupting] as never };
  await expect(newModel().fit(x, y, interrupted)).rejects.toThrow("interrupted");
  return { model, callbacks };
}

function filesIn(place: string): readonly unknown[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [file, readFileSync(file, "base64"), statSync(file).mtimeMs]);
}

/** All that a fit may change. */
async function stateOf(model: tf.LayersModel, callbacks: readonly epochal.Callback[]) {
  const { optimizer } = model;
  const slots = (await optimizer?.getWeights()) ?? [];
  const valuesOf = (tensor: tf.Tensor) => Array.from(tensor.dataSync());
  const {
    isTraining,
    stopTraining_: stopping,
    metricsNames,
  } = model as unknown as Record<string, unknown>;
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  return {
    weights: model.getWeights().map(valuesOf),
    slots: slots.map(({ name, tensor }) => [name, valuesOf(tensor)]),
    rate: optimizer?.getConfig().learningRate,
    fields: structuredClone([isTraining, stopping, metricsNames]),
    files: filesIn(folder),
    run: structuredClone({ ...run }),
    callbacks: callbacks.map((each) => kept([each.getState(), publicFields(each)])),
    tensors: callbacks.flatMap((each) => each.getTensors()).map(valuesOf),
    listeners: signals.map((signal) => process.listenerCount(signal)),
  };
}

/** A copy, without the time that has passed since a fit began. */
function kept(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state, (key, value) => (key === "minutes" ? 0 : value)));
}

function publicFields(callback: object): object {
  const plain = Object.entries(callback).filter(([, value]) => typeof value !== "object");
  return Object.fromEntries(plain.filter(([, value]) => typeof value !== "function"));
}

type Callbacks = { readonly callbacks: readonly unknown[] };
type Way = (model: tf.LayersModel, args: Callbacks) => Promise<unknown>;

const wrongForEach: Readonly<Record<string, object>> = {
  "classes that have no weight": { classWeight: { 7: 1 } },
  "too little to validate on": { validationData: [held[0]] },
  "labels to validate on that do not fit": { validationData: [held[0], numbers(4, 3)] },
  "fewer labels to validate on": { validationData: [held[0], numbers(3, 1)] },
};
const wrongForOurs: Readonly<Record<string, object>> = {
  "an option there is not": { shufle: true },
  "weights to validate with that do not fit": { validationData: [...held, [1, 2]] },
  "no list of weighted metrics": { weightedMetrics: 3 },
  "an unknown weighted metric": { weightedMetrics: ["aux"] },
  "an epoch and a half": { epochs: 1.5 },
};
const wrongForDatasets: Readonly<Record<string, object>> = {
  "no epochs": { epochs: 0 },
  "half a batch": { batchesPerEpoch: 0.5 },
  "a share to validate on": { validationSplit: 0.5 },
};

const on =
  (train: (model: never, x: never, y: never, args: never) => Promise<unknown>, args: object): Way =>
  (model, told) =>
    train(model as never, x as never, y as never, { ...args, ...told } as never);
const onDataset =
  (train: (model: never, dataset: never, args: never) => Promise<unknown>, args: object): Way =>
  (model, told) =>
    train(model as never, good() as never, { epochs: 2, ...args, ...told } as never);
const stockFit = (model: tf.LayersModel, ...args: [tf.Tensor, tf.Tensor, object]) =>
  model.fit(...args);
const stockFitDataset = (model: tf.LayersModel, dataset: never, args: never) =>
  model.fitDataset(dataset, args);

const ways: [string, Way][] = [
  ...Object.entries({ ...wrongForEach, "an empty batch": { batchSize: 0 } }).flatMap(
    ([what, args]): [string, Way][] => [
      [`fit, ${what}`, on(fit, args)],
      [`model.fit, ${what}`, on(stockFit, args)],
    ],
  ),
  ...Object.entries({ ...wrongForEach, ...wrongForDatasets }).flatMap(
    ([what, args]): [string, Way][] => [
      [`fitDataset, ${what}`, onDataset(fitDataset, args)],
      [`model.fitDataset, ${what}`, onDataset(stockFitDataset, args)],
    ],
  ),
  ...Object.entries(wrongForOurs).flatMap(([what, args]): [string, Way][] => [
    [`fit, ${what}`, on(fit, args)],
    [`fitDataset, ${what}`, onDataset(fitDataset, args)],
  ]),
  ["fit, weights that do not fit", on(fit, { sampleWeight: [1] })],
  ["fit, a share that leaves nothing", on(fit, { validationSplit: 0.99 })],
  ["fit, labels that do not fit", (m, told) => fit(m, x, numbers(6, 4), told as never)],
  ["model.fit, fewer labels", (m, told) => m.fit(x, numbers(5, 1), told as never)],
  [
    "model.fit, three members",
    (m, told) => m.fit(x, y, { validationData: [...held, held[1]], ...told } as never),
  ],
  [
    "fitDataset, labels that do not fit",
    (m, told) => fitDataset(m, wide(), { epochs: 1, ...told } as never),
  ],
  [
    "fitDataset, labels to validate on that do not fit in a dataset",
    (m, told) => fitDataset(m, good(), { epochs: 1, validationData: wide(), ...told } as never),
  ],
  [
    "model.fitDataset, batches that are lists",
    (m, told) =>
      m.fitDataset(
        good().map((each) => Object.values(each as object) as never) as never,
        { epochs: 1, ...told } as never,
      ),
  ],
  [
    "fitDataset, a dataset that fails",
    (m, told) => {
      const failing = batches(
        () => {
          throw new Error("no such file");
        },
        () => tf.ones([2, 1]),
      );
      return fitDataset(m, failing, { epochs: 1, ...told } as never);
    },
  ],
  [
    "model.fitDataset, no arguments but callbacks",
    (m, told) => m.fitDataset(good(), told as never),
  ],
  [
    "fit, no callback",
    (m, { callbacks }) => fit(m, x, y, { callbacks: [...callbacks, null as never] as never }),
  ],
  [
    "model.fit, a hook there is not",
    (m, { callbacks }) =>
      m.fit(x, y, { callbacks: [...callbacks, { onEpochsEnd: () => {} }] as never }),
  ],
  [
    "model.fit, a key there is not",
    (m, { callbacks }) => {
      const monitor = new epochal.EarlyStopping({ monitor: "val_los", patience: 1 });
      return m.fit(x, y, { callbacks: [...callbacks, monitor] as never });
    },
  ],
];

describe("a fit that is refused changes nothing", () => {
  test.each(ways)("%s", async (_, train) => {
    const { model, callbacks } = await trained();
    const before = await stateOf(model, callbacks);
    const write = vi.spyOn(process.stdout, "write");
    const error = await train(model, { callbacks }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const printed = write.mock.calls.length;
    write.mockRestore();
    expect(error).toBeInstanceOf(Error);
    expect(printed).toBe(0);
    expect(await stateOf(model, callbacks)).toEqual(before);
  });

  test("one of a model that is not compiled", async () => {
    const { callbacks } = await trained();
    const model = newModel(false);
    const before = await stateOf(model, callbacks);
    const args = { epochs: 1, callbacks };
    await expect(fit(model, x, y, args)).rejects.toThrow("compile");
    await expect(model.fit(x, y, args)).rejects.toThrow("compile");
    await expect(fitDataset(model, good(), args)).rejects.toThrow("compile");
    await expect(model.fitDataset(good(), args)).rejects.toThrow("compile");
    expect(await stateOf(model, callbacks)).toEqual(before);
  });

  test("a second one while one runs", async () => {
    const { model, callbacks } = await trained();
    const args = { epochs: 1, weightedMetrics: ["auc"], verbose: 0 as const };
    let refused = 0;
    const refuse = async () => {
      const before = await stateOf(model, callbacks);
      const told = { ...args, callbacks };
      await expect(fit(model, x, y, told)).rejects.toThrow("another fit() call is ongoing");
      await expect(model.fit(x, y, { callbacks })).rejects.toThrow("another fit() call is ongoing");
      await expect(fitDataset(model, good(), told)).rejects.toThrow("another fit() call");
      expect(await stateOf(model, callbacks)).toEqual(before);
      refused++;
    };
    class Second extends epochal.Callback {
      async prepareFit(): Promise<number> {
        await refuse();
        return 0;
      }
    }
    const hooks = { onTrainBegin: refuse, onBatchEnd: refuse, onEpochEnd: refuse };
    const { history } = await fit(model, x, y, { ...args, callbacks: [new Second(), hooks] });
    expect(refused).toBe(4);
    expect(Object.keys(history)).toEqual(["loss", "area", "auc"]);
  });
});
