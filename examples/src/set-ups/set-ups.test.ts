import type * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { chooseQuickBackend } from "../../test/choose-quick-backend.ts";

beforeAll(chooseQuickBackend);

/** Labels and predictions of a trained model, row by row. */
function answersOf(model: tf.LayersModel, validation: { x: tf.Tensor2D; y: tf.Tensor2D }) {
  const predictions = model.predict(validation.x) as tf.Tensor2D;
  return {
    labels: validation.y.arraySync().map(([label = Number.NaN]) => label),
    predictions: predictions.arraySync(),
  };
}
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (list: readonly boolean[]) => mean(list.map(Number));

describe("the standard set-ups learn, and their scores are those of their predictions", () => {
  test("regression", async () => {
    const { model, validation, scores } = await import("./regression.ts");
    const { labels, predictions } = answersOf(model, validation);
    const errors = labels.map((label, i) => Math.abs(label - (predictions[i]?.[0] ?? 0)));
    expect(scores.mae).toBeCloseTo(mean(errors), 5);
    expect(scores.mse).toBeCloseTo(mean(errors.map((error) => error ** 2)), 5);
    expect(scores.root_mean_squared_error).toBeCloseTo(
      Math.sqrt(mean(errors.map((error) => error ** 2))),
      5,
    );
    const huber = errors.map((error) => (error <= 1 ? error ** 2 / 2 : error - 0.5));
    expect(scores.huber).toBeCloseTo(mean(huber), 5);
    const variance = mean(labels.map((label) => (label - mean(labels)) ** 2));
    expect(scores.r2_score).toBeCloseTo(1 - mean(errors.map((error) => error ** 2)) / variance, 5);
    expect(scores.r2_score).toBeGreaterThan(0.4);
  });

  test("binary", async () => {
    const { model, validation, scores, auc } = await import("./binary.ts");
    const { labels, predictions } = answersOf(model, validation);
    const probabilities = predictions.map(([probability = Number.NaN]) => probability);
    const called = probabilities.map((probability) => probability > 0.5);
    expect(scores.accuracy).toBeCloseTo(
      share(labels.map((label, i) => (label === 1) === called[i])),
      9,
    );
    expect(scores.precision).toBeCloseTo(
      share(labels.flatMap((label, i) => (called[i] ? [label === 1] : []))),
      9,
    );
    expect(scores.recall).toBeCloseTo(share(called.filter((_, i) => labels[i] === 1)), 9);
    const nats = labels.map((label, i) => {
      const probability = probabilities[i] ?? Number.NaN;
      return -Math.log(label === 1 ? probability : 1 - probability);
    });
    expect(scores.binary_crossentropy).toBeCloseTo(mean(nats), 5);
    const negatives = probabilities.filter((_, i) => labels[i] === 0);
    const wins = probabilities
      .filter((_, i) => labels[i] === 1)
      .map((score) =>
        mean(negatives.map((other) => (score > other ? 1 : score === other ? 0.5 : 0))),
      );
    expect(scores.auc).toBeCloseTo(mean(wins), 9);
    expect(scores.auc).toBeGreaterThan(0.78);
    const [low, high] = auc.confidenceInterval();
    expect(low < mean(wins) && mean(wins) < high).toBe(true);
  });

  test("multi-class", async () => {
    const { model, validation, scores, history } = await import("./multi-class.ts");
    const { labels, predictions } = answersOf(model, validation);
    const rankOf = (scores: readonly number[], label: number) =>
      scores.filter((score) => score > (scores[label] ?? 0)).length;
    const ranks = labels.map((label, i) => rankOf(predictions[i] ?? [], label));
    const called = predictions.map((scores) => scores.indexOf(Math.max(...scores)));
    expect(scores.accuracy).toBeCloseTo(share(ranks.map((rank) => rank === 0)), 9);
    expect(scores.top_2).toBeCloseTo(share(ranks.map((rank) => rank < 2)), 9);
    const nats = labels.map((label, i) => -Math.log(predictions[i]?.[label] ?? Number.NaN));
    expect(scores.sparse_categorical_crossentropy).toBeCloseTo(mean(nats), 4);
    const f1 = (id: number) => {
      const found = labels.filter((label, i) => label === id && called[i] === id).length;
      const all = labels.filter((label) => label === id).length;
      const predicted = called.filter((each) => each === id).length;
      return all + predicted === 0 ? 0 : (2 * found) / (all + predicted);
    };
    expect(scores["f1[Approach]"]).toBeCloseTo(f1(0), 9);
    expect(scores["f1[Climb]"]).toBeCloseTo(f1(1), 9);
    expect(scores.f1).toBeCloseTo(mean([0, 1, 2, 3, 4, 5, 6].map(f1)), 9);
    expect(Object.keys(history)).toContain("val_f1[Landing Roll]");
    expect(scores.accuracy).toBeGreaterThan(0.45);
  });
});
