import * as tf from "@tensorflow/tfjs";
import { expect, test, vi } from "vitest";
import { PassRecorder, type RecordedPass } from "../../test/pass-recorder.ts";
import { rankStatistic } from "../../test/rank-statistic.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { extendLayersModel } from "./extend-layers-model.ts";

const { x, y, validationData } = tinyData();
const fitArgs = { epochs: 3, batchSize: 4, verbose: 0, validationData };

test("a second copy of this package works on the same models", async () => {
  vi.resetModules();
  const other = await import("../index.ts");
  const { EarlyStopping } = other;
  expect(other.AUC).not.toBe(AUC);
  const passes: RecordedPass[] = [];
  const model = tinyModel([
    new AUC(),
    new other.AUC({ name: "theirs" }),
    new PassRecorder({ passes }),
  ]);
  const before = tf.memory().numTensors;
  const stopping = new EarlyStopping({
    monitor: "val_theirs",
    patience: 9,
    restoreBestWeights: true,
  });
  const { history } = await model.fit(x, y, {
    ...fitArgs,
    callbacks: [{ onEpochEnd: () => {} }, stopping],
  });
  expect(tf.memory().numTensors).toBe(before);
  expect(history.theirs).toEqual(history.auc);
  expect(history.val_theirs).toEqual(history.val_auc);
  const areas = passes
    .filter(({ labels }) => labels.length === 5)
    .map(({ labels, scores }) => rankStatistic(labels, scores));
  areas.forEach((area, epoch) => void expect(history.val_auc?.[epoch]).toBeCloseTo(area, 6));
  expect(stopping.best).toBeCloseTo(Math.max(...areas), 6);
});

test("does its work once", () => {
  extendLayersModel();
  const { compile, fit, fitDataset } = tf.LayersModel.prototype;
  extendLayersModel();
  expect(tf.LayersModel.prototype.compile).toBe(compile);
  expect(tf.LayersModel.prototype.fit).toBe(fit);
  expect(tf.LayersModel.prototype.fitDataset).toBe(fitDataset);
});
