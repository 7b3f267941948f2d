import { expect, it } from "vitest";
import { compareConfigs } from "../comparison/compare-configs.ts";
import { compareValues } from "../comparison/compare-values.ts";
import type { RunComparison } from "../comparison/run-comparison.ts";
import { comparisonHeadline } from "./comparison-headline.ts";

interface Case {
  readonly configs?: readonly [object, object];
  readonly cards?: readonly [object, object];
  readonly values?: readonly [number | undefined, number | undefined];
  readonly series?: object;
  readonly durations?: readonly [number, number];
  readonly state?: string;
}

const auc = { key: "val_auc", metric: "auc", split: "validation", kind: "metric", per: "epoch" };

function headline({
  configs = [{}, {}],
  cards = [{}, {}],
  values = [0.8042, 0.8232],
  series = {},
  durations = [60_000, 60_000],
  state = "finished",
}: Case): string {
  const described = { ...auc, direction: "max" as "max" | "min", ...series };
  const at = (value: number | undefined) =>
    value === undefined ? undefined : { value, step: 1, epoch: 1 };
  const pair = compareValues(at(values[0]), at(values[1]), described.direction);
  const run = (ms: number) => ({
    series: [{ ...described, count: 1, nonFinite: 0 }],
    durationMs: ms,
    status: { state },
  });
  return comparisonHeadline({
    a: run(durations[0]),
    b: run(durations[1]),
    params: compareConfigs({ ...configs[0] }, { ...configs[1] }),
    card: compareConfigs({ ...cards[0] }, { ...cards[1] }),
    series: [{ ...described, ...(described.direction && { best: pair }), last: pair, kept: pair }],
    seriesOnlyInA: [],
    seriesOnlyInB: [],
  } as unknown as RunComparison);
}

it("says which is better, how long it took, and what was changed for it", () => {
  const diff = (...lines: string[]) => ({ code: { commit: "x", diff: lines.join("\n") } });
  expect(
    headline({
      configs: [{ learningRate: 0.01 }, { learningRate: 0.003, dropout: 0.2 }],
      cards: [diff("+a"), diff("+b", "+c")],
      durations: [60_000, 186_000],
    }),
  ).toBe(
    "B is 1.9 points better in val_auc (0.8232 against 0.8042, each at its best), took 3.1 × as long, and differs in learningRate 0.01 → 0.003, dropout 0.2 added, and 2 lines of code.",
  );
});

it.each<[string, Case, string]>([
  [
    "a loss has no points, and less of it is better",
    { values: [0.402, 0.3], series: { key: "val_loss", kind: "loss", direction: "min" } },
    "B is 0.1020 better in val_loss (0.3000 against 0.4020, each at its best) and differs in nothing that was recorded.",
  ],
  [
    "the other way round it is worse",
    { values: [0.9, 0.8], configs: [{ seed: 1 }, { seed: 2 }] },
    "B is 10 points worse in val_auc (0.8000 against 0.9000, each at its best) and differs in the seed alone.",
  ],
  [
    "equal is neither",
    { values: [0.5, 0.5] },
    "B is as good in val_auc (0.5000, each at its best) and differs in nothing that was recorded.",
  ],
  [
    "what is lacking",
    { values: [0.5, undefined] },
    "B has no finite value of val_auc and differs in nothing that was recorded.",
  ],
  [
    "what the other lacks",
    { values: [undefined, 0.5] },
    "B has 0.5000 in val_auc where A has no finite value and differs in nothing that was recorded.",
  ],
  [
    "a running one has taken no time yet",
    { durations: [60_000, 600_000], state: "running", configs: [{ a: 1, b: 2 }, {}] },
    "B is 1.9 points better in val_auc (0.8232 against 0.8042, each at its best) and differs in a 1 removed and b 2 removed.",
  ],
])("%s", (_what, given, words) => {
  expect(headline(given)).toBe(words);
});

it("counts what it does not tell", () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`p${i}`, i]));
  expect(headline({ configs: [{}, many] })).toContain(
    "differs in p0 0 added, p1 1 added, p2 2 added, p3 3 added, and 5 other params.",
  );
});
