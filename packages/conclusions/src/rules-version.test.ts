import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { noise, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { evidenceOf, perEpoch } from "../test/curves.ts";
import { rulesVersion } from "./rules-version.ts";
import { conclude, type RunConclusions } from "./verdict/conclude.ts";
import type { RunEvidence } from "./verdict/run-evidence.ts";

/** What the rules of this version say of the runs below. Both change together, or neither. */
const known = { version: 1, digest: "7fcd34fb0dfb00fd", numbers: "1d45f30a5ba886aa" };

const runs = 1_500;

/** A run of any kind: one that learns, overfits, stands still, breaks, is short, has gaps or no validation. */
function anyRun(seed: number): RunEvidence {
  const random = seededRandom(seed * 7919 + 1);
  const between = (low: number, high: number) => low + random() * (high - low);
  const count = 1 + Math.floor(random() * (random() < 0.2 ? 12 : 80));
  const [pace, floor, scale] = [between(0, 0.3), between(0, 0.5), 10 ** between(-3, 3)];
  const grain = random() < 0.3 ? 0 : between(0, 0.2);
  const turns = between(0.2, 1.2) * count;
  const [rise, explosion] = [random() < 0.5 ? 0 : between(0, 0.1), random() < 0.1];
  const breaks = random() < 0.15 ? Math.floor(random() * count) : Number.POSITIVE_INFINITY;
  const heals = random() < 0.5 ? 1 : Number.POSITIVE_INFINITY;
  const value = (epoch: number, isValidation: boolean) => {
    if (epoch >= breaks && epoch < breaks + heals) return random() < 0.5 ? Number.NaN : Infinity;
    const late = Math.max(0, epoch - turns);
    const grown = explosion ? 1.8 ** late : 1 + (isValidation ? rise * late : 0);
    return scale * (floor + Math.exp(-pace * epoch) * grown + noise(random, grain));
  };
  const of = (isValidation: boolean) => perEpoch(count, (epoch) => value(epoch, isValidation));
  const share = (values: readonly number[]) =>
    values.map((it) => 1 / (1 + Math.abs(it / scale) + noise(random, 0.01) ** 2));
  const [loss, rest] = [of(false), of(true)];
  const evidence = evidenceOf(
    {
      loss,
      ...(random() < 0.9 && { val_loss: rest }),
      ...(random() < 0.5 && { auc: share(loss), val_auc: share(rest) }),
      ...(random() < 0.3 && {
        tracking_ms: perEpoch(count, () => between(0, 5)),
        epoch_seconds: perEpoch(count, () => between(0, 2)),
      }),
    },
    random() < 0.3
      ? [
          {
            ...{ type: "early_stopping", epoch: count - 1, monitor: "val_loss", mode: "min" },
            ...{ value: 1, minDelta: 0, wait: 1, patience: 5, improved: false },
          } as never,
        ]
      : [],
  );
  return evidence;
}

/** Numbers to six digits: how a machine computes `exp` is no rule. */
function toText(conclusions: RunConclusions): string {
  return JSON.stringify(conclusions, (_key, it: unknown) =>
    typeof it === "number" ? it.toPrecision(6) : it,
  );
}

/** Every number in the code of the rules: a bound that is moved a little changes no run of a few thousand. */
function numbersOfRules(): string {
  const folder = new URL("verdict/", import.meta.url);
  const files = readdirSync(folder).filter((name) => !name.endsWith(".test.ts"));
  const lists = files.map((name) => {
    const code = readFileSync(new URL(name, folder), "utf8").replace(
      /\/\*[\s\S]*?\*\/|\/\/.*/g,
      "",
    );
    return (code.match(/(?<![\w.])\d[\d_.]*(?:e-?\d+)?/g) ?? []).join(" ");
  });
  return createHash("sha256").update(lists.sort().join("\n")).digest("hex").slice(0, 16);
}

it("is another one where the rules say something else", () => {
  const hash = createHash("sha256");
  const found = new Map<string, number>();
  const count = (name: string) => found.set(name, (found.get(name) ?? 0) + 1);
  for (let seed = 0; seed < runs; seed++) {
    const conclusions = conclude(anyRun(seed));
    hash.update(toText(conclusions));
    count(`verdict ${conclusions.verdict?.rule}`);
    for (const part of Object.keys(conclusions)) count(part);
    if (conclusions.disagreements.length > 0) count("a disagreement");
  }
  // What no run calls forth could change unseen.
  const wanted = [
    ...["healthy", "overfitting", "underfitting", "diverged", "no_validation", "undefined"].map(
      (rule) => `verdict ${rule}`,
    ),
    ...["reached", "monitor", "divergence", "gap", "plateau", "cost", "a disagreement"],
  ];
  for (const name of wanted) expect(found.get(name) ?? 0, name).toBeGreaterThan(10);
  const digest = hash.digest("hex").slice(0, 16);
  expect(
    { version: rulesVersion, digest, numbers: numbersOfRules() },
    "What conclusions say has changed: raise `rulesVersion` by one, and put both here. Else stores go on telling what the old rules said.",
  ).toEqual(known);
});
