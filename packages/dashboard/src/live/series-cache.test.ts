import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { SeriesColumns } from "../wire/series-format.ts";
import { type KeptSeries, keptSeries, type SeriesStretch } from "./series-cache.ts";

const none = new Float64Array();

function kept(total: number, revision: number): KeptSeries {
  const part: SeriesColumns = {
    ...{ run: "a", key: "loss", total, last: 0, after: -Infinity },
    ...{ step: none, epoch: none, wallTime: none, value: none },
    nonFinite: { step: none, epoch: none, value: none, total: 0 },
  };
  return new Map([["a", new Map([["loss", { part, revision }]])]]);
}

test("a series is known in the stretch in which it was asked for, and in no other", () => {
  const client = new QueryClient();
  const wanted = { runs: ["a"], keys: ["loss"] };
  const keep = (stretch: SeriesStretch, data: KeptSeries) =>
    client.setQueryData(["series", stretch, wanted], data);
  keep({}, kept(100, 1));
  keep({ from: 3, to: 9 }, kept(7, 2));
  keep({ from: 3, to: 9, buckets: 1000 }, kept(8, 3));
  const total = (stretch: SeriesStretch) =>
    keptSeries(client, stretch).get("a")?.get("loss")?.part?.total;
  expect(total({})).toBe(100);
  expect(total({ to: 9, from: 3 })).toBe(7);
  expect(total({ from: 3, to: 9, buckets: 1000 })).toBe(8);
  expect(total({ from: 4 })).toBeUndefined();
});

test("of several queries for a series the newest counts", () => {
  const client = new QueryClient();
  client.setQueryData(["series", {}, { runs: ["a"], keys: ["loss"] }], kept(1, 1));
  client.setQueryData(["series", {}, { runs: ["a", "b"], keys: ["loss"] }], kept(2, 5));
  expect(keptSeries(client, {}).get("a")?.get("loss")?.part?.total).toBe(2);
});
