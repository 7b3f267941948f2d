import { expect, test } from "vitest";
import { closestName } from "./closest-name.ts";

const keys = ["loss", "acc", "auc", "val_loss", "val_acc", "val_auc"];

test.each([
  ["val_los", "val_loss"],
  ["valLoss", "val_loss"],
  ["val_accuracy", "val_acc"],
  ["VAL_AUC", "val_auc"],
  ["auc_1", "auc"],
  ["validation", undefined],
])("%s is most like %s", (wanted, closest) => {
  expect(closestName(wanted, keys)).toBe(closest);
});

const options = ["project", "ids", "states", "search", "order", "descending", "limit", "offset"];

test.each([
  ["projects", "project"],
  ["state", "states"],
  ["oder", "order"],
  ["DESCENDING", "descending"],
  ["off_set", "offset"],
  ["tags", undefined],
])("%s is most like the option %s", (wanted, closest) => {
  expect(closestName(wanted, options)).toBe(closest);
});

test("nothing is like anything where there are no names", () => {
  expect(closestName("loss", [])).toBeUndefined();
});

test("a huge name is like nothing", () => {
  expect(closestName("x".repeat(1_000_000), keys)).toBeUndefined();
});
