// Two runs of one script that differ in params, code, batch size and packages, and a third one that failed.
import { openStore } from "@epochal/store";

const head =
  "diff --git a/train.ts b/train.ts\n--- a/train.ts\n+++ b/train.ts\n@@ -1,5 +1,6 @@\n import x\n";

const plans = [
  {
    name: "baseline",
    config: { learningRate: 0.01, units: 64, batchSize: 32 },
    ...{ epochs: 20, peak: 7, top: 0.8042, tfjs: "4.21.0" },
    diff: `${head}-const rate = 0.1;\n+const rate = 0.01;\n`,
  },
  {
    name: "with dropout",
    config: { learningRate: 0.003, units: 64, batchSize: 64, dropout: 0.3 },
    ...{ epochs: 40, peak: 14, top: 0.8232, tfjs: "4.22.0" },
    diff: `${head}-const rate = 0.1;\n+const rate = 0.003;\n+model.add(dropout(0.3));\n`,
  },
] as const;

/** Ids of what `seedPair` wrote. */
export interface SeededPair {
  readonly a: string;
  readonly b: string;
  readonly failed: string;
  readonly empty: string;
}

/** Writes the project `pairs`. */
export async function seedPair(location: string): Promise<SeededPair> {
  const store = await openStore(location);
  const ids: string[] = [];
  for (const { name, config, epochs, peak, top, tfjs, diff } of plans) {
    const run = await store.startRun({ project: "pairs", name, config, record: false });
    const code = { commit: "a1b2c3d4e5f6", isDirty: true, script: "train.ts", diff };
    const data = { x: { shapes: [[100, 8]], dtypes: ["float32"], samples: 100, checksum: "abc" } };
    run.event({
      type: "card",
      card: {
        ...{ code, data, arguments: ["--epochs", String(epochs)], weights: { hash: name } },
        ...{ machine: { host: "box", cores: 8 }, versions: { "@tensorflow/tfjs": tfjs } },
      },
    });
    for (let epoch = 0; epoch < epochs; epoch++) {
      const reached = Math.min(1, (epoch + 1) / (peak + 1));
      run.log(
        {
          val_loss: 0.7 - 0.4 * reached + Math.max(0, epoch - peak) * 0.01,
          val_auc: 0.5 + (top - 0.5) * reached - Math.max(0, epoch - peak) * 0.002,
        },
        { step: epoch, epoch },
      );
      run.event({
        type: "histogram",
        ...{ epoch, key: "dense/kernel/histogram", edges: [-1, 0, 1, 2], counts: [1, 2, epoch] },
      });
    }
    await run.finish();
    ids.push(run.id);
  }
  const failed = await store.startRun({ project: "pairs", name: "failed one", record: false });
  failed.log({ val_auc: 0.5 }, { epoch: 0 });
  const error = new TypeError("x is no tensor", { cause: new Error("the file is empty") });
  await failed.finish({ state: "failed", error });
  const empty = await store.startRun({ project: "pairs", name: "empty one", record: false });
  await empty.finish();
  await store.close();
  const [a = "", b = ""] = ids;
  return { a, b, failed: failed.id, empty: empty.id };
}
