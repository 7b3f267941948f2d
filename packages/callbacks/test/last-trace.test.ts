import { earlyStoppingWords, lastTrace, whatIfPatience } from "@epochal/conclusions";
import { seededRandom } from "@epochal/testing/random";
import { sampleEvents } from "@epochal/testing/sample-events";
import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { EarlyStopping, type RunEvent } from "../src/index.ts";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
const { model: trained } = model as unknown as { readonly model: tf.LayersModel };

const newRun = (events: RunEvent[]) => ({
  log: () => {},
  describe: () => {},
  event: (event: RunEvent) => void events.push(event),
});

/** Lets `EarlyStopping` see losses until it stops, as a fit does. */
async function watch(run: ReturnType<typeof newRun>, patience: number, losses: readonly number[]) {
  const stopping = new EarlyStopping({ run, monitor: "loss", patience });
  stopping.setModel(trained);
  trained.stopTraining = false;
  await stopping.onTrainBegin();
  for (const [epoch, loss] of losses.entries()) {
    await stopping.onEpochEnd(epoch, { loss });
    if (trained.stopTraining) return epoch + 1;
  }
  return losses.length;
}

const seed = 11;
it(`asks of several fits the last that was watched, as if it had been alone (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  for (let round = 0; round < 60; round++) {
    const events: RunEvent[] = [];
    const run = newRun(events);
    let ahead = 0;
    let alone: RunEvent[] = [];
    for (let fit = 0; fit < 3; fit++) {
      run.event({ ...sampleEvents.fit, fit, epoch: ahead, initialEpoch: 0 });
      const losses = Array.from({ length: 1 + Math.floor(random() * 8) }, random);
      const patience = Math.floor(random() * 4);
      alone = [];
      await watch(newRun(alone), patience, losses);
      ahead += await watch(run, patience, losses);
    }
    // A fit that nobody watched says nothing of the one before.
    if (random() < 0.5) run.event({ ...sampleEvents.fit, fit: 3, epoch: ahead, initialEpoch: 0 });
    const { trace, stopped, zeroth } = lastTrace(events);
    const [known, moved] = [lastTrace(alone), (epoch: number) => epoch + zeroth];
    expect(trace.map(({ epoch, value }) => [epoch, value])).toEqual(
      known.trace.map(({ epoch, value }) => [moved(epoch), value]),
    );
    expect(stopped?.epoch).toBe(known.stopped && moved(known.stopped.epoch));
    for (const patience of [0, 1, 2, 5]) {
      const [here, there] = [
        whatIfPatience(trace, patience, zeroth),
        whatIfPatience(known.trace, patience),
      ];
      expect(here?.stopsAfter).toBe(there?.stopsAfter && moved(there.stopsAfter));
      expect(here?.wait).toBe(there?.wait);
    }
    const words = earlyStoppingWords(trace, stopped);
    expect(words.startsWith("Stopped")).toBe(stopped !== undefined);
  }
});

it("goes on over a run that was resumed", () => {
  const { fit, early_stopping: seen } = sampleEvents;
  const resumed = { type: "resumed", segment: 1 } as const;
  const again = { ...fit, fit: 0, epoch: 4, initialEpoch: 4 };
  const events = [{ ...fit, fit: 0, epoch: 0 }, seen, resumed, again, { ...seen, epoch: 4 }];
  expect(lastTrace(events).trace.map(({ epoch }) => epoch)).toEqual([3, 4]);
  expect(lastTrace(events, "loss").trace).toEqual([]);
});
