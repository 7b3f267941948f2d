import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BackupAndRestore } from "../src/callbacks/backup-and-restore.ts";
import { ModelCheckpoint } from "../src/callbacks/model-checkpoint.ts";
import { fileSystem } from "../src/saving/file-system.ts";
import { firstMoment, optimizers, watchSlots } from "./optimizer-slots.ts";
import { randomModel } from "./random-model.ts";
import { trainFreezing } from "./train-freezing.ts";
import { fillWeights, madeIn, type Values } from "./weights-made.ts";

const seeds = (n: number) => Array.from({ length: whole(n) }, (_, i) => i + 1);

/** The moments of optimizers through freeze and unfreeze, of generated models, as an optimizer itself takes them: by place. */
export function momentsContract(backend: () => Promise<string>): void {
  const root = mkdtempSync(path.join(tmpdir(), "epochal-moments-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeAll(async () => void (await tf.setBackend(await backend())));

  describe("moments through freeze and unfreeze", () => {
    test("moments go on with their weights, whichever are trained by now", async () => {
      for (const seed of seeds(20)) {
        const random = randomModel({ seed, isTrained: true });
        const create = optimizers[seed % (optimizers.length - 1)] as () => tf.Optimizer;
        const backupDir = `${root}/moments-${seed}`;
        const seen: ReadonlyMap<number, Values>[] = [];
        for (const compiled of [seed + 11, seed + 22]) {
          const model = random.create();
          fillWeights(model, seed);
          const optimizer = create();
          const slots = watchSlots(model, optimizer);
          const interrupt = new tf.CustomCallback({
            onEpochBegin: (epoch) => {
              if (epoch === 1 && compiled === seed + 11) throw new Error("interrupted");
            },
          });
          await trainFreezing(random, seed, model, {
            callbacks: [new BackupAndRestore({ backupDir }), interrupt],
            optimizer,
            epochs: 2,
            compiled,
          });
          seen.push(compiled === seed + 11 ? slots.last() : slots.first());
        }
        const [before, after] = seen as [ReadonlyMap<number, Values>, ReadonlyMap<number, Values>];
        expect(after.size).toBeGreaterThan(0);
        for (const [weight, values] of after) {
          const begin = firstMoment(create());
          const expected = before.get(weight) ?? values.map((each) => each.map(() => begin));
          expect(values, `weight ${weight}, ${random.text}`).toEqual(expected);
        }
      }
    }, 240_000);

    test("a checkpoint with its optimizer goes on in TensorFlow.js with each at its weight", async () => {
      for (const seed of seeds(20)) {
        const random = randomModel({ seed, isTrained: true });
        // TensorFlow.js cannot load those of Adamax.
        const list = optimizers.filter((make) => make().getClassName() !== "Adamax");
        const optimizer = (list[seed % (list.length - 1)] as () => tf.Optimizer)();
        const model = random.create();
        fillWeights(model, seed);
        const saved = watchSlots(model, optimizer);
        const filepath = `${root}/checkpoint-${seed}`;
        const callbacks = [new ModelCheckpoint({ filepath, includeOptimizer: true })];
        await trainFreezing(random, seed, model, { callbacks, optimizer, epochs: 2 });
        const loaded = await tf.loadLayersModel(fileSystem(filepath));
        expect(loaded.optimizer.iterations).toBe(optimizer.iterations);
        const slots = watchSlots(loaded, loaded.optimizer);
        await loaded.fit(random.samples(), tf.ones([6, 1]), { verbose: 0 });
        const [names, loadedNames] = [model, loaded].map((each) =>
          madeIn(each).map(({ originalName }) => originalName),
        ) as [string[], string[]];
        expect(slots.first().size).toBe(loaded.trainableWeights.length);
        for (const [weight, values] of slots.first()) {
          const name = loadedNames[weight] as string;
          const begin = firstMoment(optimizer);
          const expected =
            saved.last().get(names.indexOf(name)) ?? values.map((each) => each.map(() => begin));
          expect(values, `${name}, ${random.text}`).toEqual(expected);
        }
      }
    }, 240_000);
  });
}
