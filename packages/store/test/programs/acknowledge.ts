// Logs for ever, and after each step writes to a file how many steps were logged.
import { openSync, writeSync } from "node:fs";
import { openStore } from "../../src/index.ts";

const [location = "", acknowledged = "", pace] = process.argv.slice(2);
const store = await openStore(location);
const run = await store.startRun({ project: "birds", record: false });
const file = openSync(acknowledged, "w");
const count = Buffer.alloc(8);
let steps = 0;

function logOne(): void {
  run.log({ loss: steps, auc: steps / 2, bad: Number.NaN }, { step: steps, epoch: steps / 10 });
  if (steps % 100 === 0) run.event({ type: "warning", message: String(steps) });
  steps++;
  count.writeDoubleLE(steps);
  writeSync(file, count, 0, 8, 0);
}

if (pace === "paced") {
  setInterval(logOne, 2);
} else {
  for (;;) {
    for (let i = 0; i < 500; i++) logOne();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
