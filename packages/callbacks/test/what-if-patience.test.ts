import { readFileSync } from "node:fs";
import { whatIfPatience } from "@epochal/conclusions";
import { seededRandom } from "@epochal/testing/random";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import {
  EarlyStopping,
  type EarlyStoppingArgs,
  type EarlyStoppingEvent,
  type RunEvent,
} from "../src/index.ts";

type Logs = Readonly<Record<string, number>>;

interface Watched {
  readonly stoppedAfter: number | undefined;
  readonly reason: string | undefined;
  readonly best: number | undefined;
  readonly bestEpoch: number;
  readonly wait: number;
  readonly trace: readonly EarlyStoppingEvent[];
}

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
// What TensorFlow.js trains of a Sequential is the model within it.
const trained = (model as unknown as { readonly model: tf.LayersModel }).model;

/** What the callback itself does with these logs. */
async function watch(args: EarlyStoppingArgs, epochs: readonly Logs[]): Promise<Watched> {
  const events: RunEvent[] = [];
  const run = {
    log: () => {},
    describe: () => {},
    event: (event: RunEvent) => void events.push(event),
  };
  const stopping = new EarlyStopping({ ...args, run });
  // Somebody before it may put any key into the logs.
  stopping.setSiblings([{ onEpochEnd: () => {} }, stopping]);
  stopping.setModel(trained);
  await stopping.onTrainBegin();
  trained.stopTraining = false;
  for (const [epoch, logs] of epochs.entries()) {
    await stopping.onEpochEnd(epoch, { ...logs });
    if (trained.stopTraining) break;
  }
  const { best, bestEpoch, wait, stoppedEpoch, reason } = stopping;
  return {
    stoppedAfter: trained.stopTraining ? stoppedEpoch : undefined,
    reason,
    best,
    bestEpoch,
    wait,
    trace: events.filter((event) => event.type === "early_stopping"),
  };
}

/** Compares the answer for every patience with what the callback does with it. */
async function compare(args: EarlyStoppingArgs, epochs: readonly Logs[]): Promise<void> {
  const recorded = await watch(args, epochs);
  for (let patience = 0; patience <= 12; patience++) {
    const told = whatIfPatience(recorded.trace, patience);
    const real = await watch({ ...args, patience }, epochs);
    if (told === undefined) {
      expect(recorded.trace).toEqual([]);
      continue;
    }
    expect(told.dataEnd).toBe(recorded.trace.at(-1)?.epoch);
    if (told.stopsAfter !== undefined) {
      expect(told).toMatchObject({ stopsAfter: real.stoppedAfter, patience });
      expect([told.best, told.bestEpoch ?? 0]).toEqual([real.best, real.bestEpoch]);
    } else {
      // As far as the data go it goes on; what comes after, they do not say.
      expect(real.stoppedAfter ?? Number.POSITIVE_INFINITY).toBeGreaterThan(told.dataEnd);
    }
  }
}

interface Scenario {
  readonly id: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly logs?: readonly (number | string | Readonly<Record<string, number | string>>)[];
}

const golden = new URL("golden/keras-early-stopping.json", import.meta.url);
const { scenarios } = JSON.parse(readFileSync(golden, "utf8")) as { scenarios: Scenario[] };

function readScenario({ kwargs, logs = [] }: Scenario): [EarlyStoppingArgs, Logs[]] {
  const monitor = String(kwargs.monitor ?? "val_loss");
  const { mode } = kwargs;
  const isKnown = mode === "min" || mode === "max";
  const args = {
    monitor: "watched",
    mode: isKnown ? mode : /loss|error/.test(monitor) ? "min" : "max",
    patience: Number(kwargs.patience ?? 0),
    minDelta: Number(kwargs.min_delta ?? 0),
    startFromEpoch: Number(kwargs.start_from_epoch ?? 0),
    ...(typeof kwargs.baseline === "number" && { baseline: kwargs.baseline }),
  } as const;
  const epochs = logs.map((given): Logs => {
    const value = typeof given === "object" ? given[monitor] : given;
    return value === undefined ? {} : { watched: Number(value) };
  });
  return [args, epochs];
}

describe("the trace of a Keras scenario", () => {
  const played = scenarios.filter(({ logs }) => logs !== undefined);

  it("there are many of them", () => {
    expect(played.length).toBeGreaterThan(20);
  });

  it.each(played.map((scenario) => [scenario.id, scenario] as const))(
    "%s explains when it stopped, and answers what another patience had done",
    async (_id, scenario) => {
      const [args, epochs] = readScenario(scenario);
      const { trace, stoppedAfter, reason, best, bestEpoch, wait } = await watch(args, epochs);
      const told = whatIfPatience(trace, args.patience ?? 0);
      expect(told?.stopsAfter).toBe(stoppedAfter);
      if (stoppedAfter !== undefined) {
        expect(reason).toContain(wait === 1 ? "for 1 epoch" : `for ${wait} epochs`);
        expect(reason).toContain(best === undefined ? "no finite value" : `epoch ${bestEpoch + 1}`);
        expect([told?.best, told?.bestEpoch ?? 0]).toEqual([best, bestEpoch]);
      }
      await compare(args, epochs);
    },
  );
});

describe("whatIfPatience", () => {
  it("says so where the data end", async () => {
    const values = [5, 4, 3, 3.1, 3.2, 3.3];
    const epochs = values.map((watched) => ({ watched }));
    const { trace } = await watch({ monitor: "watched", mode: "min", patience: 3 }, epochs);
    expect(whatIfPatience(trace, 3)).toEqual({
      patience: 3,
      stopsAfter: 5,
      dataEnd: 5,
      best: 3,
      bestEpoch: 2,
    });
    expect(whatIfPatience(trace, 10)).toEqual({
      patience: 10,
      dataEnd: 5,
      best: 3,
      bestEpoch: 2,
      wait: 3,
    });
    expect(whatIfPatience([], 3)).toBeUndefined();
  });

  it("answers as the callback does, whatever it watches", async () => {
    const random = seededRandom(5);
    const some = (list: readonly number[]) => list[Math.floor(random() * list.length)] ?? 0;
    for (let attempt = 0; attempt < 60; attempt++) {
      const epochs = Array.from({ length: 25 }, (_, epoch) => ({
        ...((epoch < 4 || random() < 0.95) && {
          watched: random() < 0.05 ? Number.NaN : 10 / (epoch + 1) + random() * 3,
        }),
        other: random(),
      }));
      const one = { key: "watched", mode: random() < 0.7 ? "min" : "max" } as const;
      const both = [one, { key: "other", mode: "max" } as const];
      await compare(
        {
          patience: some([0, 1, 3, 6, 30]),
          startFromEpoch: some([0, 0, 3]),
          ...(attempt % 3 === 0
            ? { monitor: both, combine: random() < 0.5 ? "any" : "all" }
            : {
                monitor: "watched",
                mode: one.mode,
                minDelta: some([0, 0.5]),
                ...(random() < 0.3 && { baseline: some([2, 5]) }),
              }),
        },
        epochs,
      );
    }
  });
});
