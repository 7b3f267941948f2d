import type { RunEvent } from "@epochal/record";
import { whole } from "@epochal/testing/full";
import { expect, test } from "vitest";
import { type ExpectedFit, expectedFits } from "./expected-fits.ts";
import { LoggedRun } from "./logged-run.ts";
import { RecordedRun } from "./recorded-run.ts";
import { type ByHand, isFit, type TrainedFit, trainSeveral } from "./several-fits.ts";

function expectGrowth(run: RecordedRun, happened: readonly (TrainedFit | ByHand)[]) {
  const fits = expectedFits(happened);
  const hand = happened.filter((each) => !isFit(each)) as ByHand[];
  const own = run.logs.filter(({ values }) => !hand.some((each) => each.values === values));

  // No callback overwrites a value: two that tell of one epoch tell the same.
  const written = new Map<string, number>();
  for (const { values, position } of run.logs) {
    const isHand = hand.some((each) => each.values === values);
    for (const [key, value] of Object.entries(values)) {
      const place = `${key} at step ${position?.step}`;
      const before = isHand || key === "steps_per_second" ? value : (written.get(place) ?? value);
      expect([place, value]).toEqual([place, before]);
      written.set(place, value);
    }
  }

  // Every epoch that came to its end is there in its place, in order.
  const losses = own.filter(({ values }) => "loss" in values);
  const found = new Map(
    losses.map(({ values, position }) => [position?.epoch, [position?.step, values.loss]]),
  );
  const isRecorded = ({ callbacks }: TrainedFit) =>
    callbacks.some((each) => /History|TensorBoard/.test(each.constructor.name));
  const trained = fits
    .filter((each) => isRecorded(each.trained))
    .flatMap(({ trained: { losses: all }, epoch, step }) =>
      all.map((loss, i) => [epoch + i, [step + i, loss]] as const),
    );
  expect([...found]).toEqual(trained);

  // Batches grow from fit to fit, and so do the epochs they stand in.
  let last = { step: 0, epoch: 0 };
  for (const { values, position } of own) {
    if (!("batch_loss" in values)) continue;
    const { step = Number.NaN, epoch = Number.NaN } = position ?? {};
    expect(step).toBeGreaterThan(last.step);
    if (!Number.isNaN(epoch)) expect(epoch).toBeGreaterThan(last.epoch);
    last = { step, epoch: Number.isNaN(epoch) ? last.epoch : epoch };
  }

  expect(run.fits.map(({ fit, epoch, initialEpoch }) => ({ fit, epoch, initialEpoch }))).toEqual(
    fits
      .filter(({ trained: { begun } }) => begun.length > 0)
      .map(({ trained: { initialEpoch }, epoch }, fit) => ({ fit, epoch, initialEpoch })),
  );
  expectEvents(
    run.events,
    fits,
    new Map(losses.map(({ values, position }) => [position?.epoch, values.loss])),
  );
}

/** What events say of an epoch is what happened in it. */
function expectEvents(
  events: readonly RunEvent[],
  fits: readonly ExpectedFit[],
  losses: ReadonlyMap<number | undefined, number | undefined>,
) {
  const begun = new Set(
    fits.flatMap(({ trained, epoch }) => trained.begun.map((_each, i) => epoch + i)),
  );
  for (const event of events) {
    if (event.epoch !== undefined) expect([...begun]).toContain(event.epoch);
    if (event.type === "early_stopping") {
      const known = losses.get(event.epoch);
      if (known !== undefined) expect(event.value).toBe(known);
      const best = losses.get(event.bestEpoch);
      if (best !== undefined) expect(event.best).toBe(best);
    }
    if (event.type === "stopped_early") {
      expect(event.waited?.map(({ bestEpoch }) => bestEpoch)).toEqual([event.bestEpoch]);
      expect(event.reason).not.toMatch(/epoch \d/);
    }
  }
}

test("several fits into one run go on growing, whatever they are", async () => {
  let begun = 0;
  for (let seed = 1; seed <= whole(250); seed++) {
    const isHand = seed % 2 === 0;
    const run = isHand ? new LoggedRun() : new RecordedRun();
    const happened = await trainSeveral(seed, run, isHand);
    const words = happened.map((each) => (isFit(each) ? each.words : JSON.stringify(each)));
    try {
      expectGrowth(run, happened);
    } catch (error) {
      throw new Error(`seed ${seed}:\n${words.join("\n")}`, { cause: error });
    }
    begun += run.fits.length;
  }
  expect(begun).toBeGreaterThan(whole(250));
});
