import { describe, expect, test } from "vitest";
import { cosineDecay } from "./cosine-decay.ts";
import { exponentialDecay } from "./exponential-decay.ts";
import { oneCycle } from "./one-cycle.ts";
import { stepDecay } from "./step-decay.ts";

describe("oneCycle", () => {
  test("gives the numbers of PyTorch's OneCycleLR(max_lr=0.1, total_steps=10)", () => {
    const cycle = oneCycle({ maxLearningRate: 0.1, totalSteps: 10 });
    const expected = [
      0.004, 0.052, 0.1, 0.0950484632, 0.0811745654, 0.0611262022, 0.0388741978, 0.0188258346,
      0.0049519368, 0.0000004,
    ];
    for (const [step, rate] of expected.entries()) expect(cycle(step)).toBeCloseTo(rate, 9);
    expect(cycle(1000)).toBeCloseTo(4e-7, 12);
  });
});

describe("cosineDecay", () => {
  test("ends at alpha times the highest rate, and stays there", () => {
    const cosine = cosineDecay({ initialLearningRate: 0.2, decaySteps: 4, alpha: 0.1 });
    expect(cosine(0)).toBeCloseTo(0.2, 12);
    expect(cosine(2)).toBeCloseTo(0.2 * (0.9 / 2 + 0.1), 12);
    expect(cosine(4)).toBeCloseTo(0.02, 12);
    expect(cosine(400)).toBeCloseTo(0.02, 12);
  });
});

test.each<[string, () => unknown, string]>([
  [
    "a missing option",
    () => oneCycle({ maxLearningRate: 1 } as never),
    "oneCycle: totalSteps must be given, a whole number above 0. Received: nothing",
  ],
  [
    "a bad option",
    () => exponentialDecay({ initialLearningRate: 0, decaySteps: 1, decayRate: 1 }),
    "exponentialDecay: initialLearningRate must be a finite number above 0. Received: 0",
  ],
  [
    "a misspelt option",
    () => cosineDecay({ initialLearningRate: 1, decaySteps: 1, warmup: 3 } as never),
    "Received: warmup",
  ],
  [
    "a warm-up to nowhere",
    () => cosineDecay({ initialLearningRate: 1, decaySteps: 1, warmupSteps: 3 }),
    "cosineDecay: warmupSteps needs warmupTarget",
  ],
  [
    "too few values",
    () => stepDecay({ boundaries: [1, 2], values: [1, 2] }),
    "stepDecay: values must have one entry more than the 2 boundaries. Received: 2",
  ],
  [
    "boundaries that fall",
    () => stepDecay({ boundaries: [2, 1], values: [1, 2, 3] }),
    "stepDecay: boundaries must be a list of ascending numbers",
  ],
])("refuses %s", (_, create, message) => {
  expect(create).toThrow(message);
});
