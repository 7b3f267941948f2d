import * as tf from "@tensorflow/tfjs";
import { madeIn, type Values } from "./weights-made.ts";

export const optimizers: readonly (() => tf.Optimizer)[] = [
  () => tf.train.adam(0.02),
  () => tf.train.adamax(0.02),
  () => tf.train.rmsprop(0.02),
  () => tf.train.rmsprop(0.02, 0.9, 0.5, undefined, true),
  () => tf.train.momentum(0.02, 0.9),
  () => tf.train.adagrad(0.02),
  () => tf.train.adadelta(0.5),
  () => tf.train.sgd(0.01),
];

/** What a slot begins with. */
export function firstMoment(optimizer: tf.Optimizer): number {
  const { initialAccumulatorValue = 0 } = optimizer as { initialAccumulatorValue?: number };
  return Math.fround(initialAccumulatorValue);
}

/** The slots of each weight before the first step and after the last one, as the optimizer itself takes them: by place. */
export function watchSlots(model: tf.LayersModel, optimizer: tf.Optimizer) {
  const made = madeIn(model);
  const read = (names: readonly string[]): ReadonlyMap<number, Values> =>
    new Map(
      names.map((name, place): [number, Values] => [
        made.findIndex((weight) => weight.name === name),
        Object.values(optimizer)
          .filter((list) => Array.isArray(list) && list.length > 0)
          .map((list) => Array.from(list[place].variable.dataSync() as Float32Array)),
      ]),
    );
  let first: ReadonlyMap<number, Values> | undefined;
  let last: ReadonlyMap<number, Values> = new Map();
  const apply = optimizer.applyGradients.bind(optimizer);
  optimizer.applyGradients = (gradients) => {
    const names = (gradients as { readonly name: string }[]).map(({ name }) => name);
    first ??= read(names);
    apply(gradients);
    last = read(names);
  };
  return { first: () => first ?? new Map<number, Values>(), last: () => last };
}
