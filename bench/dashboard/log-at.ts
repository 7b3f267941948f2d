// A run that logs two series so many times a second, for so long: node log-at.ts STORE HZ SECONDS
import { openStore } from "@epochal/store";

const [, , location, hz, seconds] = process.argv;
const store = await openStore(location);
const run = await store.startRun({ project: "bench", name: "watched" });
const count = Number(hz) * Number(seconds);
for (let step = 0; step < count; step++) {
  const loss = Math.exp(-step / 500) + 0.05 * Math.sin(step);
  run.log({ batch_loss: loss, batch_auc: 1 / (1 + loss) }, { step, epoch: (step + 1) / 100 });
  if (step % 100 === 99)
    run.log({ val_auc: 1 / (1 + loss), val_loss: loss }, { step, epoch: (step + 1) / 100 - 1 });
  await new Promise((resolve) => setTimeout(resolve, 1000 / Number(hz)));
}
await run.finish();
await store.close();
