import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { refusesArguments } from "../../test/callback-contract.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { scriptedFit } from "../../test/scripted-fit.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { EarlyStopping } from "./early-stopping.ts";

refusesArguments(EarlyStopping, [
  [
    { monitor: [] },
    "EarlyStopping: monitor must be a log key, or a list of { key, mode, minDelta }",
  ],
  [
    { monitor: [{ key: "loss", patience: 3 }] },
    "EarlyStopping: monitor[0]: options must be among key, mode, minDelta. Received: patience",
  ],
  [{ combine: "both" }, 'EarlyStopping: combine must be "all" or "any". Received: "both"'],
  [{ until: { val_auc: "high" } }, "EarlyStopping: until must be an object of finite numbers"],
  [{ maxMinutes: 0 }, "EarlyStopping: maxMinutes must be a finite number above 0. Received: 0"],
  [{ minDelta: "CI" }, 'EarlyStopping: minDelta must be a finite number or "ci". Received: "CI"'],
]);

const aucs = [0.6, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7];
const losses = [0.9, 0.8, 0.7, 0.6, 0.65, 0.66, 0.67];
const epochs = aucs.map((val_auc, i) => ({ val_auc, val_loss: losses[i] }));
const both = [{ key: "val_auc" }, { key: "val_loss" }];

describe("several monitors", () => {
  test.each([
    [
      "all",
      5,
      "val_auc had not improved on 0.7000 (epoch 2) for 4 epochs, and val_loss had not improved on 0.6000 (epoch 4) for 2 epochs",
    ],
    ["any", 3, "val_auc had not improved on 0.7000 (epoch 2) for 2 epochs"],
  ] as const)("combined with %s stop after epoch %i", async (combine, epoch, reason) => {
    const stopping = new EarlyStopping({ monitor: both, combine, patience: 2 });
    await scriptedFit(tinyModel([new AUC()]), stopping, epochs);
    expect(stopping).toMatchObject({ stoppedEpoch: epoch, best: 0.7, bestEpoch: 1, reason });
  });

  test("go on from their state", async () => {
    const first = new EarlyStopping({ monitor: both, patience: 2 });
    await scriptedFit(tinyModel([new AUC()]), first, epochs.slice(0, 5));
    const second = new EarlyStopping({ monitor: both, patience: 2 });
    const begin = second.onTrainBegin.bind(second);
    second.onTrainBegin = async () => {
      await begin();
      second.setState(JSON.parse(JSON.stringify(first.getState())));
    };
    const { epoch } = await scriptedFit(tinyModel([new AUC()]), second, epochs.slice(5));
    // Both had waited long enough after one epoch, but none is the first one, epoch 0.
    expect(epoch).toHaveLength(2);
    expect(second.best).toBe(0.7);
  });
});

describe("what is good enough", () => {
  test("stops training, whatever it monitors", async () => {
    const run = new RecordedRun();
    const stopping = new EarlyStopping({
      monitor: "val_loss",
      patience: 99,
      until: { val_auc: 0.65, val_loss: 0.75 },
      run,
    });
    await scriptedFit(tinyModel([new AUC()]), stopping, epochs);
    expect(stopping.stoppedEpoch).toBe(2);
    expect(stopping.reason).toBe("val_auc had reached 0.65 and val_loss had reached 0.75");
    expect(run.events.at(-1)).toMatchObject({ type: "stopped_early", epoch: 2, value: 0.7 });
  });

  test("must be a key that there is", async () => {
    const stopping = new EarlyStopping({ until: { val_acu: 0.9 } });
    await expect(scriptedFit(tinyModel([new AUC()]), stopping, epochs)).rejects.toThrow(
      "EarlyStopping: monitor must be one of",
    );
  });

  test("is a time, too", async () => {
    const stopping = new EarlyStopping({ patience: 99, maxMinutes: 1e-9 });
    const { epoch } = await scriptedFit(tinyModel(), stopping, epochs);
    expect(epoch).toHaveLength(1);
    expect(stopping.reason).toMatch(/^training had taken .+s of 0\.06 µs$/);
  });
});

describe("minDelta of a confidence interval", () => {
  test("counts only what is no accident", async () => {
    const [x, y] = [
      tf.randomNormal([200, 2], 0, 1, "float32", 3),
      tf.tensor2d(Array.from({ length: 200 }, (_, i) => [i % 2])),
    ];
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 1, inputShape: [2], activation: "sigmoid" })],
    });
    model.compile({
      optimizer: tf.train.sgd(0.01),
      loss: "binaryCrossentropy",
      metrics: [new AUC()],
    });
    const run = new RecordedRun();
    const train = (minDelta: number | "ci") => {
      const stopping = new EarlyStopping({ monitor: "val_auc", patience: 3, minDelta, run });
      return model
        .fit(x, y, { epochs: 12, verbose: 0, validationData: [x, y], callbacks: [stopping] })
        .then(() => stopping);
    };
    // Labels have nothing to do with inputs: what changes is noise, within ± 0.08 of 200 samples.
    const careful = await train("ci");
    expect(careful).toMatchObject({ bestEpoch: 0, stoppedEpoch: 3 });
    // The trace says what an improvement had to exceed in each epoch.
    const bands = run.events.flatMap((event) =>
      event.type === "early_stopping" ? [event.minDelta] : [],
    );
    expect(bands).toHaveLength(4);
    for (const band of bands.slice(1)) expect(band).toBeCloseTo(0.08, 1);
  });

  test("needs a metric that has one", async () => {
    const { x, y, validationData } = tinyData();
    const stopping = new EarlyStopping({ minDelta: "ci" });
    await expect(
      tinyModel().fit(x, y, { verbose: 0, validationData, callbacks: [stopping] }),
    ).rejects.toThrow(
      'EarlyStopping: minDelta "ci" needs a metric with a confidence interval, such as new AUC(). Received: val_loss',
    );
  });
});
