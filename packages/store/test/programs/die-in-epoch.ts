// Trains to the middle of an epoch, whose number is its second argument, and is killed there.
import { openQuickly } from "../open-quickly.ts";

const [location = "", number = "1", logsBatches] = process.argv.slice(2);
const store = await openQuickly(location);
const run = await store.startRun({ project: "birds", record: false });
const last = Number(number) - 1;
for (let epoch = 0; epoch <= last; epoch++) {
  for (let batch = 0; batch < (epoch < last ? 4 : 2); batch++) {
    const step = epoch * 4 + batch;
    if (logsBatches) run.log({ batch_loss: 1 }, { step, epoch: epoch + (batch + 1) / 4 });
  }
  if (epoch < last) run.log({ loss: 1 / (epoch + 1) }, { step: epoch * 4 + 3, epoch });
}
process.kill(process.pid, "SIGKILL");
