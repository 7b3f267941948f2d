import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { type ScriptedLogs, scriptedFit } from "../../test/scripted-fit.ts";
import { tinyModel } from "../../test/tiny-training.ts";
import { learningRateOf } from "../optimizer/learning-rate-of.ts";
import { ReduceLROnPlateau, type ReduceLROnPlateauArgs } from "./reduce-lr-on-plateau.ts";

callbackContract({
  create: (run) => new ReduceLROnPlateau({ patience: 1, ...(run === undefined ? {} : { run }) }),
});

refusesArguments(ReduceLROnPlateau, [
  [{ factor: 1 }, "ReduceLROnPlateau: factor must be in (0, 1). Received: 1"],
  [{ cooldown: -1 }, "ReduceLROnPlateau: cooldown must be a whole number of 0 or more."],
  [{ minLr: -1 }, "ReduceLROnPlateau: minLr must be a finite number of 0 or more. Received: -1"],
  [{ min_lr: 0.1 }, "Received: min_lr. Did you mean minLr?"],
  [{ mode: "up" }, 'ReduceLROnPlateau: mode must be "auto", "max" or "min". Received: "up"'],
]);

interface Scenario {
  readonly id: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly initial_lr?: number;
  readonly logs?: readonly (number | string | Record<string, number>)[];
  readonly runs?: readonly (readonly (number | Record<string, number>)[])[];
  readonly expected?: {
    readonly raises?: string;
    readonly lr_after_each_epoch?: readonly number[];
  };
  readonly expected_per_run?: readonly { readonly lr_after_each_epoch: readonly number[] }[];
}

const golden = new URL("../../test/golden/keras-reduce-lr-on-plateau.json", import.meta.url);
const { scenarios } = JSON.parse(readFileSync(golden, "utf8")) as { scenarios: Scenario[] };

/** Scenarios with another outcome here; `docs/deviations.md` says why. */
const deviations: Readonly<Record<string, readonly number[]>> = {
  "ReduceLROnPlateau/nan_first": [0.1, 0.1, 0.1, 0.1, 0.1],
};

function optionsOf({ kwargs }: Scenario): ReduceLROnPlateauArgs {
  return Object.fromEntries(
    Object.entries(kwargs).map(([key, value]) => [
      key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

describe("ReduceLROnPlateau does what Keras 3.16 does", () => {
  test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    "%s",
    async (id, scenario) => {
      const monitor = String(scenario.kwargs.monitor ?? "val_loss");
      const model = tinyModel(["acc"]);
      model.compile({
        optimizer: tf.train.adam(scenario.initial_lr ?? 0.1),
        loss: "meanSquaredError",
        metrics: ["acc"],
      });
      const run = async () => {
        const callback = new ReduceLROnPlateau(optionsOf(scenario));
        const rates: number[][] = [];
        for (const logs of scenario.runs ?? [scenario.logs ?? []]) {
          const epochs = logs.map((given): ScriptedLogs => {
            const only = { val_loss: undefined, loss: undefined };
            return typeof given === "object" ? { ...only, ...given } : { [monitor]: Number(given) };
          });
          const after: number[] = [];
          await scriptedFit(model, callback, epochs, () =>
            after.push(learningRateOf(model) ?? Number.NaN),
          );
          rates.push(after);
        }
        return rates;
      };
      const deviation = deviations[id];
      if (scenario.expected?.raises !== undefined) {
        await expect(run()).rejects.toThrow(RangeError);
      } else {
        const expected = scenario.expected_per_run ?? [scenario.expected];
        const rates = await run();
        for (const [i, each] of expected.entries()) {
          const wanted = deviation ?? each?.lr_after_each_epoch ?? [];
          expect(rates[i]).toHaveLength(wanted.length);
          for (const [epoch, rate] of wanted.entries()) {
            expect((rates[i]?.[epoch] ?? 0) / rate, `epoch ${epoch}`).toBeCloseTo(1, 5);
          }
        }
      }
    },
  );
});

test("writes the rate an epoch was trained with into its logs, and the cut into the run", async () => {
  const run = new RecordedRun();
  const model = tinyModel();
  const callback = new ReduceLROnPlateau({ monitor: "val_loss", patience: 1, factor: 0.5, run });
  const before = learningRateOf(model) ?? 0;
  const { history } = await scriptedFit(
    model,
    callback,
    [1, 1, 1].map((val_loss) => ({ val_loss })),
  );
  expect(history.learning_rate).toEqual([before, before, before / 2]);
  expect(run.events[0]).toEqual({
    type: "learning_rate",
    epoch: 1,
    from: before,
    to: before / 2,
    reason: "ReduceLROnPlateau: val_loss had not improved on 1 for 1 epoch",
  });
});

test("goes on from its state", async () => {
  const losses = [1, 0.9, 0.95, 0.96, 0.97, 0.98].map((val_loss) => ({ val_loss }));
  const rates = async (callback: ReduceLROnPlateau, model: tf.LayersModel, part: typeof losses) => {
    const seen: number[] = [];
    await scriptedFit(model, callback, part, () => seen.push(learningRateOf(model) ?? 0));
    return seen;
  };
  const create = () => new ReduceLROnPlateau({ patience: 2, factor: 0.5, cooldown: 2 });
  const whole = await rates(create(), tinyModel(), losses);
  const model = tinyModel();
  const first = create();
  const start = await rates(first, model, losses.slice(0, 3));
  const second = create();
  const state = JSON.parse(JSON.stringify(first.getState()));
  const begin = second.onTrainBegin.bind(second);
  second.onTrainBegin = async () => {
    await begin();
    second.setState(state);
  };
  expect([...start, ...(await rates(second, model, losses.slice(3)))]).toEqual(whole);
});
