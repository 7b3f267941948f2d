// Trains seven models on the bird strikes into one store: `EPOCHAL_STORE=demo.db node examples/src/demo.ts`.
import { setSeed } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { loadBirdStrikes } from "./bird-strikes/load-bird-strikes.ts";
import { chooseBackend } from "./choose-backend.ts";
import { outcomeTable } from "./demo/outcome-table.ts";
import { plans } from "./demo/plans.ts";
import { Progress } from "./demo/progress.ts";
import { trainPlan } from "./demo/train-plan.ts";

const SEED = 42;

// Started with a channel to its parent, it ends with it.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();

setSeed(SEED);
const backend = await chooseBackend();
const store = await openStore();
const data = loadBirdStrikes({ seed: SEED });
const [rows, width] = data.train.x.shape;
console.log(
  `Which bird strikes damaged the aircraft? ${rows} to learn from, ${width} features each.`,
);
console.log(`Backend: ${backend.because}`);

const progress = new Progress(plans.length);
const ids: string[] = [];
for (const plan of plans) {
  progress.start();
  const onEpoch = progress.epoch.bind(progress, plan);
  ids.push(await trainPlan({ store, data, plan, backend: backend.name, seed: SEED, onEpoch }));
  progress.end(plan);
}
progress.finish();

const { runs } = await store.listRuns({ ids });
console.log(`\n${outcomeTable(ids.flatMap((id) => runs.filter((run) => run.id === id)))}`);
await store.close();
tf.disposeVariables();
