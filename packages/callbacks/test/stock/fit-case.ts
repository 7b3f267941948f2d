import * as tf from "@tensorflow/tfjs";
import { randomNumbers } from "../../src/seed/random-numbers.ts";

/** One way to call `fit()`: the same every time it is made with the same seed. */
export interface FitCase {
  readonly words: string;
  /** A new model, compiled, whose weights the seed decides. */
  readonly model: () => tf.LayersModel;
  readonly x: unknown;
  readonly y: unknown;
  readonly args: Record<string, unknown>;
  readonly outputs: number;
  readonly dispose: () => void;
}

type Draw = <T>(...choices: readonly T[]) => T;
type Kind = "dense" | "two inputs" | "two outputs" | "recurrent" | "sequence" | "embedding";
interface Output {
  readonly units: number;
  readonly loss: string;
  readonly activation: "linear" | "sigmoid" | "softmax" | "tanh";
}

const outputs: readonly Output[] = [
  { units: 1, loss: "meanSquaredError", activation: "linear" },
  { units: 3, loss: "meanSquaredError", activation: "linear" },
  { units: 1, loss: "meanAbsoluteError", activation: "linear" },
  { units: 1, loss: "binaryCrossentropy", activation: "sigmoid" },
  { units: 2, loss: "binaryCrossentropy", activation: "sigmoid" },
  { units: 3, loss: "categoricalCrossentropy", activation: "softmax" },
  { units: 3, loss: "sparseCategoricalCrossentropy", activation: "softmax" },
  { units: 1, loss: "hinge", activation: "tanh" },
];

/** Draws a model, data and arguments; about one part in eight is not well-formed. */
export function fitCase(seed: number): FitCase {
  const random = randomNumbers(seed);
  const draw: Draw = (...choices) => choices[Math.floor(random() * choices.length)] as never;
  const kind = draw<Kind>(
    "dense",
    "dense",
    "two inputs",
    "two outputs",
    "recurrent",
    "sequence",
    "embedding",
  );
  const output = draw(...outputs);
  const n = draw(5, 7, 8, 12);
  const width = draw(1, 2, 3);
  const metrics = draw<string[]>([], ["mse"], ["accuracy", "mae"]);
  const made: tf.Tensor[] = [];
  const keep = <T extends tf.Tensor>(tensor: T): T => {
    made.push(tensor);
    return tensor;
  };
  const words: string[] = [`${seed}: ${kind} ${width}→${output.units} ${output.loss} n=${n}`];
  const say = <T>(what: string, value: T): T => {
    words.push(what);
    return value;
  };

  const row = (size: number, value: () => number) => Array.from({ length: size }, value);
  const tensor = (shape: number[], value: () => number, dtype: "float32" | "int32" | "bool") =>
    keep(
      tf.tensor(
        row(
          shape.reduce((all, size) => all * size, 1),
          value,
        ),
        shape,
        dtype,
      ),
    );
  const steps = 3;
  const inputShape =
    kind === "recurrent" || kind === "sequence"
      ? [steps, width]
      : kind === "embedding"
        ? [steps]
        : [width];
  const labelShape = kind === "sequence" ? [steps] : [];

  /** Features of one input. */
  function features(samples: number): tf.Tensor {
    const value =
      kind === "embedding"
        ? () => Math.floor(random() * 5)
        : () => Math.round(random() * 8) / 4 - 1;
    const dtype =
      kind === "embedding" ? "float32" : draw<"float32" | "int32">("float32", "float32", "int32");
    if (kind === "dense" && width === 1 && random() < 0.3) {
      return say("x of rank 1", tensor([samples], value, dtype));
    }
    if (random() < 0.02) {
      return say("x too wide", tensor([samples, ...inputShape.slice(0, -1), 4], value, "float32"));
    }
    return tensor([samples, ...inputShape], value, dtype);
  }

  function labels(samples: number): tf.Tensor {
    const { units, loss } = output;
    const isSparse = loss === "sparseCategoricalCrossentropy";
    const isClass = isSparse || /Crossentropy/.test(loss);
    const one = isSparse
      ? () => Math.floor(random() * units)
      : isClass
        ? () => Math.round(random())
        : () => Math.round(random() * 16) / 8 - 1;
    const last = isSparse ? 1 : units;
    const shape = [samples, ...labelShape, last];
    if (loss === "categoricalCrossentropy") {
      const rows = samples * (labelShape[0] ?? 1);
      const hot = tf.tidy(() =>
        tf
          .oneHot(
            tf.tensor1d(
              row(rows, () => Math.floor(random() * units)),
              "int32",
            ),
            units,
          )
          .cast("float32")
          .reshape(shape),
      );
      return keep(hot);
    }
    const chance = random();
    const dtype =
      isClass && random() < 0.2
        ? say(
            "whole labels",
            draw<"int32" | "bool">("int32", ...(isSparse ? [] : ["bool" as const])),
          )
        : "float32";
    if (last === 1 && chance < 0.28)
      return say("y of a rank less", tensor(shape.slice(0, -1), one, dtype));
    if (chance < 0.33)
      return say("y too wide", tensor([...shape.slice(0, -1), last + 1], one, dtype));
    if (chance < 0.33) return say("y of a rank more", tensor([...shape, 1], one, dtype));
    if (chance < 0.365)
      return say("y too short", tensor([samples - 1, ...shape.slice(1)], one, dtype));
    return tensor(shape, one, dtype);
  }

  const inputNames = kind === "two inputs" ? ["a", "b"] : ["a"];
  const outputNames = kind === "two outputs" ? ["p", "q"] : ["p"];
  function packed(what: string, names: readonly string[], each: () => tf.Tensor): unknown {
    const tensors = names.map(each);
    const chance = random();
    if (chance < 0.25) {
      return say(`${what} by name`, Object.fromEntries(names.map((name, i) => [name, tensors[i]])));
    }
    if (chance < 0.258) return say(`${what} by a wrong name`, { other: tensors[0] });
    if (chance < 0.266) return say(`${what} one too many`, [...tensors, tensors[0]]);
    if (chance < 0.45 || names.length > 1) return say(`${what} in a list`, tensors);
    return tensors[0];
  }
  const data = (samples: number) =>
    [
      packed("x", inputNames, () => features(samples)),
      packed("y", outputNames, () => labels(samples)),
    ] as const;

  const [x, y] = data(n);
  const args: Record<string, unknown> = { shuffle: false, verbose: 0 };
  const give = (name: string, value: unknown, text = JSON.stringify(value)) => {
    words.push(`${name}=${text}`);
    args[name] = value;
  };
  const often = () => random() < 0.5;
  if (often())
    give(
      "batchSize",
      draw<number | null>(
        1,
        2,
        3,
        4,
        32,
        null,
        4,
        3,
        2,
        5,
        32,
        random() < 0.3 ? 0 : random() < 0.4 ? 2.5 : 4,
      ),
    );
  if (often()) give("epochs", draw<number | null>(1, 2, 3, 2, null, 0));
  if (random() < 0.1) give("initialEpoch", draw<number | null>(0, 1, 2, null));
  if (random() < 0.3) give("validationSplit", draw(0.2, 0.3, 0.5, 0.4, 0.25, 0, 0.99));
  if (random() < 0.3) {
    words.push("validationData:");
    give(
      "validationData",
      draw<() => unknown>(
        () => data(5),
        () => data(5),
        () => data(4),
        () => [],
      )(),
      "",
    );
  }
  if (random() < (/Crossentropy/.test(output.loss) ? 0.2 : 0.02)) {
    const weights = { 0: 0.5, 1: 2, 2: 1 };
    give(
      "classWeight",
      draw<unknown>(weights, weights, weights, { 0: 1 }, [weights], { p: weights }),
    );
  }

  function model(): tf.LayersModel {
    let place = 0;
    const initial = () => tf.initializers.glorotUniform({ seed: seed + ++place });
    const last = (name: string) =>
      tf.layers.dense({
        name,
        units: output.units,
        activation: output.activation as "linear",
        kernelInitializer: initial(),
      });
    const inputs = inputNames.map((name) => tf.input({ shape: inputShape, name: `${name}` }));
    const [first] = inputs as [tf.SymbolicTensor];
    let hidden: tf.SymbolicTensor = first;
    if (kind === "two inputs") hidden = tf.layers.concatenate().apply(inputs) as tf.SymbolicTensor;
    if (kind === "recurrent" || kind === "sequence") {
      hidden = tf.layers
        .simpleRNN({
          units: 2,
          returnSequences: kind === "sequence",
          kernelInitializer: initial(),
          recurrentInitializer: initial(),
        })
        .apply(first) as tf.SymbolicTensor;
    }
    if (kind === "embedding") {
      const embedded = tf.layers
        .embedding({ inputDim: 5, outputDim: 2, embeddingsInitializer: initial() })
        .apply(first);
      hidden = tf.layers.flatten().apply(embedded) as tf.SymbolicTensor;
    }
    const heads = outputNames.map((name) => last(name).apply(hidden) as tf.SymbolicTensor);
    const built = tf.model({ inputs, outputs: heads });
    built.compile({ optimizer: tf.train.sgd(0.1), loss: output.loss, metrics });
    return built;
  }
  const dispose = () => tf.dispose(made);
  return { words: words.join(", "), model, x, y, args, outputs: outputNames.length, dispose };
}
