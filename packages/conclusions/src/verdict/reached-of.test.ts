import { sampleEvents } from "@epochal/testing/sample-events";
import { expect, it } from "vitest";
import { summaryOf } from "../../test/curves.ts";
import { statusParts } from "../words/status-parts.ts";
import { reachedOf } from "./reached-of.ts";

const epochs = summaryOf("loss", Array(11).fill(1));
const batches = (epoch: number) => ({
  ...summaryOf("batch_loss", [1]),
  per: "batch" as const,
  last: { value: 1, step: 1, epoch },
});
const {
  checkpoint,
  early_stopping: seen,
  non_finite: broken,
  partial_epoch: partial,
} = sampleEvents;

it.each([
  ["nothing", [], [], undefined],
  ["epochs", [epochs], [], { done: 11 }],
  ["batches of the next epoch", [epochs, batches(11.2)], [], { done: 11, within: 12 }],
  ["batches to the end of it", [batches(12)], [], { done: 12 }],
  ["batches of an epoch that has a value", [epochs, batches(10.9)], [], { done: 11 }],
  ["the first batches", [batches(0.1)], [], { done: 0, within: 1 }],
  ["an epoch that was cut off", [epochs], [{ ...partial, epoch: 11 }], { done: 11, within: 12 }],
  ["an epoch that was not validated", [epochs], [{ ...partial, epoch: 10 }], { done: 11 }],
  ["a batch that broke", [epochs], [{ ...broken, epoch: 11 }], { done: 11, within: 12 }],
  ["a save in the middle", [epochs], [{ ...checkpoint, epoch: 11 }], { done: 11, within: 12 }],
  ["a trace alone", [], [{ ...seen, epoch: 4 }], { done: 5 }],
  ["a value without an epoch", [{ ...epochs, last: { value: 1, step: 9 } }], [], undefined],
])("%s tell how far a training came", (_what, series, events, reached) => {
  expect(reachedOf({ series, events })).toEqual(reached);
});

it.each([
  [1, "in its 1st epoch"],
  [2, "in its 2nd epoch"],
  [3, "in its 3rd epoch"],
  [11, "in its 11th epoch"],
  [12, "in its 12th epoch"],
  [101, "in its 101st epoch"],
  [112, "in its 112th epoch"],
])("the epoch number %i is told by its number", (within, where) => {
  const reached = { done: within - 1, within };
  const status = { state: "killed", reason: "its process is gone" } as const;
  expect(statusParts({ status, conclusions: { reached } })).toMatchObject({ where });
});
