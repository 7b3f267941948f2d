import { sampleColumns } from "@epochal/testing/sample-columns";
import { expect, test } from "vitest";
import { grey } from "../../../dashboard/src/colors/grey.ts";
import { axisOf } from "./axis-of.ts";

const columns = (...epoch: readonly number[]) => ({
  ...sampleColumns(
    "a",
    "batch_loss",
    epoch.map(() => 1),
  ),
  epoch: Float64Array.from(epoch),
});
const run = (per: "epoch" | "batch", ...epoch: readonly number[]) => ({
  ...{ id: "a", label: "a", color: grey, per },
  train: columns(...epoch),
});

test("batches without epochs stand at their steps, whatever is asked", () => {
  const without = run("batch", Number.NaN, Number.NaN);
  expect(axisOf([without], "epoch")).toBe("step");
  expect(axisOf([without], "wall")).toBe("wall");
  expect(axisOf([without, run("batch", Number.NaN, 3)], "epoch")).toBe("epoch");
  expect(axisOf([run("epoch", Number.NaN)], "epoch")).toBe("epoch");
  expect(axisOf([], "epoch")).toBe("epoch");
});
