import { expect, it } from "vitest";
import { describeKey } from "./describe-key.ts";

it.each([
  ["loss", { metric: "loss", split: "train", kind: "loss", direction: "min", per: "epoch" }],
  [
    "val_loss",
    { metric: "loss", split: "validation", kind: "loss", direction: "min", per: "epoch" },
  ],
  ["batch_loss", { metric: "loss", split: "train", kind: "loss", direction: "min", per: "batch" }],
  ["head_loss", { metric: "head_loss", kind: "loss", direction: "min" }],
  ["learning_rate", { metric: "learning_rate", kind: "learning_rate" }],
  ["lr", { metric: "learning_rate", kind: "learning_rate" }],
  ["batch_lr", { metric: "learning_rate", kind: "learning_rate", per: "batch" }],
  ["val_acc", { metric: "acc", split: "validation", kind: "metric", direction: "max" }],
  ["auc", { metric: "auc", kind: "metric", direction: "max" }],
  ["auc_1", { metric: "auc_1", kind: "metric", direction: "max" }],
  ["binaryAccuracy", { direction: "max" }],
  ["val_sparse_categorical_accuracy", { direction: "max", split: "validation" }],
  ["output_a_f1_score", { direction: "max" }],
  ["precision_at_recall", { direction: "max" }],
  ["val_mse", { direction: "min" }],
  ["root_mean_squared_error", { direction: "min" }],
  ["meanAbsoluteError", { direction: "min" }],
  ["val_binary_crossentropy", { direction: "min" }],
] as const)("reads %s", (key, expected) => {
  expect(describeKey(key)).toMatchObject(expected);
});

it.each([
  "speed",
  "glosses",
  "lossy",
  "learning_rate_of_change",
  "vacc",
  "val_",
  "batch_",
  "",
  "_",
])("does not claim to know which way is better for %j", (key) => {
  expect(describeKey(key)).not.toHaveProperty("direction");
  expect(describeKey(key).kind).toBe("metric");
});
