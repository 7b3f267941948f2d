import { whole } from "@epochal/testing/full";
import { noise, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { evidenceOf, perEpoch } from "../../test/curves.ts";
import { conclude } from "./conclude.ts";

type Shape = (at: number) => number;

const shapes: readonly Shape[] = [
  () => 0.6,
  (at) => Math.exp(-4 * at),
  (at) => 1 - 0.5 * at,
  (at) => 0.5 + Math.abs(at - 0.4),
  (at) => Math.exp(-9 * at) + 0.8 * Math.max(0, at - 0.3),
  (at) => 0.3 + at,
  (at) => Math.exp(80 * at),
  (at) => (at > 0.8 ? 1e30 : Math.exp(-3 * at)),
  (at) => (at > 0.7 ? Number.NaN : 1 - at),
  (at) => (at > 0.4 && at < 0.5 ? Number.POSITIVE_INFINITY : 1 - 0.9 * at),
  (at) => 1e305 * (1 - at),
  (at) => 1e-320 * (1 - at),
  (at) => -3 + at * at,
];
const keys = ["loss", "val_loss", "auc", "val_auc"];

/** Curves of a run that trained well, badly, or not at all. */
function randomRun(random: () => number): Record<string, number[]> {
  const count = Math.floor(random() * random() * 120);
  const size = [0, 0, 0.001, 0.02, 0.1][Math.floor(random() * 5)] ?? 0;
  const wanted = keys.filter(() => random() < 0.8);
  return Object.fromEntries(
    wanted.map((key) => {
      const shape = shapes[Math.floor(random() * shapes.length)] ?? (() => 0);
      const turned = key.endsWith("auc") ? -1 : 1;
      const value = (epoch: number) =>
        turned * (shape(epoch / Math.max(1, count - 1)) * (1 + noise(random, size)));
      return [key, perEpoch(count, value)];
    }),
  );
}

it("says nothing beside a verdict that contradicts it", () => {
  const seed = 20_261;
  const random = seededRandom(seed);
  const seen = new Map<string, number>();
  for (let i = 0; i < whole(5000); i++) {
    const values = randomRun(random);
    const what = `seed ${seed}, run ${i}: ${JSON.stringify(values).slice(0, 300)}`;
    const { verdict, divergence, gap, plateau, regrets, ...rest } = conclude(evidenceOf(values));
    const rule = verdict?.rule ?? "none";
    seen.set(rule, (seen.get(rule) ?? 0) + 1);
    expect(divergence !== undefined, what).toBe(rule === "diverged");
    expect(divergence?.epoch, what).toBe(rule === "diverged" ? verdict?.epoch : undefined);
    if (rule !== "overfitting" && rule !== "underfitting") expect(gap?.from, what).toBeUndefined();
    if (rule === "none" || rule === "diverged" || rule === "no_validation") {
      expect(plateau, what).toBeUndefined();
    }
    if (rule === "overfitting" && plateau) {
      expect(plateau.from, what).toBeGreaterThan(verdict?.epoch ?? 0);
    }
    if (rule === "healthy") expect(isHuge(values.loss), what).toBe(false);
    expect(JSON.stringify({ verdict, gap, plateau, rest }), what).not.toMatch(/null|NaN(?! at)/);
    for (const { regret } of regrets) expect(regret >= 0 || Number.isNaN(regret), what).toBe(true);
  }
  expect([...seen.keys()].sort()).toEqual(
    ["diverged", "healthy", "no_validation", "none", "overfitting", "underfitting"].sort(),
  );
});

const isHuge = (loss: readonly number[] = []) => (loss.at(-1) ?? 0) > 1000 * Math.abs(loss[0] ?? 1);
