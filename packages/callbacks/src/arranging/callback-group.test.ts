import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { Callback } from "../callbacks/callback.ts";
import { CallbackGroup } from "./callback-group.ts";
import { hasHook } from "./has-hook.ts";

class Stock extends tf.Callback {
  readonly told: string[];
  constructor(told: string[]) {
    super();
    this.told = told;
  }
  override async onBatchBegin(batch: number): Promise<void> {
    await Promise.resolve();
    this.told.push(`stock begins ${batch}`);
  }
  override async onBatchEnd(batch: number): Promise<void> {
    await Promise.resolve();
    this.told.push(`stock ends ${batch}`);
  }
}

class Ours extends Callback {
  readonly #told: string[];
  constructor(told: string[]) {
    super();
    this.#told = told;
  }
  override async onBatchEnd(batch: number): Promise<void> {
    this.#told.push(`ours ends ${batch}`);
  }
  override async onEpochEnd(epoch: number): Promise<void> {
    this.#told.push(`ours ends epoch ${epoch}`);
  }
}

test("tells each in order, one after another, of batches by their number in the epoch", async () => {
  const told: string[] = [];
  const plain = new tf.CustomCallback({
    onTrainBegin: () => void told.push("plain begins"),
    onBatchEnd: (batch) => void told.push(`plain ends ${batch}`),
    onTrainEnd: () => void told.push("plain ends"),
  });
  const callbacks = [new Stock(told), plain as unknown as tf.Callback, new Ours(told)];
  const group = new CallbackGroup(callbacks, () => 3);
  await group.onTrainBegin();
  await group.onEpochBegin(0);
  for (const batch of [0, 1]) {
    await group.onBatchBegin(batch);
    await group.onBatchEnd(batch);
  }
  await group.onEpochEnd(0);
  await group.onTrainEnd();
  expect(told).toEqual([
    "plain begins",
    "stock begins 3",
    "stock ends 3",
    "plain ends 3",
    "ours ends 3",
    "stock begins 4",
    "stock ends 4",
    "plain ends 4",
    "ours ends 4",
    "ours ends epoch 0",
    "plain ends",
  ]);
});

test("knows a hook from one of the base classes, which do nothing", () => {
  class Idle extends Callback {}
  class Assigned extends Callback {
    override onBatchEnd = async () => {};
  }
  expect(hasHook(new Stock([]), "onBatchBegin")).toBe(true);
  expect(hasHook(new Ours([]), "onBatchEnd")).toBe(true);
  expect(hasHook(new Ours([]), "onBatchBegin")).toBe(false);
  expect(hasHook(new Idle(), "onBatchEnd")).toBe(false);
  expect(hasHook(new Assigned(), "onBatchEnd")).toBe(true);
  expect(hasHook(new (class extends tf.Callback {})(), "onBatchEnd")).toBe(false);
});
