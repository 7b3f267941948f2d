import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { PassRecorder } from "../../test/pass-recorder.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import type { EarlyStoppingArgs } from "../callbacks/early-stopping-args.ts";
import { AUC } from "../metrics/ranking/auc.ts";

const { x, y, validationData } = tinyData();

/** Values put into the logs, epoch by epoch, and weights tagged with the epoch. */
function script(key: string, values: readonly number[], model: tf.LayersModel) {
  return {
    onEpochEnd: (epoch: number, logs: tf.Logs = {}) => {
      logs[key] = values[epoch] ?? Number.NaN;
      tf.tidy(() => {
        model.setWeights(model.getWeights().map((weight) => tf.fill(weight.shape, epoch)));
      });
    },
  };
}

async function train(
  model: tf.LayersModel,
  args: EarlyStoppingArgs,
  rest: Partial<tf.ModelFitArgs> = {},
): Promise<EarlyStopping> {
  const stopping = new EarlyStopping(args);
  await model.fit(x, y, { epochs: 2, verbose: 0, callbacks: [stopping], ...rest });
  return stopping;
}

describe("the monitored key", () => {
  test("a misspelt one fails before the first epoch and names the keys there are", async () => {
    const model = tinyModel([new AUC()]);
    const before = model.getWeights().map((weight) => weight.arraySync());
    for (const mode of ["auto", "max"] as const) {
      await expect(train(model, { monitor: "val_aux", mode }, { validationData })).rejects.toThrow(
        "EarlyStopping: monitor must be one of loss, auc, val_loss, val_auc. Received: val_aux. Did you mean val_auc?",
      );
    }
    expect(model.getWeights().map((weight) => weight.arraySync())).toEqual(before);
    await expect(train(model, { monitor: "nothing like it", mode: "max" })).rejects.toThrow(
      "EarlyStopping: monitor must be one of loss, auc. Received: nothing like it",
    );
  });

  test("the Keras name of the accuracy is answered with TensorFlow.js' own", async () => {
    await expect(
      train(tinyModel(["accuracy"]), { monitor: "val_accuracy" }, { validationData }),
    ).rejects.toThrow("Did you mean val_acc?");
  });

  test("val_ without validation data gets its own message", async () => {
    await expect(train(tinyModel([new AUC()]), { monitor: "val_auc" })).rejects.toThrow(
      "EarlyStopping: monitor val_auc needs validation data, and this fit has none",
    );
  });

  test.each([
    "val_loss_smoothed",
    "loss_ema",
    "my_loss",
    "val_auc_macro",
    "val_aux",
    "auc2",
    "profit",
  ])("%s is taken where an earlier callback adds it, whatever it is like", async (monitor) => {
    const model = tinyModel([new AUC()]);
    const stopping = new EarlyStopping({ monitor, mode: "max", patience: 2 });
    const callbacks = [script(monitor, [1, 3, 2, 2, 2], model), stopping];
    const { epoch } = await model.fit(x, y, { epochs: 9, verbose: 0, validationData, callbacks });
    expect(epoch).toEqual([0, 1, 2, 3]);
  });

  test("val_auc is taken without validation data where an earlier callback adds it", async () => {
    const model = tinyModel([new AUC()]);
    const stopping = new EarlyStopping({ monitor: "val_auc", patience: 2 });
    const callbacks = [script("val_auc", [1, 3, 2, 2, 2], model), stopping];
    const { epoch } = await model.fit(x, y, { epochs: 9, verbose: 0, callbacks });
    expect(epoch).toEqual([0, 1, 2, 3]);
  });

  test("without a mode, one that may be added is refused and what is like it named", async () => {
    const model = tinyModel([new AUC()]);
    const callbacks = [script("val_auc_macro", [1], model), new EarlyStopping({ monitor: "auk" })];
    await expect(model.fit(x, y, { verbose: 0, callbacks })).rejects.toThrow(
      'EarlyStopping: monitor must be one of loss, auc, or a key that is added to the logs, with mode "max" or "min". Received: auk. Did you mean auc?',
    );
  });

  test("a later callback, and one that only watches, adds nothing", async () => {
    const model = tinyModel([]);
    const stopping = () => new EarlyStopping({ monitor: "my_loss", mode: "min" });
    for (const callbacks of [
      [stopping(), script("my_loss", [1], model)],
      [new EarlyStopping({ monitor: "loss" }), stopping()],
    ]) {
      await expect(model.fit(x, y, { verbose: 0, callbacks })).rejects.toThrow(
        "EarlyStopping: monitor must be one of loss. Received: my_loss. Did you mean loss?",
      );
    }
  });

  test("a goal that is watched as well goes the way that was said of it", async () => {
    const model = tinyModel([]);
    const stopping = new EarlyStopping({
      monitor: [{ key: "loss" }, { key: "profit", mode: "max" }],
      until: { profit: 3 },
      patience: 9,
    });
    const callbacks = [script("profit", [1, 2, 3, 4], model), stopping];
    const { epoch } = await model.fit(x, y, { epochs: 9, verbose: 0, callbacks });
    expect(epoch).toEqual([0, 1, 2]);
  });
});

describe("the direction", () => {
  const traced = async (model: tf.LayersModel, monitor: string, targets = y) => {
    const run = new RecordedRun();
    const outputs = Array.isArray(targets) ? targets : [targets];
    const callbacks = [new EarlyStopping({ monitor, run })];
    const target = outputs.length > 1 ? outputs : targets;
    await model.fit(x, target, { epochs: 1, verbose: 0, validationSplit: 0.5, callbacks });
    const event = run.events.find(({ type }) => type === "early_stopping");
    return event?.type === "early_stopping" ? event.mode : undefined;
  };

  test.each([
    ["loss", "min"],
    ["val_loss", "min"],
    ["auc", "max"],
    ["val_auc", "max"],
    ["val_acc", "max"],
    ["val_precision", "max"],
    ["mse", "min"],
    ["val_cosine", "min"],
  ])("of %s is %s", async (monitor, mode) => {
    const model = tinyModel(["accuracy", "precision", "mse", "cosine", new AUC()]);
    expect(await traced(model, monitor)).toBe(mode);
  });

  test("TensorFlow.js' cosine is better the lower it is, as its direction says", () => {
    const [same, opposite] = [tf.tensor2d([[1, 2]]), tf.tensor2d([[-1, -2]])];
    const cosine = (prediction: tf.Tensor) =>
      tf.metrics.cosineProximity(same, prediction).dataSync()[0] ?? Number.NaN;
    expect(cosine(same)).toBeLessThan(cosine(opposite));
  });

  test("is found behind a number for equal names", async () => {
    const model = tinyModel([new AUC(), new AUC({ curve: "PR" })]);
    expect(await traced(model, "val_auc_1")).toBe("max");
  });

  test("is found behind the name of an output", async () => {
    const input = tf.input({ shape: [2] });
    const outputs = ["left", "right"].map(
      (name) =>
        tf.layers
          .dense({ units: 1, activation: "sigmoid", name })
          .apply(input) as tf.SymbolicTensor,
    );
    const model = tf.model({ inputs: input, outputs });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: ["mae", new AUC()] });
    const both = [y, y] as unknown as tf.Tensor;
    expect(await traced(model, "val_left_auc", both)).toBe("max");
    expect(await traced(model, "right_mae", both)).toBe("min");
    expect(await traced(model, "val_right_loss", both)).toBe("min");
  });

  test("is asked for where the metric has none", async () => {
    const model = tinyModel([new PassRecorder({ passes: [] })]);
    await expect(train(model, { monitor: "recorder" })).rejects.toThrow(
      'EarlyStopping: mode must be "max" or "min" for recorder: nothing says which way it is better. Received: "auto"',
    );
    expect((await train(model, { monitor: "recorder", mode: "min" })).best).toBe(10);
  });

  test("contradicting the metric is an error", async () => {
    await expect(train(tinyModel([new AUC()]), { monitor: "auc", mode: "min" })).rejects.toThrow(
      'EarlyStopping: mode must be "auto" or "max" for auc, which is better the higher it is. Received: "min"',
    );
  });

  test("contradicting TensorFlow.js' metric of the same name as one's own function is none", async () => {
    const cosine = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.mean(tf.mul(yTrue, yPred), -1);
    for (const metrics of [[cosine], cosine]) {
      const stopping = await train(tinyModel(metrics), { monitor: "cosine", mode: "max" });
      expect(stopping.best).toBeTypeOf("number");
    }
    for (const metric of ["cosine", tf.metrics.cosineProximity]) {
      const monitor = typeof metric === "string" ? metric : metric.name;
      await expect(train(tinyModel([metric]), { monitor, mode: "max" })).rejects.toThrow(
        'mode must be "auto" or "min"',
      );
    }
  });
});
