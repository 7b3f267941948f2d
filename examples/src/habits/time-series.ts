// Time series: how many bird strikes will there be next week? `node examples/src/habits/time-series.ts`
import { EarlyStopping, evaluate, huber, metrics } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { readBirdStrikes } from "../bird-strikes/read-bird-strikes.ts";

const WEEK = 7 * 24 * 3600 * 1000;
const LAST_WEEKS = 8;
const YEAR = 52;

const dates = readBirdStrikes().map((row) => Date.parse(row["Flight Date"]));
const start = Math.min(...dates);
const weeks = new Array<number>(Math.floor((Math.max(...dates) - start) / WEEK)).fill(0);
for (const date of dates) {
  const week = Math.floor((date - start) / WEEK);
  if (week < weeks.length) weeks[week] = (weeks[week] ?? 0) + 1;
}

/** What is known before a week: the last weeks, and the same weeks a year ago. In tens of strikes. */
const known = (week: number) => [
  ...weeks.slice(week - LAST_WEEKS, week),
  ...weeks.slice(week - YEAR - 2, week - YEAR + 3),
];
const after = Array.from({ length: weeks.length - YEAR - 2 }, (_, i) => i + YEAR + 2);
// The future is not shuffled into the past: the last two years validate.
const cut = after.length - 2 * YEAR;
const toTensors = (part: readonly number[]) => ({
  x: tf.tensor2d(part.map((week) => known(week).map((count) => count / 10))),
  y: tf.tensor2d(part.map((week) => [(weeks[week] ?? 0) / 10])),
});
const [train, validation] = [toTensors(after.slice(0, cut)), toTensors(after.slice(cut))];

const kernelInitializer = tf.initializers.glorotUniform({ seed: 5 });
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: 16,
      activation: "relu",
      inputShape: [LAST_WEEKS + 5],
      kernelInitializer,
    }),
    tf.layers.dense({ units: 1, kernelInitializer }),
  ],
});
model.compile({ optimizer: tf.train.adam(0.005), loss: huber(), metrics: metrics("mae") });
const stop = new EarlyStopping({ monitor: "val_mae", patience: 8, restoreBestWeights: true });
await model.fit(train.x, train.y, {
  epochs: 60,
  batchSize: 32,
  shuffle: false,
  verbose: 0,
  validationData: [validation.x, validation.y],
  callbacks: stop,
});

/** Strikes a week by which the model, and three plain forecasts, are off on average in the last two years. */
const { mae = Number.NaN } = await evaluate(model, validation.x, validation.y, {
  metrics: ["mae"],
});
const plain = (forecast: (week: number) => number) =>
  after.slice(cut).reduce((sum, week) => sum + Math.abs((weeks[week] ?? 0) - forecast(week)), 0) /
  (after.length - cut);
export const errors = {
  model: mae * 10,
  lastWeek: plain((week) => weeks[week - 1] ?? 0),
  yearAgo: plain((week) => weeks[week - YEAR] ?? 0),
};
console.log(stop.reason, errors);

export { model, validation };
