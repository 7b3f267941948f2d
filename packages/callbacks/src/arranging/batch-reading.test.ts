import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PassRecorder, type RecordedPass } from "../../test/pass-recorder.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { Callback } from "../callbacks/callback.ts";
import { TensorBoard } from "../callbacks/tensor-board.ts";
import { Precision } from "../metrics/confusion/precision.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { batchReading } from "./batch-reading.ts";

type Seen = Record<number, unknown>;

class Stock extends tf.Callback {
  readonly seen: Seen;
  constructor(seen: Seen) {
    super();
    this.seen = seen;
  }
  override async onBatchEnd(batch: number, logs: tf.Logs = {}): Promise<void> {
    if (batch !== 1) this.seen[batch] = [logs.auc, logs.precision];
  }
}

class Ours extends Callback {
  readonly #seen: Seen;
  readonly #says: boolean;
  constructor(seen: Seen, says: boolean) {
    super();
    this.#seen = seen;
    this.#says = says;
  }
  override readsBatchLogs(): boolean {
    return this.#says;
  }
  override async onBatchEnd(batch: number, logs: tf.Logs = {}): Promise<void> {
    this.#seen[batch] = [logs.auc, logs.precision];
  }
}

class Silent extends Callback {
  override async onEpochEnd(): Promise<void> {}
}

/** Those who look, each with what `batchReading()` knows of it for the first three batches. */
const readers: Readonly<Record<string, [make: (seen: Seen) => unknown[], reading: string]>> = {
  nobody: [() => [], "nothing nothing nothing"],
  "one who hears of epochs alone": [() => [new Silent()], "nothing nothing nothing"],
  "a plain object": [
    (seen) => [
      { onBatchEnd: (batch: number, logs?: tf.Logs) => void look(seen, batch, logs as tf.Logs) },
    ],
    "all all all",
  ],
  "a plain object of epochs": [() => [{ onEpochEnd: () => {} }], "nothing nothing nothing"],
  "a callback of TensorFlow.js": [(seen) => [new Stock(seen)], "unknown unknown unknown"],
  "one of ours": [(seen) => [new Ours(seen, true)], "all all all"],
  "one of ours that looks though it says that it does not": [
    (seen) => [new Ours(seen, false)],
    "nothing nothing nothing",
  ],
  "one of TensorFlow.js beside ours": [
    (seen) => [new Stock(seen), new Ours({}, true)],
    "all all all",
  ],
  "one of TensorFlow.js beside one of ours that does not look": [
    (seen) => [new Stock(seen), new Silent()],
    "unknown unknown unknown",
  ],
};

function look(seen: Seen, batch: number, logs: tf.Logs): void {
  seen[batch] = [logs.auc, logs.precision];
}

/** What the metrics are after so many samples. */
function valuesOf({ labels, scores }: RecordedPass, count: number): readonly number[] {
  return [new AUC(), new Precision({ thresholds: 0.4 })].map((metric) => {
    metric.updateState(labels.slice(0, count), scores.slice(0, count));
    return metric.result() as number;
  });
}

async function train(callbacks: unknown[]) {
  const passes: RecordedPass[] = [];
  const model = tinyModel([
    new AUC(),
    new Precision({ thresholds: 0.4 }),
    new PassRecorder({ passes }),
  ]);
  const { x, y } = tinyData();
  const { history } = await model.fit(x, y, {
    epochs: 1,
    batchSize: 2,
    // Each batch is of both classes.
    shuffle: false,
    verbose: 0,
    callbacks: callbacks as tf.Callback[],
  });
  return { history, pass: passes[0] as RecordedPass };
}

beforeAll(() => {
  tf.registerBackend("distant", tf.findBackendFactory("cpu"));
  tf.copyRegisteredKernels("cpu", "distant");
});
afterAll(async () => {
  await tf.setBackend("cpu");
});

describe.each(["cpu", "distant"])("on the backend %s", (backend) => {
  test.each(Object.entries(readers))(
    "the values of a batch are exact for %s",
    async (_, [make]) => {
      await tf.setBackend(backend);
      const seen: Seen = {};
      const { history, pass } = await train(make(seen));
      for (const [batch, values] of Object.entries(seen)) {
        expect(values, `batch ${batch}`).toEqual(valuesOf(pass, 2 * (Number(batch) + 1)));
      }
      expect([history.auc?.[0], history.precision?.[0]]).toEqual(valuesOf(pass, 10));
    },
  );

  test("a TensorBoard records them, of every batch or of some", async () => {
    await tf.setBackend(backend);
    for (const updateFreq of [1, 2]) {
      const run = new RecordedRun();
      const { pass } = await train([new TensorBoard({ run, updateFreq })]);
      const recorded = run.logs.filter(({ values }) => "batch_loss" in values);
      expect(recorded.map(({ position }) => position?.step)).toEqual(
        [1, 2, 3, 4, 5].filter((step) => step % updateFreq === 0),
      );
      for (const { values, position } of recorded) {
        const [auc, precision] = valuesOf(pass, 2 * (position?.step ?? 0));
        // While all labels are of one class there is no area to record.
        expect(values.batch_auc).toBe(Number.isNaN(auc) ? undefined : auc);
        expect(values.batch_precision).toBe(precision);
        expect(values.batch_loss).toBeGreaterThan(0);
      }
    }
  });
});

test.each(Object.entries(readers))("what is known of %s", (_, [make, reading]) => {
  const known = batchReading(
    make({}).map((each) =>
      each instanceof tf.Callback ? each : new tf.CustomCallback(each as tf.CustomCallbackArgs),
    ),
  );
  expect([0, 1, 2].map(known).join(" ")).toBe(reading);
});

test("what nobody looked at while its batch was the latest is NaN, and what somebody did stays", async () => {
  const kept: tf.Logs[] = [];
  class Keeper extends tf.Callback {
    override async onBatchEnd(batch: number, logs: tf.Logs = {}): Promise<void> {
      if (batch % 2 === 0) void logs.auc;
      if (batch === 3) Object.assign(logs, { auc: 7 });
      kept.push(logs);
    }
  }
  const { pass } = await train([new Keeper()]);
  expect(kept.map(({ auc }) => auc)).toEqual([
    valuesOf(pass, 2)[0],
    Number.NaN,
    valuesOf(pass, 6)[0],
    7,
    valuesOf(pass, 10)[0],
  ]);
  expect(kept.every(({ precision }) => Number.isNaN(precision))).toBe(true);
  expect(Object.keys(kept[0] ?? {})).toContain("auc");
});
