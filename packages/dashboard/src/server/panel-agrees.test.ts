import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bestRunWords, primaryMetric } from "@epochal/conclusions";
import { openStore } from "@epochal/store";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, test } from "vitest";
import { ShownRun } from "../../../panel/src/run/shown-run.ts";

const seed = newSeed();

/** What a page keeps of a run in memory is what a store keeps of it on disk. */
test(`a run shown in a page has the values, the best and the words of the same run in a store (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const store = await openStore(
    path.join(mkdtempSync(path.join(tmpdir(), "epochal-panel-")), "runs.db"),
  );
  for (let round = 0; round < 12; round++) {
    const run = await store.startRun({ project: "shown", name: `run ${round}`, record: false });
    const shown = new ShownRun(run);
    const epochs = 1 + Math.floor(random() * 20);
    shown.event({
      type: "fit",
      fit: 0,
      epoch: 0,
      initialEpoch: 0,
      epochs,
      model: "m",
      parameters: 1,
      trainedParameters: 1,
    } as never);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let batch = 0; batch < 3; batch++)
        shown.log(
          { batch_loss: random() },
          { step: epoch * 3 + batch + 1, epoch: epoch + batch / 3 },
        );
      const broken = random() < 0.1 ? Number.NaN : random();
      const values = { loss: random(), val_loss: broken, auc: random(), val_auc: random() };
      shown.log(values, random() < 0.5 ? { epoch } : { step: epoch, epoch });
    }
    if (random() < 0.5)
      shown.event({
        type: "weights_restored",
        epoch: Math.floor(random() * epochs),
        monitor: "val_auc",
        value: 0.5,
      });
    await run.finish();
    const stored = await store.getRun(run.id);
    const byKey = (series: readonly { readonly key: string }[]) =>
      Object.fromEntries(series.map((each) => [each.key, each]));
    expect(byKey(shown.kept.summaries())).toEqual(byKey(stored.series));
    const conclusions = await store.concludeRun(run.id);
    expect(shown.kept.conclude()).toEqual(conclusions);
    const judged = { ...stored, conclusions };
    const { headline } = bestRunWords([judged], primaryMetric([judged]), new Map());
    expect(shown.kept.words().headline).toBe(headline);
  }
  await store.close();
});
