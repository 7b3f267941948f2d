import * as tf from "@tensorflow/tfjs";
import type { Drawing } from "./drawing.ts";

export type Kind =
  | "dense"
  | "sequential"
  | "two inputs"
  | "two outputs"
  | "recurrent"
  | "sequence"
  | "embedding";

export interface ModelCase {
  readonly kind: Kind;
  readonly units: number;
  readonly loss: string;
  /** Features in a row. */
  readonly width: number;
  readonly inputShape: readonly number[];
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** A new model, compiled, whose weights the seed decides. */
  readonly make: () => tf.LayersModel;
}

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

export const STEPS = 3;

function difference(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  return tf.sub(yTrue, yPred);
}
const ofSamples = (yTrue: tf.Tensor, yPred: tf.Tensor) =>
  tf.mean(tf.squaredDifference(yTrue, yPred), -1);
const inAll = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.mean(tf.squaredDifference(yTrue, yPred));

/** Draws a model with its loss, metrics and optimizer. One in fifty is not compiled. */
export function modelCase(seed: number, drawing: Drawing): ModelCase {
  const { draw } = drawing;
  const kind = draw<Kind>(
    "dense",
    "sequential",
    "two inputs",
    "two outputs",
    "recurrent",
    "sequence",
    "embedding",
  );
  const { units, loss, activation } = draw(...outputs);
  const width = draw(1, 2, 3);
  const inputNames = kind === "two inputs" ? ["a", "b"] : ["a"];
  const outputNames = kind === "two outputs" ? ["p", "q"] : ["p"];
  const isOfSteps = kind === "recurrent" || kind === "sequence";
  const inputShape = isOfSteps ? [STEPS, width] : kind === "embedding" ? [STEPS] : [width];
  drawing.words.push(`${seed}: ${kind} ${width}→${units} ${loss}`);

  const told = <T>(words: string, value: T) => ({ words, value });
  const chosen = <T>(options: readonly { words: string; value: T }[]): T => {
    const { words, value } = draw(...options);
    return drawing.say(words, value);
  };
  const metrics = chosen<unknown>([
    told("no metrics", []),
    told("mse", ["mse"]),
    told("accuracy, mae", ["accuracy", "mae"]),
    told("a metric function", [difference]),
    told("one metric", "mae"),
    told("metrics by name", { p: ["mse", difference] }),
  ]);
  const losses = chosen<unknown>([
    told("", loss),
    told("", loss),
    told(
      "loss in a list",
      outputNames.map(() => loss),
    ),
    told("loss by name", Object.fromEntries(outputNames.map((name) => [name, loss]))),
    ...(loss === "meanSquaredError"
      ? [told("loss of samples", ofSamples), told("loss in all", inAll)]
      : []),
  ]);
  const optimizer = chosen<() => unknown>([
    told("", () => tf.train.sgd(0.1)),
    told("momentum", () => tf.train.momentum(0.05, 0.9)),
    told("optimizer by name", () => "sgd"),
    told("adam by name", () => "adam"),
  ]);
  const isNormalized = drawing.chance(0.15) && drawing.say("batch normalization", true);
  const isRegularized = drawing.chance(0.15) && drawing.say("regularized", true);
  const isFrozen = drawing.chance(0.15) && drawing.say("frozen layer", true);
  const isMasked = isOfSteps && drawing.chance(0.1) && drawing.say("masked", true);
  const isCompiled = !(drawing.chance(0.02) && drawing.say("not compiled", true));

  function layersBefore(initial: () => tf.serialization.Serializable): tf.layers.Layer[] {
    const kernelInitializer = initial() as never;
    const layers: tf.layers.Layer[] = [];
    if (isMasked) layers.push(tf.layers.masking({ maskValue: 0 }));
    if (isOfSteps) {
      const returnSequences = kind === "sequence";
      const recurrentInitializer = initial() as never;
      const args = { units: 2, returnSequences, kernelInitializer, recurrentInitializer };
      layers.push(tf.layers.simpleRNN(args));
    } else if (kind === "embedding") {
      const embeddingsInitializer = kernelInitializer;
      layers.push(tf.layers.embedding({ inputDim: 5, outputDim: 2, embeddingsInitializer }));
      layers.push(tf.layers.flatten());
    } else if (isFrozen) {
      layers.push(tf.layers.dense({ units: 2, activation: "tanh", kernelInitializer }));
    }
    const [first] = layers.filter((layer) => layer.getClassName() !== "Masking");
    if (isFrozen && first !== undefined) first.trainable = false;
    if (isNormalized) layers.push(tf.layers.batchNormalization());
    return layers;
  }

  function make(): tf.LayersModel {
    let place = 0;
    const initial = () => tf.initializers.glorotUniform({ seed: seed + ++place });
    const before = layersBefore(initial);
    const heads = outputNames.map((name) =>
      tf.layers.dense({
        name,
        units,
        activation,
        kernelInitializer: initial(),
        ...(isRegularized && { kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }) }),
      }),
    );
    const inputs = inputNames.map((name) => tf.input({ shape: [...inputShape], name }));
    const built =
      kind === "sequential"
        ? tf.sequential({
            layers: [tf.layers.inputLayer({ inputShape, name: "a" } as never), ...before, ...heads],
          })
        : functional(inputs, before, heads);
    if (isCompiled) {
      built.compile({
        optimizer: optimizer() as string,
        loss: losses as string,
        metrics: metrics as string[],
      });
    }
    return built;
  }
  return { kind, units, loss, width, inputShape, inputNames, outputNames, make };
}

function functional(
  inputs: tf.SymbolicTensor[],
  before: readonly tf.layers.Layer[],
  heads: readonly tf.layers.Layer[],
): tf.LayersModel {
  const joined = inputs.length > 1 ? tf.layers.concatenate().apply(inputs) : inputs[0];
  const hidden = before.reduce(
    (last, layer) => layer.apply(last) as tf.SymbolicTensor,
    joined as tf.SymbolicTensor,
  );
  const outputs = heads.map((layer) => layer.apply(hidden) as tf.SymbolicTensor);
  return tf.model({ inputs, outputs });
}
