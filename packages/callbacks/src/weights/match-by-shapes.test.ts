import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { randomNumbers } from "../seed/random-numbers.ts";
import { matchByShapes } from "./match-by-shapes.ts";
import { weightsOf } from "./weights-of.ts";

test("an order that can be read in one way is, whichever layers were frozen; none is read wrong", () => {
  let certain = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const draw = randomNumbers(seed);
    const widths = Array.from({ length: 4 }, () => 1 + Math.floor(draw() * 5));
    const create = () =>
      tf.sequential({
        layers: widths.flatMap((units, i) => [
          tf.layers.dense({ units, ...(i === 0 && { inputShape: [widths[3] ?? 1] }) }),
          ...(i === 1 ? [tf.layers.batchNormalization()] : []),
        ]),
      });
    const model = create();
    const expected = weightsOf(model);
    for (const layer of model.layers) layer.trainable = draw() < 0.5;
    const listed = model.weights;
    const indices = matchByShapes(
      create(),
      listed.map(({ shape }) => shape),
    );
    if (indices === undefined) continue;
    certain++;
    expect(indices, `seed ${seed}`).toEqual(expected.map((weight) => listed.indexOf(weight)));
  }
  // Those in which no two layers are alike.
  expect(certain).toBeGreaterThan(50);
});

test("two layers alike are not told apart", () => {
  const { dense } = tf.layers;
  const model = tf.sequential({
    layers: [dense({ units: 2, inputShape: [2] }), dense({ units: 2 })],
  });
  expect(
    matchByShapes(
      model,
      model.weights.map(({ shape }) => shape),
    ),
  ).toBeUndefined();
});
