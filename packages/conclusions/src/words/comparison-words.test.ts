import { expect, it } from "vitest";
import { compareConfigs } from "../comparison/compare-configs.ts";
import { compareValues } from "../comparison/compare-values.ts";
import type { RunComparison } from "../comparison/run-comparison.ts";
import type { RunSummary, SeriesSummary, SeriesValue } from "../run-summary.ts";
import { comparisonWords } from "./comparison-words.ts";

const auc: SeriesSummary = {
  ...{ key: "val_auc", metric: "auc", split: "validation", kind: "metric" },
  ...{ direction: "max", per: "epoch", count: 9, nonFinite: 0 },
};

const at = (value: number, epoch: number): SeriesValue => ({ value, epoch, step: epoch });

function run(part: Partial<RunSummary> = {}): RunSummary {
  return {
    ...{ id: "r", project: "birds", name: "r", config: {}, tags: [], notes: "", host: "h" },
    ...{ startedAt: new Date(0), durationMs: 1, resumed: 0, series: [auc] },
    ...{ status: { state: "finished", lastSeenAt: new Date(0) }, archived: false },
    ...part,
  } as RunSummary;
}

interface Compared extends Partial<RunComparison> {
  readonly configs?: readonly [object, object];
  readonly cards?: readonly [object, object];
}

function words({ configs = [{}, {}], cards = [{}, {}], ...part }: Compared): string[] {
  const [params, card] = [configs, cards].map(([a, b]) => compareConfigs({ ...a }, { ...b }));
  const [, ...rest] = comparisonWords({
    ...{ a: run(), b: run(), series: [], seriesOnlyInA: [], seriesOnlyInB: [] },
    ...(params && card && { params, card }),
    ...part,
  } as RunComparison);
  // The first one is comparisonHeadline's.
  return rest;
}

const none = "They have no series in common.";

it("says which is better at best, at equal epoch and after equal time, and counts epochs from 1", () => {
  const { key, metric, split, kind, per } = auc;
  const series = {
    ...{ key, metric, split, kind, per, direction: "max" as const },
    best: compareValues(at(0.9011, 8), at(0.9312, 11), "max"),
    last: compareValues(at(0.9, 9), at(0.93, 12), "max"),
    kept: compareValues(at(0.9, 9), at(0.93, 12), "max"),
    equalEpoch: { epoch: 8, ...compareValues(at(0.9011, 8), at(0.89, 8), "max") },
    equalTime: { ms: 72_000, ...compareValues(at(0.75, 3), at(0.75, 1), "max") },
  } as const;
  expect(words({ series: [series] })).toEqual([
    "By val_auc B is better: 0.9312 (epoch 12), A 0.9011 (epoch 9), a difference of 0.0301, each at its best.",
    "At epoch 9, the last that both have, A is better: 0.9011, B 0.8900, a difference of 0.0111.",
    "After 1 min 12 s of training, as far as both came, they are equal: A 0.7500, B 0.7500.",
  ]);
  const lost = compareValues(at(Number.NaN, 3), at(0.5, 3), "max");
  expect(words({ series: [{ ...series, best: lost, equalEpoch: { epoch: 3, ...lost } }] })[1]).toBe(
    "At epoch 4, the last that both have, A has NaN and B 0.5000.",
  );
  const missing = compareValues(undefined, at(0.5, 3), "max");
  expect(words({ series: [{ ...series, best: missing }] })[0]).toBe(
    "By val_auc A has no finite value.",
  );
});

it("says of params what B has instead, and what only one has", () => {
  const a = { optimizer: { learningRate: 0.01 }, units: 32, dust: 0.1 + 0.2, old: [1, 2] };
  const b = { optimizer: { learningRate: 0.001 }, units: "32", dust: 0.1 + 0.2, fresh: null };
  expect(words({ configs: [a, b] })).toEqual([
    none,
    'B has optimizer.learningRate 0.001 instead of 0.01, units "32" instead of 32.',
    "Only A has old [1,2].",
    "Only B has fresh null.",
  ]);
  expect(words({ configs: [a, a] })).toEqual([none, "Their params are the same, all 4."]);
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p${i}`, i]));
  expect(words({ configs: [many, {}] })[1]).toBe(
    "Only A has p0 0, p1 1, p2 2, p3 3, p4 4, p5 5, p6 6, p7 7 and 12 others.",
  );
  expect(words({ configs: [{ text: "x".repeat(99) }, { text: `${"x".repeat(99)}y` }] })[1]).toBe(
    "B has another text.",
  );
});

it("says how code, data, seeds and machines differ, without the prints", () => {
  const a = {
    code: { commit: "aaaaaaaaaaaa", isDirty: false, branch: "main" },
    ...{ versions: { node: "20" }, data: { x: { checksum: "1", samples: 10 } }, seed: { set: 1 } },
    ...{ model: { hash: "1" }, machine: { cpu: "x" }, weights: { hash: "1" } },
  };
  const b = {
    code: { commit: "bbbbbbbbbbbb", isDirty: true, branch: "main" },
    ...{ versions: { node: "22" }, data: { x: { checksum: "2", samples: 12 } }, seed: { set: 2 } },
    ...{ model: { hash: "2" }, machine: { gpu: "only here" }, weights: { hash: "1" } },
  };
  expect(words({ cards: [a, b] })).toEqual([
    none,
    "The code differs: B has commit bbbbbbbb instead of aaaaaaaa, other uncommitted changes.",
    "The data differ: B has x.samples 12 instead of 10.",
    "The seeds differ: B has set 2 instead of 1.",
    "The models differ.",
    "The versions differ: B has node 22 instead of 20.",
    "They were trained on other data: a better value may come from the data alone.",
  ]);
  expect(words({ cards: [a, a] })).toEqual([none]);
});

it("says first how runs stand that did not end as they should", () => {
  const state = (state: string, reason?: string) =>
    run({ status: { state, ...(reason && { reason }), lastSeenAt: new Date(0) } as never });
  expect(words({ a: state("failed", "TypeError: x is no tensor"), b: state("running") })).toEqual([
    "A failed: TypeError: x is no tensor.",
    "B is still running.",
    none,
  ]);
  expect(
    words({ a: state("killed", "its process is gone"), b: state("stopped_early", "x") }),
  ).toEqual(["A was killed: its process is gone.", none]);
});

it("calls runs what it is told to", () => {
  const comparison = { a: run(), b: run(), series: [], seriesOnlyInA: [], seriesOnlyInB: [] };
  const params = compareConfigs({ units: 1 }, { units: 2 });
  const card = compareConfigs({}, {});
  expect(comparisonWords({ ...comparison, params, card }, { a: "old", b: "new" })).toEqual([
    "new differs in units 1 → 2.",
    none,
    "new has units 2 instead of 1.",
  ]);
});
