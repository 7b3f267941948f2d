import { History, setSeed } from "@epochal/callbacks";
import type { VerdictRule } from "@epochal/conclusions";
import type { Store } from "@epochal/store";
import type * as tf from "@tensorflow/tfjs";
import { loadBirdStrikes } from "../bird-strikes/load-bird-strikes.ts";
import { buildModel } from "../demo/build-model.ts";
import type { Plan } from "../demo/plan.ts";

interface Lesson {
  readonly rule: VerdictRule;
  readonly plan: Plan;
  /** Whether validation data is given. @default true */
  readonly isValidated?: boolean;
}

const plain = { about: "", dropout: 0, loss: "binaryCrossentropy", batchSize: 256 } as const;

/** A training for each verdict: what one does right, and four things that go wrong. */
export const lessons: readonly Lesson[] = [
  {
    rule: "healthy",
    plan: { ...plain, name: "logistic regression", units: [], learningRate: 0.01, epochs: 20 },
  },
  {
    rule: "overfitting",
    plan: { ...plain, name: "too many units", units: [64], learningRate: 0.01, epochs: 20 },
  },
  {
    rule: "underfitting",
    plan: { ...plain, name: "far too fast", units: [32, 32], learningRate: 3, epochs: 20 },
  },
  {
    rule: "diverged",
    plan: {
      ...plain,
      name: "an unclipped loss",
      units: [64, 32],
      learningRate: 0.1,
      batchSize: 128,
      epochs: 12,
      loss: "unclippedCrossentropy",
    },
  },
  {
    rule: "no_validation",
    isValidated: false,
    plan: { ...plain, name: "nothing to compare", units: [64], learningRate: 0.01, epochs: 20 },
  },
];

/** Trains all of them into a store, on a share of the rows. Gives back the ids of the runs by what they teach. */
export async function trainVerdicts(store: Store, share = 1): Promise<Map<VerdictRule, string>> {
  setSeed(7);
  const { train, validation, width } = loadBirdStrikes({ seed: 42 });
  const some = (rows: tf.Tensor2D) => rows.slice(0, Math.floor(rows.shape[0] * share));
  const [x, y] = [some(train.x), some(train.y)];
  const validationData: [tf.Tensor, tf.Tensor] = [some(validation.x), some(validation.y)];
  const ids = new Map<VerdictRule, string>();
  for (const { rule, plan, isValidated = true } of lessons) {
    const { name, epochs, batchSize, learningRate, units } = plan;
    const run = await store.startRun({
      project: "verdicts",
      name,
      config: { learningRate, units },
    });
    const model = buildModel({ plan, width, seed: 42 });
    await run.track(() =>
      model.fit(x, y, {
        epochs,
        batchSize,
        verbose: 0,
        callbacks: [new History({ run })],
        ...(isValidated && { validationData }),
      }),
    );
    model.dispose();
    ids.set(rule, run.id);
  }
  return ids;
}
