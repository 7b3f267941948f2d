import { expect, it } from "vitest";
import { parameterEffects } from "../effects/parameter-effects.ts";
import { effectWords } from "./effect-words.ts";

const runs = Array.from({ length: 12 }, (_, i) => ({
  config: {
    ...{
      lr: i,
      decay: -i,
      opt: i < 6 ? "adam" : "sgd",
      noise: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8][i],
    },
    ...(i === 0 && { once: true }),
  },
  value: i / 100 + (i % 2) / 50,
}));

it("tells clear effects, what cannot be told apart, and how sure it is", () => {
  expect(effectWords("val_auc", parameterEffects(runs, { direction: "max" }))).toEqual([
    "val_auc is better with a higher lr: rank correlation 0.97 (0.84 to 0.99) over 12 runs.",
    "val_auc is better with a lower decay: rank correlation -0.97 (-0.99 to -0.84) over 12 runs.",
    "val_auc differs by opt: sgd 0.0950 (0.06951 to 0.1205) in 6 runs; adam 0.0350 (0.009509 to 0.06049) in 6 runs.",
    "No clear effect: noise.",
    "lr and decay vary together: these runs cannot tell them apart.",
    "Nothing can be said of once: too few runs have each value, or val_auc never changes.",
    "5 params of 12 runs looked at; of 20 that do nothing, one seems clear by chance.",
  ]);
});

it("says so where nothing varies, and what was left out", () => {
  const nothing = [Number.NaN, 1, 2].map((value) => ({ config: { lr: 1 }, value }));
  expect(effectWords("loss", parameterEffects(nothing))).toEqual([
    "No param varies in 2 runs.",
    "1 run is left out: loss is not finite there.",
  ]);
});

it("says which way a metric goes that is better neither way", () => {
  const [first] = effectWords("norm", parameterEffects(runs));
  expect(first).toMatch(/^norm rises with lr: /);
});
