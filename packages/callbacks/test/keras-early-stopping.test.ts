import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import type { EarlyStoppingArgs } from "../src/callbacks/early-stopping-args.ts";
import { AUC } from "../src/metrics/ranking/auc.ts";
import { earlyStoppingDeviations } from "./early-stopping-deviations.ts";
import { PassRecorder } from "./pass-recorder.ts";
import { tinyData, tinyModel } from "./tiny-training.ts";

type LoggedNumber = number | "NaN" | "Infinity" | "-Infinity";
type EpochLogs = LoggedNumber | Record<string, LoggedNumber>;

interface Outcome {
  readonly raises?: string;
  readonly epochs_run: number;
  readonly stopped_epoch: number;
  readonly stopped_by_callback: boolean;
  readonly best: LoggedNumber | null;
  readonly best_epoch: number;
  readonly final_weights_epoch: number;
  readonly trace: readonly { readonly wait: number }[];
  readonly waits?: readonly number[];
}

interface Scenario {
  readonly id: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly compiled_metrics?: readonly string[];
  readonly logs?: readonly EpochLogs[];
  readonly runs?: readonly (readonly EpochLogs[])[];
  readonly external_stop_at_epoch?: number;
  readonly expected?: Outcome;
  readonly expected_per_run?: readonly Outcome[];
}

const golden = new URL("golden/keras-early-stopping.json", import.meta.url);
const { scenarios } = JSON.parse(readFileSync(golden, "utf8")) as { scenarios: Scenario[] };
const { x, y, validationData } = tinyData();

function camelCase(kwargs: Scenario["kwargs"]): EarlyStoppingArgs {
  return Object.fromEntries(
    Object.entries(kwargs).map(([key, value]) => [
      key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value === "val_accuracy" ? "val_acc" : value,
    ]),
  );
}

function compiledMetric(name: string): string | AUC | PassRecorder | typeof tf.metrics.MSE {
  switch (name) {
    case "AUC:auc":
      return new AUC();
    case "FalsePositives:false_positives":
      return new PassRecorder({ name: "false_positives", passes: [] });
    case "function:custom_loss_fn": {
      const custom = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.metrics.MSE(yTrue, yPred);
      return Object.defineProperty(custom, "name", { value: "custom_loss_fn" });
    }
    default:
      return name;
  }
}

/** Trains a model whose weights are tagged with the epoch, on values a callback before ours puts into the logs. */
async function train(
  stopping: EarlyStopping,
  model: tf.Sequential,
  logs: readonly EpochLogs[],
  stopAt: number | undefined,
) {
  const waits: number[] = [];
  const script: tf.CustomCallbackArgs = {
    onEpochEnd: (epoch, shown = {}) => {
      const values = logs[epoch] ?? Number.NaN;
      const given = typeof values === "object" ? values : { [stopping.monitor]: values };
      for (const [key, value] of Object.entries(given)) {
        shown[key] = Number(value);
      }
      model.setWeights(model.getWeights().map((weight) => tf.fill(weight.shape, epoch)));
      if (epoch === stopAt) model.stopTraining = true;
    },
  };
  const look: tf.CustomCallbackArgs = { onEpochEnd: () => void waits.push(stopping.wait) };
  const { epoch } = await model.fit(x, y, {
    epochs: logs.length,
    batchSize: 8,
    verbose: 0,
    validationData,
    callbacks: [script, stopping, look],
  });
  return {
    epochs_run: epoch.length,
    stopped_epoch: stopping.stoppedEpoch,
    stopped_by_callback: stopping.reason !== undefined,
    best: stopping.best ?? null,
    best_epoch: stopping.bestEpoch,
    final_weights_epoch: model.getWeights()[0]?.dataSync()[0],
    waits,
  };
}

describe("EarlyStopping does what Keras 3.16 does", () => {
  test.each(scenarios)("$id", async (scenario) => {
    const deviation = earlyStoppingDeviations.find((row) => row.scenario === scenario.id);
    const runs = scenario.runs ?? [scenario.logs ?? []];
    const outcomes = scenario.expected_per_run ?? [scenario.expected as Outcome];
    const isAccuracy = String(scenario.kwargs.monitor).startsWith("val_acc");
    const metrics = (scenario.compiled_metrics ?? (isAccuracy ? ["acc"] : [])).map(compiledMetric);
    const model = tinyModel(metrics);
    let stopping: EarlyStopping | undefined;
    for (const [i, logs] of runs.entries()) {
      const { trace = [], ...keras } = outcomes[i] as Outcome;
      const expected: Partial<Outcome> = {
        ...keras,
        ...(keras.raises === undefined ? { waits: trace.map(({ wait }) => wait) } : {}),
        ...deviation?.expected,
      };
      const run = async () => {
        stopping ??= new EarlyStopping(camelCase(scenario.kwargs));
        return train(stopping, model, logs, scenario.external_stop_at_epoch);
      };
      if (expected.raises !== undefined) {
        await expect(run()).rejects.toThrow(RangeError);
      } else {
        const { raises: _, ...outcome } = expected;
        expect(await run()).toMatchObject(outcome);
      }
    }
  });

  test("every deviation is in the document", () => {
    const file = readFileSync(new URL("../docs/deviations.md", import.meta.url), "utf8");
    const document = file.replaceAll(/ +/g, " ");
    for (const { keras, here, why } of earlyStoppingDeviations) {
      expect(document).toContain(`| ${keras} | ${here} | ${why} |`);
    }
    // The head of the table and the line below it are rows too.
    const rows = document.split("## EarlyStopping")[1]?.split("\n## ")[0]?.match(/^\| /gm) ?? [];
    expect(rows).toHaveLength(earlyStoppingDeviations.length + 2);
  });

  test("every deviation that names a scenario has one", () => {
    const ids = scenarios.map(({ id }) => id);
    const named = earlyStoppingDeviations.flatMap(({ scenario }) => scenario ?? []);
    expect(ids).toEqual(expect.arrayContaining(named));
  });
});
