import { whole } from "@epochal/testing/full";
import { noise, seededRandom } from "@epochal/testing/random";
import { describe, expect, it } from "vitest";
import { type EffectRun, parameterEffects } from "./parameter-effects.ts";

type Random = () => number;

function runsOf(
  n: number,
  seed: number,
  make: (random: Random, i: number) => EffectRun,
): EffectRun[] {
  const random = seededRandom(seed);
  // The first numbers of neighbouring seeds are alike.
  for (let i = 0; i < 10; i++) random();
  return Array.from({ length: n }, (_, i) => make(random, i));
}

const pick = <T>(random: Random, from: readonly T[]) =>
  from[Math.floor(random() * from.length)] as T;
const optimizers = ["adam", "sgd", "rmsprop"];

/** A metric that falls with the learning rate, is better with adam, and has nothing to do with anything else. */
function known(random: Random, i: number): EffectRun {
  const learningRate = 10 ** -(1 + 3 * random());
  const optimizer = pick(random, optimizers);
  const value =
    -Math.log10(learningRate) / 10 + (optimizer === "adam" ? 0.3 : 0) + noise(random, 0.05);
  const config = {
    ...{
      optimizer: { name: optimizer, learningRate },
      units: pick(random, [8, 16, 32]),
      epochs: 10,
    },
    ...{ shuffle: random() < 0.5, seed: i, data: { path: "birds.csv" } },
  };
  return { config, value };
}

const seeds = Array.from({ length: whole(50) }, (_, i) => i + 1);
it.each(seeds)("finds the effects there are, and says which way is better (seed %i)", (seed) => {
  const found = parameterEffects(runsOf(60, seed, known), { direction: "max" });
  expect(found).toMatchObject({ runs: 60, nonFinite: 0, looked: 4, untold: [], confounded: [] });
  const byPath = new Map(found.effects.map((effect) => [effect.path, effect]));
  // No constants, and no seeds.
  expect([...byPath.keys()].sort()).toEqual([
    "optimizer.learningRate",
    "optimizer.name",
    "shuffle",
    "units",
  ]);
  const rate = byPath.get("optimizer.learningRate");
  expect(rate).toMatchObject({ kind: "number", n: 60, isClear: true, better: "lower" });
  const name = byPath.get("optimizer.name");
  expect(name).toMatchObject({ kind: "category", isClear: true });
  if (name?.kind !== "category") return;
  expect(name.groups[0]?.value).toBe("adam");
  expect(name.groups.reduce((sum, { n }) => sum + n, 0)).toBe(60);
  // Of a metric that is better when lower, the other way round.
  const lower = parameterEffects(runsOf(60, seed, known), { direction: "min" }).effects;
  expect(lower.find(({ path }) => path === "optimizer.learningRate")).toMatchObject({
    better: "higher",
  });
  const worst = lower.find(({ path }) => path === "optimizer.name");
  expect(worst?.kind === "category" && worst.groups.at(-1)?.value).toBe("adam");
});

it("calls few effects clear where there are none", () => {
  const rounds = whole(2_000);
  const clear = { number: 0, levels: 0, two: 0, three: 0 };
  for (let seed = 1; seed <= rounds; seed++) {
    const runs = runsOf(8 + (seed % 30), seed, (random) => ({
      config: {
        number: random(),
        levels: pick(random, [1, 2, 3]),
        two: random() < 0.5,
        three: pick(random, optimizers),
      },
      // Skewed in every second round.
      value: seed % 2 === 0 ? noise(random, 1) : -Math.log(1 - random()),
    }));
    for (const { path, isClear } of parameterEffects(runs, { direction: "max" }).effects) {
      if (isClear) clear[path as keyof typeof clear]++;
    }
  }
  for (const [path, times] of Object.entries(clear)) {
    // 5 %, and as much more as chance and skewed groups of three may add.
    expect(times / rounds, path).toBeLessThan(0.05 + 0.02 + 2 * Math.sqrt(0.05 / rounds));
  }
});

describe("params that vary together", () => {
  const pairs: Record<string, (random: Random, level: number) => unknown> = {
    "a number that rises with it": (_, level) => level ** 2,
    "a number that falls with it": (_, level) => 1 / level,
    "a text that says it": (_, level) => `size ${level}`,
    "a number that says it, in no order": (_, level) => [7, 1, 9, 3][level - 1],
    "almost always the same": (random, level) => (random() < 0.02 ? "other" : `size ${level}`),
  };
  it.each(Object.entries(pairs))("%s", (_, make) => {
    const runs = runsOf(48, 3, (random, i) => {
      const level = 1 + (i % 4);
      return {
        config: { level, twin: make(random, level), alone: random() },
        value: noise(random, 1),
      };
    });
    expect(parameterEffects(runs).confounded).toEqual([["level", "twin"]]);
  });

  it("are not found where they do not", () => {
    for (const seed of seeds) {
      const runs = runsOf(24, seed, (random, i) => ({
        config: {
          a: random(),
          b: pick(random, [1, 2, 3]),
          c: pick(random, optimizers),
          id: `run ${i}`,
        },
        value: noise(random, 1),
      }));
      expect(parameterEffects(runs).confounded).toEqual([]);
    }
  });

  it("are one group where each is like the next", () => {
    const runs = runsOf(20, 1, (random, i) => ({
      config: { a: i, b: -i, c: `level ${i % 2}`, d: i % 2, e: random() },
      value: noise(random, 1),
    }));
    expect(parameterEffects(runs).confounded).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });
});

describe("where there is too little", () => {
  const simple = (n: number) =>
    runsOf(n, 5, (random, i) => ({ config: { lr: random(), on: i % 2 === 0 }, value: random() }));

  it("is silent below 8 runs of a number, and below 3 of a value", () => {
    expect(parameterEffects([])).toEqual({
      ...{ runs: 0, nonFinite: 0, looked: 0, effects: [], untold: [], confounded: [] },
    });
    expect(parameterEffects(simple(5))).toMatchObject({
      effects: [],
      untold: ["lr", "on"],
      looked: 2,
    });
    expect(parameterEffects(simple(7))).toMatchObject({
      effects: [{ path: "on" }],
      untold: ["lr"],
    });
    expect(parameterEffects(simple(8)).untold).toEqual([]);
  });

  it("says nothing of a metric that never changes", () => {
    const runs = simple(20).map(({ config }) => ({ config, value: 0.5 }));
    expect(parameterEffects(runs)).toMatchObject({ effects: [], untold: ["lr", "on"] });
  });

  it("counts runs whose value is not finite, and looks at none of them", () => {
    const runs = simple(20).map((run, i) => ({
      ...run,
      value: [Number.NaN, Infinity, -Infinity][i] ?? run.value,
    }));
    expect(parameterEffects(runs)).toMatchObject({ runs: 17, nonFinite: 3 });
    expect(parameterEffects(runs).effects).toEqual(parameterEffects(runs.slice(3)).effects);
  });
});

it("runs without a param are a group of their own, and not part of a correlation", () => {
  const runs = runsOf(30, 2, (random, i) => ({
    config:
      i % 3 === 0
        ? { name: "sgd", momentum: random() }
        : { name: "adam", ...(i % 3 === 1 && { note: "x" }) },
    value: i % 3 === 0 ? 1 : random(),
  }));
  const byPath = new Map(
    parameterEffects(runs, { direction: "max" }).effects.map((effect) => [effect.path, effect]),
  );
  // The metric is the same wherever there is momentum.
  expect(byPath.has("momentum")).toBe(false);
  const note = byPath.get("note");
  expect(note?.kind === "category" && note.groups.map(({ n }) => n).sort()).toEqual([10, 20]);
  expect(note?.kind === "category" && note.groups.some((group) => !("value" in group))).toBe(true);
});
