import { expect, test } from "vitest";
import { batchWords } from "./batch-words.ts";
import { counted } from "./counted.ts";
import { epochWords } from "./epoch-words.ts";
import { shownEpoch } from "./shown-epoch.ts";

test("people count epochs and batches from 1", () => {
  expect([0, 6, 6.9].map((epoch) => shownEpoch(epoch))).toEqual([1, 7, 7]);
  expect([epochWords(6), epochWords(6, 12)]).toEqual(["epoch 7", "epoch 7 of 12"]);
  expect([batchWords(0), batchWords(2, 60)]).toEqual(["batch 1", "batch 3 of 60"]);
});

test("a batch lies in the epoch that it is a part of, the last one of it too", () => {
  // Where the store has three batches of the first two epochs.
  const places = [1 / 3, 2 / 3, 1, 4 / 3, 5 / 3, 2];
  expect(places.map((place) => shownEpoch(place, "batch"))).toEqual([1, 1, 1, 2, 2, 2]);
  expect(shownEpoch(0, "batch")).toBe(1);
});

test("so many of something", () => {
  expect([counted(1, "epoch"), counted(0, "epoch"), counted(1200, "batch", "batches")]).toEqual([
    "1 epoch",
    "0 epochs",
    "1,200 batches",
  ]);
});
