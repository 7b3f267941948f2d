// Records a run on a server, from a folder of its own, until it is ended or has done its steps.
import { openStore } from "../../src/index.ts";

const [url = "", name = "", steps = "0"] = process.argv.slice(2);
const errors: string[] = [];
const store = await openStore(url, { onError: ({ message }) => errors.push(message) });
const run = await store.startRun({ project: "birds", name, record: false });
process.stdout.write("records\n");
for (let step = 0; step < Number(steps); step++) {
  run.log({ loss: step, auc: 1 / (1 + step) }, { step });
  if (step % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
await run.finish();
await store.close();
process.stdout.write(JSON.stringify(errors));
