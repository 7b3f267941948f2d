import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { History } from "../callbacks/history.ts";
import { Precision } from "../metrics/confusion/precision.ts";
import { Metric, type MetricArgs } from "../metrics/metric.ts";
import { AUC } from "../metrics/ranking/auc.ts";

const { x, y, validationData } = tinyData();
const fitArgs = { epochs: 2, batchSize: 4, verbose: 0, validationData };

describe("a metric of several numbers", () => {
  test("is in the logs as its mean, and one by one", async () => {
    const model = tinyModel([new Precision({ thresholds: [0.3, 0.7] }), "accuracy"]);
    const { history } = await model.fit(x, y, fitArgs);
    expect(Object.keys(history).sort()).toEqual(
      ["", "val_"]
        .flatMap((split) =>
          ["loss", "precision", "acc", "precision[0.3]", "precision[0.7]"].map(
            (key) => split + key,
          ),
        )
        .sort(),
    );
    expect(history["precision[0.3]"]).toEqual([0.5, 0.5]);
    expect(history["precision[0.7]"]).toEqual([0, 0]);
    expect(history.precision).toEqual([0.25, 0.25]);
    expect(history["val_precision[0.3]"]).toEqual([0.4, 0.4]);
  });

  test("can be monitored by any of them, whose direction is the metric's", async () => {
    const run = new RecordedRun();
    const model = tinyModel([new Precision({ thresholds: [0.3, 0.7] })]);
    const stopping = new EarlyStopping({ monitor: "val_precision[0.3]", patience: 1 });
    await model.fit(x, y, {
      ...fitArgs,
      epochs: 5,
      callbacks: [new History({ run }), stopping],
    });
    expect(stopping.best).toBe(0.4);
    expect(stopping.stoppedEpoch).toBe(1);
    expect(run.series["val_precision[0.3]"]).toEqual({
      metric: "precision[0.3]",
      split: "validation",
      kind: "metric",
      direction: "max",
      per: "epoch",
    });
  });
});

class Broken extends Metric {
  readonly #count = this.addVariable();
  constructor(args: MetricArgs = {}) {
    super(args, { name: "broken" });
  }
  updateState(_yTrue: tf.Tensor, yPred: tf.Tensor): void {
    this.#count.add(this.read(tf.keep(yPred.add(0)), "yPred").values.length);
  }
  result(): number {
    return Number.NaN;
  }
}

describe("the program is told, once", () => {
  const warnings: string[] = [];
  beforeEach(() => {
    vi.spyOn(console, "warn").mockImplementation((line) => {
      warnings.push(String(line));
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    warnings.length = 0;
  });

  test("of results that are NaN for the same reason, in one line through several fits", async () => {
    const model = tinyModel([new Precision(), new AUC()]);
    model.setWeights([tf.fill([2, 1], Number.NaN), tf.zeros([1])]);
    await model.fit(x, y, fitArgs);
    await model.fit(x, y, fitArgs);
    expect(warnings).toEqual([
      "Metrics precision, auc, val_precision and val_auc are NaN: predictions are NaN",
    ]);
  });

  test("of a metric that computes NaN, and of one that leaves tensors behind", async () => {
    await tinyModel([new Broken()]).fit(x, y, {
      epochs: fitArgs.epochs,
      batchSize: fitArgs.batchSize,
      verbose: 0,
    });
    expect(warnings).toEqual([
      "Metric broken leaves 1 tensor behind after a batch: do the work of updateState() in tf.tidy()",
      "Metric broken is NaN: its result() was NaN, though no label or prediction was",
    ]);
  });
});
