import { expect, it } from "vitest";
import { isSeed } from "./is-seed.ts";

it.each([
  ...["seed", "Seed", "SEED", "seeds", "randomSeed", "random_seed", "RANDOM_SEED", "rng-seed"],
  ...["data.seed", "seed.fit", "seeds.0", "dataSeed", "seed2", "tf.randomSeed", "randomseed"],
  ...["randomState", "random_state", "split.random_state", "TFSeed", "shuffleSeed"],
])("%s is a seed", (path) => {
  expect(isSeed({ path, value: 7 })).toBe(true);
});

it.each([
  ...["units", "linseed", "seedling", "seeded", "state", "random", "seedDropout", "random.state"],
  ...["", ".", "proceed", "hidden_state", "birdseedMix"],
])("%s is none", (path) => {
  expect(isSeed({ path, value: 7 })).toBe(false);
});

it("a switch is none", () => {
  expect(isSeed({ path: "seed", value: true })).toBe(false);
  expect(isSeed({ path: "seed", value: "a" })).toBe(true);
  expect(isSeed({ path: "seed" })).toBe(true);
});
