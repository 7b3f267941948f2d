import * as tf from "@tensorflow/tfjs";
import { randomNumbers } from "../src/seed/random-numbers.ts";

export interface RandomModel {
  /** What it is made of, for the message of a failure. */
  readonly text: string;
  /** A new model of the same layers each time: its variables have other names. */
  readonly create: () => tf.LayersModel;
  /** What can be frozen by itself: layers, models within models, and the model. */
  readonly parts: (model: tf.LayersModel) => readonly tf.layers.Layer[];
  readonly samples: () => tf.Tensor;
}

export interface RandomModelArgs {
  readonly seed: number;
  /** Whether to leave out what not every backend can train. */
  readonly isTrained?: boolean;
  /** Whether layers have names, the same in each model. */
  readonly isNamed?: boolean;
}

type Layer = tf.layers.Layer;
type Tensors = tf.SymbolicTensor;
const steps = 2;
// One width for all: shapes never tell layers apart.
const units = 3;

/** A model of some of all kinds of layers, shared, wrapped, and in models within models, that a seed decides. */
export function randomModel({
  seed,
  isTrained = false,
  isNamed = false,
}: RandomModelArgs): RandomModel {
  const draw = randomNumbers(seed);
  const below = (n: number) => Math.floor(draw() * n);
  const texts: string[] = [];
  let made = 0;
  let names = 0;
  const name = () => (isNamed ? { name: `part${names++}` } : {});
  const dense = () => tf.layers.dense({ units, ...name(), useBias: made % 3 !== 0 });
  const sequence = (): tf.layers.RNN => {
    const args = { units, returnSequences: true, ...name() };
    return ([tf.layers.lstm, tf.layers.gru, tf.layers.simpleRNN][made % 3] ?? tf.layers.lstm)(
      args as never,
    ) as tf.layers.RNN;
  };
  const kinds: Record<string, () => Layer> = {
    dense,
    // TensorFlow.js cannot run it without scale.
    norm: () => tf.layers.batchNormalization({ ...name(), scale: isTrained || made % 2 === 0 }),
    drop: () => tf.layers.dropout({ rate: 0, ...name() }),
    conv: () => tf.layers.conv1d({ filters: units, kernelSize: 3, padding: "same", ...name() }),
    rnn: sequence,
    cells: () =>
      tf.layers.rnn({
        cell: [tf.layers.gruCell({ units }), tf.layers.lstmCell({ units })] as never,
        returnSequences: true,
        ...name(),
      }),
    both: () =>
      tf.layers.bidirectional({ layer: sequence() as never, mergeMode: "sum", ...name() }),
    timed: () => tf.layers.timeDistributed({ layer: dense(), ...name() }),
    timedModel: () =>
      tf.layers.timeDistributed({
        layer: tf.sequential({
          layers: [
            tf.layers.dense({ units, inputShape: [units], ...name() }),
            tf.layers.batchNormalization(name()),
          ],
          ...name(),
        }),
        ...name(),
      }),
  };
  const usable = Object.keys(kinds).filter((kind) => !(isTrained && kind === "conv"));
  // The plan is drawn once, and then built as often as somebody wants a model.
  const plan = (depth: number): Plan =>
    Array.from({ length: 2 + below(3) }, () => {
      const choice = below(10);
      if (depth > 0 && choice < 2)
        return { kind: choice === 0 ? "model" : "sequential", within: plan(depth - 1) };
      if (choice === 2) return { kind: "shared" };
      if (choice === 3) return { kind: "sum" };
      return { kind: usable[below(usable.length)] ?? "dense" };
    });
  const layersOf = plan(2);
  const hasTokens = !isTrained && below(3) === 0;
  const build = (layers: Plan, input: Tensors, parts: Layer[], shared: Layer): Tensors => {
    let output = input;
    const apply = (layer: Layer) => {
      parts.push(layer);
      output = layer.apply(output) as Tensors;
    };
    for (const { kind, within = [] } of layers) {
      made++;
      if (kind === "shared") apply(shared);
      else if (kind === "sum") {
        const sides = [dense(), dense()];
        parts.push(...sides);
        const ends = sides.map((side) => side.apply(output) as Tensors);
        output = tf.layers.add(name()).apply(ends.reverse()) as Tensors;
      } else if (kind === "model" || kind === "sequential") {
        const inner: Layer[] = [];
        const inputs = tf.input({ shape: [steps, units], ...name() });
        const outputs = build(within, inputs, inner, dense());
        const model = tf.model({ inputs, outputs, ...name() });
        parts.push(...inner);
        apply(kind === "model" ? model : tf.sequential({ layers: [model, dense()], ...name() }));
      } else apply((kinds[kind] ?? dense)());
    }
    return output;
  };
  const known = new WeakMap<tf.LayersModel, readonly Layer[]>();
  const create = () => {
    made = 0;
    names = 0;
    const parts: Layer[] = [];
    const inputs = tf.input({ shape: hasTokens ? [steps] : [steps, units], ...name() });
    let first = inputs;
    if (hasTokens) {
      const embedding = tf.layers.embedding({ inputDim: 7, outputDim: units, ...name() });
      parts.push(embedding);
      first = embedding.apply(inputs) as Tensors;
    }
    const hidden = build(layersOf, first, parts, dense());
    const head = tf.layers.dense({ units: 1, ...name() });
    const outputs = head.apply(tf.layers.flatten(name()).apply(hidden)) as Tensors;
    const model = tf.model({ inputs, outputs, ...name() });
    known.set(model, [...parts, head, model]);
    return model;
  };
  texts.push(JSON.stringify(layersOf), hasTokens ? "tokens" : "", isNamed ? "named" : "");
  return {
    text: `seed ${seed}: ${texts.join(" ")}`,
    create,
    parts: (model) => known.get(model) ?? [],
    samples: () =>
      hasTokens
        ? tf.randomUniform([6, steps], 0, 7, "int32", seed)
        : tf.randomNormal([6, steps, units], 0, 1, "float32", seed),
  };
}

type Plan = readonly { readonly kind: string; readonly within?: Plan }[];
